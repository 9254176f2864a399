"""Short talks in which something needs mending: corrections, contradictions, vague answers, questions in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import Field

from assistant.domain.facts import Fact
from assistant.domain.profile import Profile
from assistant.domain.talk import Reply
from evals.casebook import CASES, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, Score, passed
from evals.scorers.slots import Ends, same_ends
from evals.suite import Suite, Workplace
from evals.suites.robustness import believed_anew

MEASURE_OF = {
    "correction_value": "corrections",
    "correction_later": "corrections",
    "contradiction": "contradictions",
    "contradiction_inside": "contradictions",
    "implausible": "implausible",
}
"""What a talk of these kinds is about; of the others the facts count as reading."""


class Check(Case):
    """One thing that must hold after a turn; only one of the fields is told, `is` beside `fact`."""

    id: str = ""
    fact: str | None = None
    ends: Ends = Field(default=None, alias="is")
    reply_has: tuple[str, ...] = ()
    asks: bool | None = None
    other_question: bool = False
    same_question: bool = False
    nothing_new: bool = False
    cites: bool = False
    process: str | None = None
    no_process: str | None = None


class Said(Case):
    """What the owner says, and what must hold after it."""

    id: str = ""
    say: str
    expect: tuple[Check, ...]


class RepairCase(Case):
    """A short talk."""

    kind: str
    turns: tuple[Said, ...]


@dataclass(frozen=True)
class Turn:
    """A reply, the one before it (None at the first turn), and the number of the turn."""

    number: int
    reply: Reply
    before: Reply | None


def run(place: Workplace) -> Iterator[Mark]:
    """Every check of every talk."""
    for case in place.some(load(CASES / "repair.jsonl", RepairCase)):
        session = place.plumbline.session(f"eval-{case.id}")
        replies: list[Reply] = []
        error = ""
        for turn in case.turns:
            said = attempt(session.say, turn.say)
            error = error or said.error
            if said.result is None:
                break
            replies.append(said.result)
        yield Mark("without_error", case.id, case.seen, passed(not error, error))
        for measure, score in marks(case, replies):
            yield Mark(measure, case.id, case.seen, score)


def marks(case: RepairCase, replies: Sequence[Reply]) -> Iterator[tuple[str, Score]]:
    """The scores of one talk; checks after an error are lost."""
    found: dict[str, list[tuple[bool, str]]] = {}
    for number, turn in enumerate(case.turns):
        if number >= len(replies):
            continue
        at = Turn(number, replies[number], replies[number - 1] if number else None)
        for check in turn.expect:
            for measure, held, note in _checked(case, check, at):
                found.setdefault(measure, []).append((held, note))
    for measure, each in found.items():
        lost = [note for held, note in each if not held]
        yield measure, Score(1 - len(lost) / len(each), f"{case.kind}: {'; '.join(lost)}" if lost else "", len(each))
    yield "asked_once", _asked_once(case, replies)


def _checked(case: RepairCase, check: Check, at: Turn) -> Iterator[tuple[str, bool, str]]:
    """The measure that a check counts for, whether it held, and what was there instead."""
    reply, before = at.reply, at.before
    if check.fact is not None:
        fact = fact_at(reply.profile, check.fact)
        held = fact is None if check.ends is None else fact is not None and same_ends(fact, check.ends)
        measure = MEASURE_OF.get(case.kind, "facts") if at.number else "facts"
        yield measure, held, f"turn {at.number + 1}: {check.fact} is {fact.value if fact else None}, not {check.ends}"
    if check.reply_has:
        missing = [each for each in check.reply_has if each not in reply.text]
        yield MEASURE_OF.get(case.kind, "replies"), not missing, f"turn {at.number + 1}: the reply lacks {missing}"
    if check.asks is not None:
        yield "asks", (reply.question is not None) == check.asks, f"turn {at.number + 1}: asks {reply.question}"
    if before is not None and (check.other_question or check.same_question):
        old, new = _matter(before), _matter(reply)
        yield "place_kept", (old == new) == check.same_question, f"turn {at.number + 1}: {old}, then {new}"
    if before is not None and check.nothing_new:
        new_beliefs = believed_anew(before.profile, reply.profile)
        yield "nothing_made_up", not new_beliefs, f"turn {at.number + 1}: now believes {new_beliefs}"
    if check.cites:
        yield "cites", bool(reply.citations), f"turn {at.number + 1}: no source"
    told = {each.id for each in reply.profile.processes}
    if check.process or check.no_process:
        yield "facts", check.process in (None, *told) and check.no_process not in told, f"work told: {sorted(told)}"


def fact_at(profile: Profile, address: str) -> Fact | None:
    """The fact at "invoicing.items_per_week" or "firm.headcount"; None where it is not known."""
    scope, _, name = address.partition(".")
    holder = profile.business if scope == "firm" else profile.process(scope)
    found = getattr(holder, name, None)
    return found if isinstance(found, Fact) else None


def _matter(reply: Reply) -> str:
    return str(reply.question.path) if reply.question else ""


def _asked_once(case: RepairCase, replies: Sequence[Reply]) -> Score:
    """No question comes again after another one was open; going back is the owner's right."""
    asked = [_matter(each) for each in replies]
    runs = [each for n, each in enumerate(asked) if each and (n == 0 or each != asked[n - 1])]
    again = {each for each in runs if runs.count(each) > 1}
    return passed(not again or case.kind == "skip_back", f"asked again: {sorted(again)}")


REPAIR = Suite(
    name="repair",
    about="short talks in which something needs mending (evals/cases/repair.jsonl)",
    run=run,
    measures=(
        Measure("without_error", "talks without an error", bar=1.0),
        Measure("corrections", "facts that are right after a correction, the others as before", bar=1.0),
        Measure(
            "contradictions", "contradictions told with both figures, and what may be believed after them", bar=0.9
        ),
        Measure("implausible", "figures that cannot be, told as such and not believed"),
        Measure("facts", "facts of the other turns that are right"),
        Measure("asks", "turns after which a question is open, where one should be"),
        Measure("place_kept", "turns after which the open matter is the one it should be: the same, or another"),
        Measure("nothing_made_up", "turns that tell nothing and after which nothing new is believed"),
        Measure("cites", "questions in the middle that are answered with a source"),
        Measure("asked_once", "talks in which no question was put twice", bar=1.0),
    ),
)
