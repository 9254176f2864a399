"""A chat model that reads along: what it points at is asked about where it can be so, and counts only after a yes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Literal

from assistant import open_plumbline
from assistant.conversation.plumbline import Plumbline
from assistant.domain.facts import FIRM, FactPath
from assistant.domain.profile import Profile, is_address
from assistant.domain.talk import Noticed
from evals.casebook import CASES, Case, attempt, load
from evals.measure import Measure
from evals.models.asked import Asked
from evals.models.perfect import perfect
from evals.score import Mark, Score, passed
from evals.scorers.decided import differing
from evals.scorers.slots import Ends, WantedProcess, same_ends, score_slots
from evals.suite import Suite, Workplace
from evals.suites.reading import GoldQuantity, ReadingCase

WEEKS = {"day": 5.0, "week": 1.0, "month": 12 / 52, "quarter": 4 / 52, "year": 1 / 52, "": 0.0}
MINUTES = {"minute": 1.0, "minutes": 1.0, "hour": 60.0, "hours": 60.0, "day": 480.0, "days": 480.0}
CLOSE = 0.05
FIRM_LISTS = ("goals", "strengths", "tools")


class Proposal(Case):
    """What a model points at, whether a careful reader would say so, and the value that the words tell."""

    work: str
    fact: str
    quote: str
    verdict: Literal["fair", "false"]
    value: tuple[float, float] | float | bool | None = None
    why: str = ""

    @property
    def path(self) -> FactPath:
        """Its address."""
        return FactPath(scope=self.work, name=self.fact)


class PointedCase(Case):
    """A message of an owner and what a model makes of it."""

    words: str
    proposals: tuple[Proposal, ...]


@contextmanager
def _read_along(place: Workplace, gold: Mapping[str, str]) -> Iterator[Plumbline]:
    """A front door with a model that answers each request to read with its gold, and words nothing."""

    def reply_of(asked: Asked) -> str | None:
        asks = asked.messages[-1].content
        return next((told for words, told in gold.items() if f"<words>\n{words}\n</words>" in asks), None)

    with perfect(reply_of) as served:
        chosen = {
            "model": f"openai:{served.model}", "model_url": served.base_url, "model_rest": 0.0, "model_cap": 0,
            "model_context": 8_000, "home": place.settings.home / "read-along",
        }  # fmt: skip
        with open_plumbline(place.settings.model_copy(update=chosen)) as plumbline:
            yield plumbline


def run(place: Workplace) -> Iterator[Mark]:
    """First messages with true and false pointers, then whole texts of which a model sees everything."""
    cases = place.some(load(CASES / "model_reading.jsonl", PointedCase))
    with _read_along(place, {each.words: _told(each.proposals) for each in cases}) as along:
        for case in cases:
            for measure, score in _pointed(case, place.plumbline, along):
                yield Mark(measure, case.id, case.seen, score)
    texts = place.some(load(CASES / "reading.jsonl", ReadingCase))
    with _read_along(place, {each.text: _told(perfectly(each)) for each in texts}) as along:
        for text in texts:
            for measure, score in _whole(text, place.plumbline, along):
                yield Mark(measure, text.id, text.seen, score)


def _told(proposals: tuple[Proposal, ...]) -> str:
    return json.dumps({"told": [each.model_dump(include={"work", "fact", "quote"}) for each in proposals]})


def _pointed(case: PointedCase, plain: Plumbline, along: Plumbline) -> Iterator[tuple[str, Score]]:
    bare, session = plain.session(f"alone-{case.id}"), along.session(f"along-{case.id}")
    made = attempt(lambda: (bare.say(case.words), session.say(case.words)))
    yield "without_error", passed(not made.error, made.error[:200])
    if made.error:
        return
    alone, after = bare.state(), session.state()
    same = not differing(alone, after)
    yield "nothing_taken", passed(same, "a pointer changed what is known before the owner's yes")
    for each in case.proposals:
        asked = _asked(each, after.noticed)
        if each.verdict == "false":
            yield "false_held", passed(asked is None, f"{each.why}: {each.path} from {each.quote!r} is asked about")
            continue
        known = _is_so(each, alone.profile)
        yield "fair_alone", passed(known, f"{each.path} from {each.quote!r} is {_value(each, alone.profile)}")
        if asked and each.value is not None:
            right = _is_so(each, asked.told)
            yield "value_right", passed(right, f"{each.path} is {_value(each, asked.told)}, wanted {each.value}")
        seen = known or (asked is not None and _is_so(each, asked.told))
        yield "fair_seen", passed(seen, f"{each.path} from {each.quote!r} is not asked about")
    if after.noticed:
        said = attempt(session.say, "No")
        left = not said.error and session.state().profile == alone.profile
        yield "left_by_no", passed(left, f"a no leaves another profile: {said.error[:100]}")


def _asked(proposal: Proposal, noticed: tuple[Noticed, ...]) -> Noticed | None:
    """The question that a proposal has become, or None."""
    words = " ".join(proposal.quote.split())
    for each in noticed:
        if " ".join(each.quote.split()) == words and _holds(proposal.path, each.told):
            return each
    return None


def _holds(path: FactPath, told: Profile) -> bool:
    if is_address(path):
        return told.fact(path) is not None
    if path.scope == FIRM:
        return path.name in FIRM_LISTS and bool(getattr(told, path.name))
    return path.name == "work" and told.process(path.scope) is not None


def _is_so(proposal: Proposal, known: Profile) -> bool:
    """True where the fact is known with the value that the words tell; of facts without a value, where it is known."""
    path, value = proposal.path, proposal.value
    if not _holds(path, known):
        return False
    fact = known.fact(path) if is_address(path) else None
    if fact is None or value is None:
        return True
    if isinstance(value, bool):
        return fact.value is value or (fact.is_number and (fact.mid >= 0.5) == value)
    return same_ends(fact, value)


def _value(proposal: Proposal, known: Profile) -> object:
    fact = known.fact(proposal.path) if is_address(proposal.path) else None
    return fact.value if fact else None


def _whole(case: ReadingCase, plain: Plumbline, along: Plumbline) -> Iterator[tuple[str, Score]]:
    """The slots of a text read alone, and with a model that points at all of them and an owner who says yes."""
    bare, session = plain.session(f"text-{case.id}"), along.session(f"text-{case.id}")
    made = attempt(lambda: (bare.say(case.text), session.say(case.text)))
    yield "without_error", passed(not made.error, made.error[:200])
    if made.error:
        return
    while session.state().noticed:
        session.say("Yes")
    wanted = [each.wanted() for each in case.gold.processes]
    before, after = score_slots(wanted, bare.state().profile), score_slots(wanted, session.state().profile)
    yield "slots_alone", before[0]
    yield "slots_with", after[0]
    worse = before[0].value is not None and after[0].value is not None and after[0].value < before[0].value
    yield "never_worse", passed(not worse, f"{before[0].reason} / {after[0].reason}")


def perfectly(case: ReadingCase) -> tuple[Proposal, ...]:
    """The pointers of a model that makes no mistake: each slot of the gold with the words that carry its figure."""
    found = []
    for process in case.gold.processes:
        if process.optional or process.quote not in case.text:
            continue
        found.append(Proposal(work=process.id, fact="work", quote=process.quote, verdict="fair"))
        for slot, ends in process.wanted().slots.items():
            quote = _words_of(slot, ends, process.wanted(), case.gold.quantities)
            if quote and quote in case.text:
                found.append(Proposal(work=process.id, fact=slot, quote=quote, verdict="fair"))
    return tuple(found)


def _words_of(slot: str, ends: Ends, work: WantedProcess, told: tuple[GoldQuantity, ...]) -> str:
    """The words of the marked figure that a slot's value comes of; "" where none does."""
    if ends is None:
        return ""
    wanted = ends[0] if isinstance(ends, tuple) else ends
    of_work = sorted(told, key=lambda each: each.quote not in work.quote)
    for each in of_work:
        low = each.value[0] if isinstance(each.value, tuple) else each.value
        if any(abs(low * factor - wanted) <= CLOSE * wanted for factor in _factors(slot, each)):
            return each.quote
    return ""


