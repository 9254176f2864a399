"""A conversation: questions, replies and the state that a session keeps."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.check_in import CheckIn, PlanVersion
from assistant.domain.facts import FIRM, FactPath, Noun
from assistant.domain.findings import Finding, Report
from assistant.domain.flips import WhatIf
from assistant.domain.knowledge import Citation
from assistant.domain.plan import Plan
from assistant.domain.profile import Profile
from assistant.domain.proposal import Critique

SaidKind = Literal["say", "edit", "proposal", "signed", "documents", "rename", "check-in"]
"""What a turn that stands in the history can be."""
TurnKind = Literal[SaidKind, "undo", "opened"]
"""What a line of the log can be: "undo" takes back the turn before it, "opened" is a saved session taken over."""


class Question(Noun):
    """One question: what is asked, why, quick replies, and a range and check for "don't know".

    `hangs` says between which ways the answer decides, where it decides between any.
    """

    path: FactPath
    text: str
    why: str
    hangs: str = ""
    choices: tuple[str, ...] = ()
    check: str = ""
    plausible: tuple[float, float] | None = None
    unit: str = ""


KEEP_OR_DROP = Question(
    path=FactPath(scope=FIRM, name="branch"),
    text="Shall I keep it as how things are, or drop it?",
    why="Nothing is changed until you keep it.",
    choices=("Keep it", "Drop it"),
)
"""What is asked while a branch of the talk is open; it is about no fact."""


TAKE_OR_LEAVE = Question(
    path=FactPath(scope=FIRM, name="check_in"),
    text="Shall I take this into the plan, or leave the plan as it is?",
    why="Nothing is changed until you say yes.",
    choices=("Yes", "No"),
)
"""What is asked after a check-in has been listed; it is about no fact."""


IS_IT_SO = Question(
    path=FactPath(scope=FIRM, name="noticed"),
    text="Is that so? “Yes” takes all of it, a number only that one.",
    why="Nothing of it counts until you say so.",
    choices=("Yes", "No"),
)
"""What is asked where a chat model saw more in the owner's words than the house did; it is about no fact."""


ABOUT_NO_FACT = (KEEP_OR_DROP, TAKE_OR_LEAVE, IS_IT_SO)
"""Questions that are answered by their own choices alone."""


STILL_THERE = Question(
    path=FactPath(scope=FIRM, name="goals"),
    text="Is it still where you want to go?",
    why="If not, say in a sentence where you want to go now, and I work the plan out for that.",
    choices=("Yes, it is",),
)
"""What is asked at the end of each phase."""


WHERE_NOW = STILL_THERE.model_copy(
    update={
        "text": "Where do you want to go now?",
        "why": "A sentence is enough; I work the plan out for that.",
        "choices": (),
    }
)
"""What is asked where it is not."""


KIND_OF_WORK = "kind_of_work"
"""The name of the question which kind of work is meant; its scope counts the pieces of work that are asked about."""
MOST_NAMED = 2
"""Pieces of work that are asked about in one talk."""


class Unnamed(Noun):
    """Words that tell of work whose kind is not known: `quote` verbatim, in `passage`, which goes on about it;
    `nearest` are the ids of the kinds that come nearest, the nearest first."""

    quote: str
    passage: str
    nearest: tuple[str, ...]


class Noticed(Noun):
    """What a chat model pointed at in the owner's words and the house had not read so: the words, what they would tell
    (`told`, all else empty), in a line for the owner; `instead` is where the same figure stands now, if anywhere."""

    quote: str
    told: Profile
    line: str
    instead: FactPath | None = None


def which_kind(number: int) -> FactPath:
    """The address of the question which kind of work the piece of that number is, from 1."""
    return FactPath(scope=f"named_{number}", name=KIND_OF_WORK)


