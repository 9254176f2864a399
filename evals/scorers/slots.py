"""Figures in their places: the slots of a process, the headcount, the country, and what must not become a fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.facts import Fact, Noun
from assistant.domain.profile import Process, Profile
from evals.score import Score, passed, share
from evals.scorers.figures import close
from evals.scorers.spans import mostly_inside

SLOTS = ("items_per_week", "minutes_per_item", "hours_per_week", "error_rate")
TOLERANCE = 0.05
"""Conventions of a week and a month differ by less than this (4.33 or 52/12 weeks)."""
NO_CLAIMS = ("past_attempt", "wanted_means", "reasons", "country", "currency", "industry")
"""Slots that hold what was tried, offered or given as a reason, and the scene, which a denial may rightly show."""

Ends = tuple[float, float] | float | None


@dataclass(frozen=True)
class WantedProcess:
    """A process of the gold with its slots; None is not said."""

    id: str
    quote: str
    slots: Mapping[str, Ends]
    optional: bool = False
    accept: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that counts as right."""
        return (self.id, *self.accept)


def score_ids(wanted: Sequence[WantedProcess], given: Sequence[str]) -> tuple[int, int, int]:
    """Hits, extra and missed process ids of one text."""
    needed = [each for each in wanted if not each.optional]
    allowed = {name for each in wanted if each.optional for name in each.ids}
    left = list(dict.fromkeys(given))
    hits = 0
    for each in needed:
        found = next((name for name in each.ids if name in left), None)
        if found:
            left.remove(found)
            hits += 1
    return hits, sum(1 for name in left if name not in allowed), len(needed) - hits


def score_slots(wanted: Sequence[WantedProcess], profile: Profile) -> tuple[Score, Score]:
    """Of the stated figures the share in its slot; of the filled slots the share that is right.

    A slot that the text leaves open is neither right nor wrong, unless it belongs to work that was not told.
    """
    right = stated = filled = 0
    notes = []
    matched: set[str] = set()
    for each in wanted:
        process = next((found for name in each.ids if (found := profile.process(name))), None)
        matched.update({process.id} if process else set())
        for slot, ends in each.slots.items():
            if ends is None or each.optional:
                continue
            fact = getattr(process, slot) if process else None
            stated, filled = stated + 1, filled + (fact is not None)
            ok = fact is not None and same_ends(fact, ends)
            right += ok
            notes += [] if ok else [f"{each.id}.{slot} is {fact.value if fact else None}, wanted {ends}"]
    astray = [f"{each.id}.{slot}" for each in profile.processes if each.id not in matched for slot in _filled(each)]
    notes += [f"{each} filled" for each in astray]
    return share(right, stated, "; ".join(notes)), share(right, filled + len(astray), "; ".join(notes))


def same_ends(fact: Fact, ends: tuple[float, float] | float) -> bool:
    """True where a fact's ends are those wanted, to one in twenty."""
    if not fact.is_number:
        return False
    low, high = ends if isinstance(ends, tuple) else (ends, ends)
    return close(fact.low, low, TOLERANCE) and close(fact.high, high, TOLERANCE)


def score_headcount(wanted: Ends, fact: Fact | None) -> Score:
    """Right where the number is, or where none was said and none is claimed."""
    ok = fact is None if wanted is None else fact is not None and same_ends(fact, wanted)
    return passed(ok, f"headcount is {fact.value if fact else None}, wanted {wanted}")


def score_country(wanted: str | None, fact: Fact | None) -> Score:
    """Right where the code is, or where none can be told and none is claimed."""
    given = fact.value if fact else None
    return passed(given == wanted, f"country is {given}, wanted {wanted}")


def score_denials(text: str, denied: Sequence[str], known: Sequence[WantedProcess], profile: Profile) -> Score:
    """The share of denials, plans and vendor's words that became a fact (lower is better)."""
    claims = list(_claims(profile, {name for each in known for name in each.ids}))
    broken = [(phrase, place) for phrase in denied for place, quote in claims if mostly_inside(text, quote, phrase)]
    return share(len({phrase for phrase, _ in broken}), len(denied), f"taken as facts: {broken}" if broken else "")


def _filled(process: Process) -> list[str]:
    return [slot for slot in SLOTS if getattr(process, slot) is not None]


def _claims(profile: Profile, known: set[str]) -> Iterator[tuple[str, str]]:
    """Places and quotes of what the profile asserts; what a vendor claims and what is "no" asserts nothing."""
    yield from _facts("firm", profile.business)
    for process in profile.processes:
        if process.quote and process.id not in known:
            yield process.id, process.quote
        yield from _facts(process.id, process)
    for limit in profile.constraints:
        if limit.amount and limit.quote:
            yield "constraint", limit.quote
    for kind, told in (("tool", profile.tools), ("pain", profile.pains), ("strength", profile.strengths)):
        for each in told:
            if each.quote:
                yield kind, each.quote
    for goal in profile.goals:
        if goal.quote:
            yield "goal", goal.quote


def _facts(scope: str, noun: Noun) -> Iterator[tuple[str, str]]:
    for name in type(noun).model_fields:
        fact = getattr(noun, name)
        if not isinstance(fact, Fact) or name in NO_CLAIMS:
            continue
        if fact.quote and fact.value is not False and fact.basis != "vendor":
            yield f"{scope}.{name}", fact.quote
