"""The best-known published score of an idea for automation, worked out from the owner's facts as one view of many.

UiPath's Automation Hub takes the mean of five answers from 1 to 5 (rules, digital input, structured input, change
within six months, documentation); suitability is the mean of the first three, readiness of the other two. It is shown
beside our decision and has no part in it. Method: the hub's user guide, "Information about the Idea Score" (2026).
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.advice import IdeaScore
from assistant.domain.catalogue import Decision
from assistant.domain.facts import Fact
from assistant.domain.profile import Process
from assistant.language.phrases import lower, say_number

LOWEST, HIGHEST, MIDDLE = 1.0, 5.0, 3.0
WRITTEN_STEPS = 4.0
"""The published answer for standard procedures; 5 asks for detailed work instructions, which nobody is asked about."""
NAME = "Idea Score (UiPath Automation Hub)"
IGNORES = "your goals, what it costs, how much of the work there is and what customers come for"
ASKED = ("rule_based", "digital_input", "stable", "documented")
"""Facts that it asks for."""
OF_SUITABILITY = 3
"""The first three answers are about the work's suitability, the rest about its readiness."""
FOR_IT: tuple[Decision, ...] = ("now", "next", "later", "use what you have")


def idea_score(process: Process, decision: Decision, reason: str, fact: str = "") -> IdeaScore:
    """The score as far as its answers are known, and whether it comes out as our decision does.

    Numbers are from 1 to 5; a mean of which under half is known is None. How structured the input is has no fact here.
    `fact` is what the reason of our decision is about, where that is one fact of the work.
    """
    answers: tuple[float | None, ...] = (
        _share(process.rule_based),
        _share(process.digital_input),
        None,
        _yes_no(process.stable, HIGHEST),
        _yes_no(process.documented, WRITTEN_STEPS),
    )
    score = _mean(answers)
    agrees = None if score is None else (score >= MIDDLE) == (decision in FOR_IT)
    return IdeaScore(
        name=NAME,
        ignores=IGNORES,
        score=score,
        suitability=_mean(answers[:OF_SUITABILITY]),
        readiness=_mean(answers[OF_SUITABILITY:]),
        known=sum(each is not None for each in answers),
        of=len(answers),
        text=_said(score, agrees, decision, reason, fact),
    )


def _share(fact: Fact | None) -> float | None:
    """A share of 0 to 1 on the scale."""
    return LOWEST + (HIGHEST - LOWEST) * fact.mid if fact and fact.is_number else None


def _yes_no(fact: Fact | None, yes: float) -> float | None:
    return None if fact is None or not isinstance(fact.value, bool) else yes if fact.value else LOWEST


def _mean(answers: Sequence[float | None]) -> float | None:
    """The mean of the known answers; None where under half of them are known."""
    known = [each for each in answers if each is not None]
    return sum(known) / len(known) if 2 * len(known) >= len(answers) else None


def _said(score: float | None, agrees: bool | None, decision: Decision, reason: str, fact: str) -> str:
    if score is None:
        return "Too few of its five answers are known for a number."
    side = "for it" if score >= MIDDLE else "against it"
    head = f"{say_number(score)} on its scale of 1 to 5, which speaks {side}."
    if agrees:
        return f"{head} So does our answer."
    why = "because its mean evens out what stops us" if fact in ASKED else "for what it does not ask"
    return f"{head} Our answer is another one ({decision}) {why}: {lower(reason)}."