class Reply(Noun):
    """What the owner gets back for one turn; `taken_back` are the words of the turn that it took back."""

    text: str
    question: Question | None = None
    profile: Profile = Profile()
    recommendation: Recommendation | None = None
    report: Report | None = None
    plan: Plan | None = None
    critique: Critique | None = None
    check_in: CheckIn | None = None
    citations: tuple[Citation, ...] = ()
    notices: tuple[str, ...] = ()
    taken_back: str = ""


class Asked(Noun):
    """A question that was asked and what became of it; `pressed`: put again once, after words that held nothing."""

    path: FactPath
    outcome: Literal["open", "pressed", "answered", "skipped", "unknown"]


class SessionState(Noun):
    """All that a session knows after a turn; its JSON is what the log keeps and what `.json` exports.

    `stopped`: the owner wants no more questions. `told`: decisions that were already spoken of in the talk. `gone`:
    kinds of work that the owner took off the table. `unnamed`: work told of whose kind was not known. `settled` is the
    share of what the advice is worth that no longer hangs on an answer (0-1), None before there is advice. `branch`:
    what was supposed last, until something else is said. `noticed`: what a chat model pointed at last, until the owner
    has said whether it is so, or anything else. `check_ins` are all that were made, the newest last, of which
    the last may still wait for a yes or a no; `versions` are the plans before and after those that were taken over.
    `reminded` is the day of the check-in that was asked for last.
    """

    title: str = ""
    profile: Profile = Profile()
    pending: Question | None = None
    asked: tuple[Asked, ...] = ()
    stopped: bool = False
    told: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()
    settled: float | None = None
    recommendation: Recommendation | None = None
    report: Report | None = None
    plan: Plan | None = None
    critiques: tuple[Critique, ...] = ()
    documents: tuple[str, ...] = ()
    branch: WhatIf | None = None
    noticed: tuple[Noticed, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    versions: tuple[PlanVersion, ...] = ()
    reminded: date | None = None
    reply_text: str = ""
    citations: tuple[Citation, ...] = ()

    @property
    def waived(self) -> tuple[Finding, ...]:
        """Rules that the owner goes ahead against, each with the reason."""
        return tuple(each for each in self.report.findings if each.waived) if self.report else ()

    @property
    def listed(self) -> CheckIn | None:
        """The check-in that waits for a yes or a no, or None."""
        return self.check_ins[-1] if self.check_ins and self.check_ins[-1].taken is None else None

    @property
    def question(self) -> Question | None:
        """What the owner is asked: to take over a check-in or leave it, to keep or drop what was supposed, whether
        what a chat model saw is so; else the open question, which waits meanwhile."""
        if self.listed:
            return TAKE_OR_LEAVE
        if self.branch and self.branch.changes_something:
            return KEEP_OR_DROP
        return IS_IT_SO if self.noticed else self.pending


class Turn(Noun):
    """One line of the log."""

    session_id: str
    n: int
    kind: TurnKind
    words: str
    state: SessionState
    at: datetime


class Exchange(Noun):
    """One thing said and what was replied, for showing a conversation again; `n` counts what stands, from 1.

    `trouble` is what became of the chat model, where one was to word the reply and failed.
    """

    n: int
    kind: SaidKind
    words: str
    reply: str
    citations: tuple[Citation, ...] = ()
    trouble: str = ""


class SessionSummary(Noun):
    """A session as it stands in a list."""

    id: str
    title: str
    turns: int
    last_at: datetime


class Advice(Noun):
    """What `advise` gives: the recommendation laid open beside its report and plan."""

    initiatives: tuple[Initiative, ...]
    order: tuple[str, ...]
    currency: str = ""
    uncovered_goals: tuple[str, ...] = ()
    report: Report
    plan: Plan
    questions_open: tuple[Question, ...] = ()


class RuleCard(Noun):
    """A rule as it is printed: why, source, the failing example as executed, remedy."""

    id: str
    family: str
    severity: str
    dimension: str
    scope: str
    title: str
    why: str
    source: str
    seeds: tuple[str, ...]
    needs: tuple[str, ...]
    fails: dict[str, object]
    failing_finding: Finding
    remedy: str
