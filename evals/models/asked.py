"""A chat request as it comes over the wire."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, JsonValue, field_validator


class Message(BaseModel):
    """One message: who speaks, and the words; parts of one content are joined line by line."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    role: str
    content: str = ""

    @field_validator("content", mode="before")
    @classmethod
    def _joined(cls, content: JsonValue) -> str:
        parts = content if isinstance(content, list) else [content]
        texts = [each.get("text") if isinstance(each, dict) else each for each in parts]
        return "\n".join(each for each in texts if isinstance(each, str))


class Asked(BaseModel):
    """One request to `/chat/completions`; what is not named here is left out."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    model: str = ""
    messages: tuple[Message, ...] = ()
    stream: bool = False
    stream_options: dict[str, JsonValue] | None = None

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
