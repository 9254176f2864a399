"""What of a plan names a firm, a person or an owner's own words, and the same plan without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import NoneType
from typing import Literal, TypeVar, get_args, get_origin

from assistant.domain.check_in import Trial
from assistant.domain.facts import Fact, Noun
from assistant.domain.profile import Profile
from assistant.domain.talk import SessionState
from assistant.export.material import Material

Holder = TypeVar("Holder", bound=Noun)
LEFT_OUT = "left out"
SHORT = 12
"""Own words shorter than this are taken out only where they stand in quotation marks: alone they may be anybody's."""


ROLE_BEGINS = frozenset({"my", "our", "the", "a", "an", "all", "some", "each"})
ROLES = frozenset({
    "owner", "me", "myself", "i", "you", "we", "us", "staff", "team", "everybody", "everyone", "nobody", "somebody",
    "someone", "office", "manager", "bookkeeper", "accountant", "assistant", "receptionist", "partner", "apprentice",
    "agency", "freelancer", "outside", "customers",
})  # fmt: skip


class Swaps:
    """Words to take out, each with what stands instead; longer ones go first, for they may hold shorter ones."""

    def __init__(self, profile: Profile) -> None:
        names = list(dict.fromkeys(_names(profile)))
        goals = {each: f"goal {n}" for n, goal in enumerate(profile.goals, start=1) for each in (goal.quote, goal.text)}
        words = {each: goals.get(each, f"“{LEFT_OUT}”") for each in _own_words(profile) if each}
        parts = [(f"“{re.escape(each)}”", instead) for each, instead in words.items()]
        parts += [(re.escape(each), instead) for each, instead in words.items() if len(each) >= SHORT]
        parts += [(_whole(each), f"person {n}") for n, each in enumerate(names, start=1)]
        ordered = sorted(parts, key=lambda each: -len(each[0]))
        self._found = [(re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in ordered]

    def __call__(self, noun: Holder) -> Holder:
        """The same noun, and those in it, without those words."""
        names = _rewritten(type(noun))
        return noun.model_copy(update={name: self._without(getattr(noun, name)) for name in names})

    def _without(self, value: object) -> object:
        if isinstance(value, str):
            for pattern, instead in self._found:
                value = pattern.sub(instead, value)
            return value
        if isinstance(value, Noun):
            return self(value)
        if isinstance(value, dict):
            return {key: self._without(each) for key, each in value.items()}
        if isinstance(value, tuple):
            return tuple(self._without(each) for each in value)
        return value


KEYS = frozenset({
    "id", "initiative_id", "process_id", "means", "means_id", "rule_id", "order", "subject", "citation", "citations",
    "decision", "unit", "confidence", "scope", "path",
})  # fmt: skip
"""Fields that hold our own ids and words, besides those of a closed set."""


@cache
def _rewritten(noun: type[Noun]) -> tuple[str, ...]:
    """The fields of a noun that may hold somebody's words."""
    fields = noun.model_fields.items()
    return tuple(name for name, each in fields if name not in KEYS and not _is_closed(each.annotation))


def _is_closed(kind: object) -> bool:
    """True for a type that holds nothing but words of a closed set: one of ours may be a person's name elsewhere."""
    if get_origin(kind) is Literal:
        return True
    parts = [each for each in get_args(kind) if each not in (NoneType, ...)]
    return bool(parts) and all(map(_is_closed, parts))


def private(made: Material) -> Material:
    """The same without the firm's name and figures, the people's names and what the owner said word for word."""
    swaps, state = Swaps(made.state.profile), made.state
    told = tuple(each.model_copy(update={"quote": ""}) for each in made.plan.told if each.about != "the firm")
    return Material(
        plan=swaps(made.plan.model_copy(update={"told": told})).model_copy(update={"title": "Action plan"}),
        state=SessionState(
            profile=Profile(trials=tuple(_dated(each) for each in state.profile.trials)),
            recommendation=swaps(state.recommendation) if state.recommendation else None,
            report=swaps(state.report) if state.report else None,
            critiques=state.critiques,
        ),
        jobs=tuple(_unquoted(each) for each in made.jobs),
        key=made.key,
        choice=made.choice,
        charts=tuple(swaps(each).model_copy(update={"name": each.name}) for each in made.charts),
    )


def _dated(trial: Trial) -> Trial:
    """Of a try the way and the day on which it began, which the calendar goes by."""
    return Trial(process_id=trial.process_id, means_id=trial.means_id, began=trial.began)


def _unquoted(holder: Holder) -> Holder:
    """The same noun, and those in it, without a quote."""
    changed: dict[str, object] = {}
    for name in type(holder).model_fields:
        value = getattr(holder, name)
        if name == "quote":
            changed[name] = None
        elif isinstance(value, Noun):
            changed[name] = _unquoted(value)
    return holder.model_copy(update=changed)


def _whole(name: str) -> str:
    """A name that is no part of a longer word."""
    before, after = (r"(?<!\w)" if name[0].isalnum() else "", r"(?!\w)" if name[-1].isalnum() else "")
    return f"{before}{re.escape(name)}{after}"


def _names(profile: Profile) -> Iterator[str]:
    """Who does the work, where a name and not a role was told; each word of it that is a name by itself too."""
    for process in profile.processes:
        told = process.doer.value if process.doer else None
        if isinstance(told, str) and told.strip() and not _is_role(told):
            yield told.strip()
            yield from (word for word in re.findall(r"\w{2,}", told) if not word.islower())


def _is_role(told: str) -> bool:
    """True for "staff" and "my bookkeeper"; whatever else stands there may be a name, in small letters too."""
    words = told.split()
    return told.islower() and (words[0] in ROLE_BEGINS or not ROLES.isdisjoint(words))


def _own_words(profile: Profile) -> Iterator[str]:
    """Everything said word for word, and texts that hold the owner's words."""
    for holder in _nouns(profile):
        quote, text = getattr(holder, "quote", None), getattr(holder, "text", None)
        value = holder.value if isinstance(holder, Fact) else None
        for words in (quote, text, value):
            if isinstance(words, str):
                yield words.strip()
                yield words.strip().removesuffix(".")
    yield from (each.name for each in profile.processes if len(each.name) >= SHORT and each.name != each.id)


def _nouns(noun: Noun) -> Iterator[Noun]:
    yield noun
    for name in type(noun).model_fields:
        value = getattr(noun, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Noun):
                yield from _nouns(each)
