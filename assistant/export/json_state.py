"""A whole session as JSON, and back."""

from __future__ import annotations

from pydantic import ValidationError

from assistant.domain.talk import Exchange, SessionState
from assistant.errors import BadInput, misfit
from assistant.export.material import Material

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class SessionFile(SessionState):
    """A session as its file holds it: the whole state, and beside it what was said and replied."""

    history: tuple[Exchange, ...] = ()

    @property
    def state(self) -> SessionState:
        """The state alone."""
        return SessionState.model_validate({name: getattr(self, name) for name in SessionState.model_fields})


def json_state(made: Material) -> bytes:
    """The complete session as UTF-8 JSON, so that `read_session` gives the same one back.

    The plan is the one that the state holds: a state without one is kept as it is. What a chat model failed in here is
    left out: it says nothing of the firm, and stays in the log.
    """
    kept = {name: getattr(made.state, name) for name in SessionState.model_fields}
    whole = SessionFile.model_validate({**kept, "history": made.history})
    return whole.model_dump_json(indent=2, exclude={"history": {"__all__": {"trouble"}}}).encode("utf-8")


def read_session(data: bytes) -> SessionFile:
    """The session in an exported file.

    Raises BadInput naming the wrong key and its value, or the place at which the file is no JSON.
    """
    try:
        return SessionFile.model_validate_json(data.removeprefix(BYTE_ORDER_MARK))
    except ValidationError as exc:
        found = misfit(exc, "the whole file")
        if found.kind == "json_invalid":
            raise BadInput(f"this is not a session file: {found.message}; export the session again as .json") from exc
        more = f" (and {exc.error_count() - 1} more)" if exc.error_count() > 1 else ""
        raise BadInput(
            f"session file, key {found.place!r}: {found.message.lower()}; value {_short(found.value)}{more}. "
            "Mend that key or export the session again"
        ) from exc


def _short(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 80 else f"{words[:77]}..."
