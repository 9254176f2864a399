"""Answers to short questions: what each comes to, and that what answers nothing is taken for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from assistant.conversation.hearing import hear
from assistant.conversation.shelf import Shelf
from assistant.domain.facts import Fact
from assistant.domain.profile import Process, Profile
from assistant.domain.talk import Question, SessionState
from evals.casebook import CASES, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, passed
from evals.suite import Suite, Workplace

NEAR = 0.1
"""By what share of it a figure may differ, and by how much a share."""
FAR = 0.25
"""By how much a share that was told in words may differ."""
SHARES = ("exception_share", "digital_input", "rule_based")
YES_NO = ("stable", "documented", "needed", "posts_expected_to_go", "staff_told", "doers_asked", "prerequisite_met",
    "consent", "data_terms", "own_accounts")  # fmt: skip
Wanted = bool | float | str | tuple[float, float] | None


class AnswerCase(Case):
    """A question about a piece of work, or about the firm where `work` is None; an answer, and what it comes to."""

    asked: str
    work: str | None
    say: str
    told: Wanted = Field(alias="is")


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every answer."""
    shelf = Shelf(place.settings)
    for case in place.some(load(CASES / "answers.jsonl", AnswerCase)):
        made = attempt(heard, case, shelf)
        told = made.result
        yield Mark("without_error", case.id, case.seen, passed(not made.error, made.error))
        came_to = None if told is None else told.value
        reason = f"{case.asked}: {case.say!r} came to {came_to!r}, not {case.told!r}"
        if case.told is None:
            yield Mark("left_open", case.id, case.seen, passed(told is None, reason))
            continue
        right = told is not None and agrees(told, case)
        yield Mark(_kind(case.asked), case.id, case.seen, passed(right, reason))
        yield Mark("all", case.id, case.seen, passed(right))
        yield Mark("not_mistaken", case.id, case.seen, passed(told is None or right))


def _kind(asked: str) -> str:
    if asked in YES_NO:
        return "yes_no"
    return "shares" if asked in SHARES else asked if asked == "doer" else "figures"


def heard(case: AnswerCase, shelf: Shelf) -> Fact | None:
    """What the answer put into the place that the question asked for."""
    question = question_of(case, shelf)
    works = (Process(id=case.work, name=case.work),) if case.work else ()
    state = SessionState(profile=Profile(processes=works), pending=question)
    return hear(state, case.say, shelf, shelf.documents_of("eval-answers")).profile.fact(question.path)


def question_of(case: AnswerCase, shelf: Shelf) -> Question:
    """The question as it is put."""
    kind = shelf.questions.named(case.asked)
    assert kind is not None, case.asked
    return kind.put(case.work, shelf.catalogue)


def agrees(told: Fact, case: AnswerCase) -> bool:
    """True where a fact is what the case says: yes and no, the same word, figures that overlap within what is near."""
    wanted = case.told
    if isinstance(wanted, bool):
        if told.is_number:
            return (told.mid > 0) == wanted
        return told.value is wanted
    if isinstance(wanted, str):
        return told.value == wanted
    if wanted is None or not told.is_number:
        return False
    low, high = (wanted, wanted) if isinstance(wanted, (int, float)) else wanted
    if case.asked in SHARES:
        room = NEAR if isinstance(wanted, (int, float)) else FAR
        return told.low <= high + room and told.high >= low - room
    return told.low <= high * (1 + NEAR) and told.high >= low * (1 - NEAR)


ANSWERS = Suite(
    name="answers",
    about="answers to short questions, and what they come to (evals/cases/answers.jsonl)",
    run=run,
    measures=(
        Measure("without_error", "answers heard without an error", bar=1.0),
        Measure("all", "answers that came to what they say"),
        Measure("yes_no", "the same, of answers to yes-or-no questions"),
        Measure("shares", "the same, of shares: special cases, what comes digitally, what goes by rules"),
        Measure("figures", "the same, of counts, times and money"),
        Measure("doer", "the same, of who does it"),
        Measure("not_mistaken", "answers that came to what they say or to nothing"),
        Measure("left_open", "words that answer nothing and were taken for nothing"),
    ),
)
