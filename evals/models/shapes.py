"""A JSON value that fits a schema and says what a liar wants said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from pydantic import JsonValue

from evals.models.asked import Form, inside

PLAIN: Form = {
    "type": "object",
    "properties": {"answer": {"type": "string"}, "figures": {"type": "array", "items": {"type": "number"}}},
}
"""The form of JSON where any will do."""
DEEPEST = 8


@dataclass(frozen=True)
class Voice:
    """What strings and numbers are filled with: an endless row of words, one figure at least, the caller's draws."""

    words: Iterator[str]
    figures: tuple[float, ...]
    draw: Random


def filled(form: Form, voice: Voice) -> JsonValue:
    """A value of that form: every field there, lists of one or two, choices by lot, limits kept."""
    whole = form or PLAIN
    return _value(whole, whole, voice, 0)


def _value(form: JsonValue, whole: Form, voice: Voice, depth: int) -> JsonValue:
    form = _resolved(form, whole, voice, depth)
    if "const" in form:
        return form["const"]
    options = form.get("enum")
    if isinstance(options, list) and options:
        return voice.draw.choice(options)
    kind = form.get("type")
    if isinstance(kind, list):
        kind = voice.draw.choice(kind)
    if kind == "object" or "properties" in form:
        fields = form.get("properties")
        named = fields if isinstance(fields, dict) else {}
        return {name: _value(each, whole, voice, depth + 1) for name, each in named.items()}
    if kind == "array":
        return [_value(form.get("items"), whole, voice, depth + 1) for _ in range(_length(form, voice, depth))]
    plain = PLAIN_VALUES.get(str(kind), _words)
    return plain(form, voice)


def _resolved(form: JsonValue, whole: Form, voice: Voice, depth: int) -> Form:
    """The form behind names and alternatives; past the deepest level nothing is chosen where it may be."""
    for _ in range(DEEPEST):
        if not isinstance(form, dict):
            return {}
        name = form.get("$ref")
        choices = next((form[key] for key in ("anyOf", "oneOf", "allOf") if key in form), None)
        if isinstance(name, str):
            form = inside(whole, *name.removeprefix("#/").split("/"))
        elif isinstance(choices, list) and choices:
            empty = [each for each in choices if inside(each, "type") == "null"]
            full = [each for each in choices if each not in empty]
            form = voice.draw.choice(empty if empty and depth >= DEEPEST else full or empty)
        else:
            return form
    return {}


def _length(form: Form, voice: Voice, depth: int) -> int:
    least, most = form.get("minItems"), form.get("maxItems")
    length = 0 if depth >= DEEPEST else voice.draw.randint(1, 2)
    length = max(length, int(least)) if isinstance(least, int | float) else length
    return min(length, int(most)) if isinstance(most, int | float) else length


def _number(form: Form, voice: Voice) -> float:
    figure = voice.draw.choice(voice.figures)
    least, most = form.get("minimum"), form.get("maximum")
    figure = max(figure, float(least)) if isinstance(least, int | float) else figure
    return min(figure, float(most)) if isinstance(most, int | float) else figure


def _integer(form: Form, voice: Voice) -> int:
    return round(_number(form, voice))


def _boolean(form: Form, voice: Voice) -> bool:
    return voice.draw.random() < 0.5


def _words(form: Form, voice: Voice) -> str:
    words, most = next(voice.words), form.get("maxLength")
    return words[: int(most)] if isinstance(most, int | float) else words


def _nothing(form: Form, voice: Voice) -> None:
    return None


PLAIN_VALUES: dict[str, Callable[[Form, Voice], JsonValue]] = {
    "number": _number,
    "integer": _integer,
    "boolean": _boolean,
    "null": _nothing,
}
