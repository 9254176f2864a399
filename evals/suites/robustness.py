"""Odd words in the middle of a talk: there is a reply, no error, and nothing that was known or said is lost."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain.profile import Profile
from assistant.domain.talk import Reply
from evals.casebook import CASES, Attempt, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, Score, passed
from evals.scorers.checks import believed_anew
from evals.suite import Suite, Workplace

BEFORE = "We are four people, a joinery in Leeds. I make about 20 invoices a week, ten minutes each, and hate it."


class OddCase(Case):
    """Words that people do send; where `tells` is false nothing in them is a fact about the firm."""

    what: str
    words: str
    repeat: int = 1
    tells: bool = True

    def said(self) -> str:
        """The words in full."""
        return self.words * self.repeat


def run(place: Workplace) -> Iterator[Mark]:
    """Each odd message as the second turn of a talk of its own."""
    for case in place.some(load(CASES / "robustness.jsonl", OddCase)):
        session = place.plumbline.session(f"eval-{case.id}")
        before = attempt(session.say, BEFORE)
        said = attempt(session.say, case.said())
        kept = [each.words for each in session.history()]
        again = attempt(session.say, "Where were we?")
        known = before.result.profile if before.result else Profile()
        for measure, score in marks(case, known, said, again):
            yield Mark(measure, case.id, case.seen, score)
        whole = case.said() in kept or _writable(case.said()) in kept
        yield Mark("words_kept", case.id, case.seen, passed(whole, f"{case.what}: the words are not in the history"))


def marks(case: OddCase, known: Profile, said: Attempt[Reply], again: Attempt[Reply]) -> Iterator[tuple[str, Score]]:
    """The scores of one message."""
    error = said.error or again.error
    yield "without_error", passed(not error, f"{case.what}: {error[:200]}")
    text = said.result.text if said.result else ""
    yield "replied", passed(bool(text.strip()), f"{case.what}: no reply")
    after = again.result.profile if again.result else Profile()
    yield "facts_kept", passed(keeps(known, after), f"{case.what}: facts of the turn before are gone")
    if not case.tells and said.result:
        new = believed_anew(known, said.result.profile)
        yield "nothing_made_up", passed(not new, f"{case.what}: now believes {new}")


def keeps(known: Profile, after: Profile) -> bool:
    """True where all work, goals and the headcount known before are still known; figures may have been corrected."""
    processes = {each.id for each in known.processes} <= {each.id for each in after.processes}
    goals = set(known.goals) <= set(after.goals)
    return processes and goals and (known.business.headcount is None or after.business.headcount is not None)


def _writable(words: str) -> str:
    """The words with lone surrogates replaced: no file or database can hold those."""
    return words.encode("utf-8", errors="replace").decode("utf-8")


ROBUSTNESS = Suite(
    name="robustness",
    about="odd words in a talk (evals/cases/robustness.jsonl)",
    run=run,
    measures=(
        Measure("without_error", "messages that raise no error, then or in the next turn", bar=1.0),
        Measure("replied", "messages that get a reply", bar=1.0),
        Measure("facts_kept", "messages after which everything known before is still known", bar=1.0),
        Measure("nothing_made_up", "messages that tell nothing and after which nothing new is believed", bar=1.0),
        Measure("words_kept", "messages that stand in the history letter by letter", bar=1.0),
    ),
)
