"""A chat model as the second reader of an owner's words: it points at what they tell; nothing of it is believed yet."""

from __future__ import annotations

from pydantic import ValidationError

from assistant.domain.speech import Pointer, ToRead, Usage
from assistant.language.model_tokens import tokens
from assistant.prompting import Prompt

MOST = 24
"""Things that are looked at in one answer of a model."""
LONGEST = 6_000
"""Characters of one answer."""
LONGEST_QUOTE = 300


def request(prompt: Prompt, text: ToRead, room: int) -> tuple[str, str] | None:
    """The filled prompt; None where it takes more than `room` tokens: then the house's own reading is enough."""
    works = "\n".join(f"{each}: {name}" for each, name in text.works)
    filled = prompt.filled(works=works, question=text.question or "(nothing)", words=text.words)
    return filled if tokens("\n".join(filled)) <= room else None


def pointers(answer: str) -> tuple[tuple[Pointer, ...], Usage]:
    """What an answer points at, as far as it has the form that was asked for, and the count of it.

    Broken JSON is taken as far as it goes; anything else than a list of pointers is unread.
    """
    from langchain_core.utils.json import parse_json_markdown

    try:
        found = parse_json_markdown(answer)
    except (ValueError, RecursionError):
        found = None
    told = found.get("told") if isinstance(found, dict) else None
    if not isinstance(told, list):
        return (), Usage(unread=1)
    kept = tuple(each for each in map(_pointer, told[:MOST]) if each is not None)
    return tuple(dict.fromkeys(kept)), Usage(pointed=len(told))


def _pointer(row: object) -> Pointer | None:
    try:
        made = Pointer.model_validate(row, strict=True)
    except ValidationError:
        return None
    return made if 0 < len(made.quote.strip()) <= LONGEST_QUOTE else None