def _factors(slot: str, told: GoldQuantity) -> tuple[float, ...]:
    """What a marked figure may be multiplied by to be the value of a slot; none where it is of another kind."""
    weeks, minutes = WEEKS.get(told.per, 0.0), MINUTES.get(told.unit, 0.0)
    if slot == "minutes_per_item":
        return (minutes,) if minutes and not weeks else ()
    if slot == "hours_per_week":
        return (minutes / 60 * weeks, minutes / 60 * 7 / 5 * weeks) if minutes and weeks else ()
    if slot == "error_rate":
        return (0.01, 1.0) if told.unit in ("%", "percent", "share") else ()
    return (weeks, weeks * 6 / 5, weeks * 7 / 5) if weeks and not minutes else ()


SECOND_READER = Suite(
    name="second_reader",
    about="what a chat model points at in an owner's words (evals/cases/model_reading.jsonl, reading.jsonl)",
    run=run,
    measures=(
        Measure("without_error", "messages taken without an error", bar=1.0),
        Measure("nothing_taken", "messages after which all that is known is as without a model", bar=1.0),
        Measure("left_by_no", "profiles that a no leaves as they were", bar=1.0),
        Measure("false_held", "false pointers that are not asked about"),
        Measure("fair_seen", "fair pointers known already or asked about with their value"),
        Measure("fair_alone", "of them known without the model", better="neither"),
        Measure("value_right", "values asked about that the words tell, read by our own grammar"),
        Measure("slots_with", "figures of whole texts in their places, with a perfect model and a yes to all of it"),
        Measure("slots_alone", "the same without a model", better="neither"),
        Measure("never_worse", "whole texts read at least as well with the model", bar=1.0),
    ),
)
"""Reading with a model, without believing it."""
