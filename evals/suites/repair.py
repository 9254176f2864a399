"""Short talks in which something needs mending: corrections, contradictions, vague answers, questions in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain.talk import Reply
from evals.casebook import CASES, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, Score, passed
from evals.scorers.checks import Said, checked, matter, turns_of
from evals.suite import Suite, Workplace

MEASURE_OF = {
    "correction_value": "corrections",
    "correction_later": "corrections",
    "contradiction": "contradictions",
    "contradiction_inside": "contradictions",
    "implausible": "implausible",
}
"""What a talk of these kinds is about; of the others the facts count as reading."""


class RepairCase(Case):
    """A short talk."""

    kind: str
    turns: tuple[Said, ...]


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
    about = MEASURE_OF.get(case.kind)
    for said, turn in turns_of(case.turns, replies):
        for check in said.expect:
            for measure, held, note in checked(check, turn):
                of_kind = measure == "replies" or (measure == "facts" and turn.number)
                name = about if about and of_kind else "facts" if measure == "work" else measure
                found.setdefault(name, []).append((held, note))
    for measure, each in found.items():
        lost = [note for held, note in each if not held]
        yield measure, Score(1 - len(lost) / len(each), f"{case.kind}: {'; '.join(lost)}" if lost else "", len(each))
    yield "asked_once", _asked_once(case, replies)


def _asked_once(case: RepairCase, replies: Sequence[Reply]) -> Score:
    """No question comes again after another one was open; going back is the owner's right."""
    asked = [matter(each) for each in replies]
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
