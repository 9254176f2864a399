"""A chat request as it comes over the wire, and the form that its reply is wanted in."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, JsonValue, field_validator

Form = dict[str, JsonValue]
"""A JSON schema; empty where any JSON will do."""


class Message(BaseModel):
    """One message: who speaks, and the words; parts of one content are joined line by line."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    role: str
    content: str = ""

    @field_validator("content", mode="before")
    @classmethod
    def _joined(cls, content: JsonValue) -> str:
        parts = content if isinstance(content, list) else [content]
        texts = [inside(each, "text") if isinstance(each, dict) else each for each in parts]
        return "\n".join(each for each in texts if isinstance(each, str))


class Asked(BaseModel):
    """One request to `/chat/completions`; what is not named here is left out."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    model: str = ""
    messages: tuple[Message, ...] = ()
    stream: bool = False
    stream_options: dict[str, JsonValue] | None = None
    response_format: dict[str, JsonValue] | None = None
    tools: tuple[JsonValue, ...] = ()
    tool_choice: JsonValue = None

    @property
    def given(self) -> str:
        """Every word of the request, message by message."""
        return "\n\n".join(each.content for each in self.messages)

    @property
    def last(self) -> str:
        """The words of the last message that has any; empty where none has."""
        return next((each.content for each in reversed(self.messages) if each.content), "")

    def said_by(self, role: str) -> tuple[str, ...]:
        """What one role said, in order."""
        return tuple(each.content for each in self.messages if each.role == role and each.content)

    @property
    def tool(self) -> str:
        """The function that the reply must call; empty where words or plain JSON are wanted."""
        named = inside(self.tool_choice, "function", "name")
        if isinstance(named, str):
            return named
        must = self.tool_choice in ("required", "any") and self.tools
        first = inside(self.tools[0], "function", "name") if must else None
        return first if isinstance(first, str) else ""

    @property
    def form(self) -> Form | None:
        """The schema of the reply; None where words are wanted."""
        if self.tool:
            named = (each for each in self.tools if inside(each, "function", "name") == self.tool)
            return _form(inside(next(named, None), "function", "parameters"))
        kind = inside(self.response_format, "type")
        if kind == "json_schema":
            return _form(inside(self.response_format, "json_schema", "schema"))
        return {} if kind == "json_object" else None


def inside(value: JsonValue, *path: str) -> JsonValue:
    """What stands at a path of keys in a JSON value; None where nothing does."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _form(value: JsonValue) -> Form:
    return value if isinstance(value, dict) else {}
