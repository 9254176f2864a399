"""What owners suppose in a talk: heard, tried on the right facts, kept only when they say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.conversation.session import Session
from assistant.domain.facts import Fact, FactPath
from assistant.domain.flips import WhatIf
from assistant.domain.profile import Profile
from assistant.domain.talk import Reply, SessionState
from evals.casebook import CASES, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, Score, f1, passed, share
from evals.suite import Suite, Workplace

KEEP = "Keep it"
Paths = Mapping[tuple[str, str], Fact]
Kind = Literal[
    "volume", "time", "people", "money", "skill", "offer", "without", "yes_no", "two at once", "not a what-if", "cannot"
]  # fmt: skip


class WantedChange(BaseModel):
    """A fact as it should be on the branch; `tolerance` is a share of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    scope: str
    fact: str
    is_: bool | float | tuple[float, float] = Field(alias="is")
    tolerance: float = 0.05

    def fits(self, found: Fact | None) -> bool:
        """True where the fact found is the one wanted."""
        if found is None or isinstance(self.is_, bool) or isinstance(found.value, bool):
            return found is not None and found.value is self.is_
        low, high = self.is_ if isinstance(self.is_, tuple) else (self.is_, self.is_)
        near = self.tolerance * max(abs(high), 1e-9)
        return found.is_number and abs(found.low - low) <= near and abs(found.high - high) <= near


class Wanted(BaseModel):
    """What the second turn should come to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what_if: bool
    changes: tuple[WantedChange, ...] = ()
    without: str | None = None
    add_work: str | None = None


class WhatIfCase(Case):
    """What an owner tells first, and what they suppose then."""

    kind: Kind
    work: tuple[str, ...] = ()
    opening: str
    say: str
    expect: Wanted


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every talk."""
    for case in place.some(load(CASES / "what_if.jsonl", WhatIfCase)):
        talk = attempt(talked, place.plumbline.session(f"eval-{case.id}"), case)
        yield Mark("without_error", case.id, case.seen, passed(talk.result is not None, talk.error))
        if talk.result is not None:
            for measure, score in marks(case, talk.result):
                yield Mark(measure, case.id, case.seen, score)


@dataclass(frozen=True)
class Talk:
    """A talk of a case as it went: what was known before, with the what-if open, and once it is kept."""

    before: SessionState
    reply: Reply
    after: SessionState
    kept: SessionState

    @property
    def heard(self) -> WhatIf | None:
        """The what-if that was heard."""
        return self.after.branch


def talked(session: Session, case: WhatIfCase) -> Talk:
    """The talk of a case; a branch that is open is kept."""
    session.say(case.opening)
    before, reply = session.state(), session.say(case.say)
    after = session.state()
    if after.branch is not None and after.branch.changes_something:
        session.say(KEEP)
    return Talk(before, reply, after, session.state())


def marks(case: WhatIfCase, talk: Talk) -> Iterator[tuple[str, Score]]:
    """The scores of one talk."""
    heard, wanted = talk.heard, case.expect
    said = "heard none" if heard is None else f"heard one in {case.say!r}"
    yield "recognised", passed((heard is not None) == wanted.what_if, said)
    if not wanted.what_if:
        return
    found = {(each.path.scope, each.path.name): each.fact for each in heard.changes} if heard else {}
    right = sum(each.fits(found.get((each.scope, each.fact))) for each in wanted.changes)
    told = f"{_said(found)} for {case.say!r}"
    yield "changes", f1(right, len(found) - right, len(wanted.changes) - right, told)
    whole = right == len(found) == len(wanted.changes) and _same_rest(heard, wanted)
    yield "whole", passed(whole, told)
    if all(talk.before.profile.process(each) for each in case.work):
        yield "whole_where_read", passed(whole, told)
    if wanted.without:
        yield "without", passed(heard is not None and heard.without == wanted.without, told)
    yield "nothing_changed", passed(talk.after.profile == talk.before.profile, "the profile changed")
    if heard is not None and heard.changes_something:
        yield "table", passed(talk.reply.text.count("\n| ") >= 1 + len(talk.before.profile.processes[:1]), "no table")
        yield "kept", _kept(heard, talk.kept)


def _same_rest(heard: WhatIf | None, wanted: Wanted) -> bool:
    without, added = (heard.without, heard.added) if heard else ("", ())
    return without == (wanted.without or "") and added == ((wanted.add_work,) if wanted.add_work else ())


def _said(found: Paths) -> str:
    return ", ".join(f"{scope}.{name}={fact.value}" for (scope, name), fact in found.items()) or "no change"


def _kept(heard: WhatIf, after: SessionState) -> Score:
    """The share of what was supposed that holds once it is kept, each in the owner's words; a way ruled out is gone."""
    held = [_holds(after.profile, each.path, each.fact) for each in heard.changes]
    if heard.without:
        made = after.recommendation.initiatives if after.recommendation else ()
        held.append(all(each.means != heard.without or each.decision == "leave it" for each in made))
    held += [after.profile.process(each) is not None for each in heard.added]
    return share(sum(held), len(held), "" if all(held) else "not all of it holds")


def _holds(profile: Profile, path: FactPath, fact: Fact) -> bool:
    now = profile.fact(path)
    return now is not None and now.value == fact.value and now.basis == "owner" and bool(now.quote)


WHAT_IF = Suite(
    name="what_if",
    about="a what-if in a talk: what is supposed, tried and kept (evals/cases/what_if.jsonl)",
    run=run,
    measures=(
        Measure("without_error", "talks without an error", bar=1.0),
        Measure("recognised", "turns taken for a what-if where they are one, and only there"),
        Measure("changes", "F1 of the facts that are supposed: each at its place with its value, and no other"),
        Measure("whole", "what-ifs of which every fact, way and work is right and nothing else is changed"),
        Measure("whole_where_read", "the same where all the work of the opening was read as it should be"),
        Measure("without", "ways ruled out that are"),
        Measure("nothing_changed", "what-ifs after which everything known is as before", bar=1.0),
        Measure("table", "what-ifs answered with a table of the work"),
        Measure("kept", "what was supposed that holds once it is kept, in the owner's words", bar=1.0),
    ),
)
