"""Talks with owners who interrupt, contradict, mix and refuse: what must hold after each turn, whatever was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain.talk import Reply
from evals.casebook import CASES, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, Score, passed
from evals.scorers.checks import Said, checked, turns_of
from evals.suite import Suite, Workplace


class ContraryCase(Case):
    """A talk in which the owner says what they say, whatever the question was."""

    turns: tuple[Said, ...]


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every talk."""
    for case in place.some(load(CASES / "contrary.jsonl", ContraryCase)):
        replies, error = talk(place, case)
        yield Mark("without_error", case.id, case.seen, passed(not error, error))
        for measure, score in marks(case, replies):
            yield Mark(measure, case.id, case.seen, score)


def talk(place: Workplace, case: ContraryCase) -> tuple[list[Reply], str]:
    """The replies of a talk, and the error that ended it, if one did."""
    session = place.plumbline.session(f"eval-{case.id}")
    replies: list[Reply] = []
    for turn in case.turns:
        said = attempt(session.say, turn.say)
        if said.result is None:
            return replies, said.error
        replies.append(said.result)
    return replies, ""


def marks(case: ContraryCase, replies: Sequence[Reply]) -> Iterator[tuple[str, Score]]:
    """The scores of one talk; what is told in its first turn counts apart, for that is plain reading."""
    found: dict[str, list[tuple[bool, str]]] = {}
    for said, turn in turns_of(case.turns, replies):
        for check in said.expect:
            for measure, held, note in checked(check, turn):
                name = "first_turn" if measure in ("facts", "work") and not turn.number else measure
                found.setdefault(name, []).append((held, note))
    for measure, each in found.items():
        lost = [note for held, note in each if not held]
        yield measure, Score(1 - len(lost) / len(each), "; ".join(lost), len(each))


CONTRARY = Suite(
    name="contrary",
    about="whole talks with owners who interrupt, contradict, mix and refuse (evals/cases/contrary.jsonl)",
    run=run,
    measures=(
        Measure("without_error", "talks without an error", bar=1.0),
        Measure("first_turn", "facts of the first turn that are right"),
        Measure("facts", "facts that are right after later turns"),
        Measure("work", "work on the table that should be, and none that should not"),
        Measure("goals", "goals kept in the owner's words, and none that was refused"),
        Measure("replies", "questions that the reply answers"),
        Measure("asks", "turns after which a question is open, where one should be"),
        Measure("place_kept", "turns after which the open matter is the one it should be: the same, or another"),
        Measure("nothing_made_up", "turns that tell nothing and after which nothing new is believed"),
        Measure("decisions", "advice that is one of the acceptable ones"),
        Measure("never", "advice that must not be given and is not", bar=1.0),
    ),
)
