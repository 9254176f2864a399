"""What must hold after a turn of a talk, and whether it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import Field

from assistant.domain.facts import Fact, FactPath
from assistant.domain.profile import Profile, is_address
from assistant.domain.talk import Reply
from evals.casebook import Case
from evals.scorers.slots import Ends, same_ends
from evals.scorers.talks import plain


class Check(Case):
    """One thing that must hold after a turn; only one of the fields is told, `is`, `in` and `not_in` beside theirs."""

    id: str = ""
    fact: str | None = None
    value: Ends | str = Field(default=None, alias="is")
    reply_has: tuple[str, ...] = ()
    reply_has_any: tuple[str, ...] = ()
    asks: bool | None = None
    other_question: bool = False
    same_question: bool = False
    nothing_new: bool = False
    cites: bool = False
    process: str | None = None
    no_process: str | None = None
    goal_has: str | None = None
    no_goal: str | None = None
    decision: str | None = None
    among: tuple[str, ...] | None = Field(default=None, alias="in")
    not_in: tuple[str, ...] = ()


class Said(Case):
    """What the owner says, and what must hold after it."""

    id: str = ""
    say: str
    expect: tuple[Check, ...]


@dataclass(frozen=True)
class Turn:
    """A reply, the one before it (None at the first turn), and the number of the turn."""

    number: int
    reply: Reply
    before: Reply | None


def turns_of(said: Sequence[Said], replies: Sequence[Reply]) -> Iterator[tuple[Said, Turn]]:
    """Each turn that was answered, with what was said in it."""
    for number, (turn, reply) in enumerate(zip(said, replies, strict=False)):
        yield turn, Turn(number, reply, replies[number - 1] if number else None)


def checked(check: Check, at: Turn) -> Iterator[tuple[str, bool, str]]:
    """The measure that a check counts for, whether it held, and what was there instead."""
    reply, before, turn = at.reply, at.before, f"turn {at.number + 1}"
    if check.fact is not None:
        fact = fact_at(reply, check.fact)
        yield (
            "facts",
            is_as_told(fact, check.value),
            f"{turn}: {check.fact} is {fact and fact.value}, not {check.value}",
        )
    if check.reply_has or check.reply_has_any:
        missing = [each for each in check.reply_has if each not in reply.text]
        any_of = [each for each in check.reply_has_any if each.lower() in reply.text.lower()]
        lacks = missing or (check.reply_has_any if check.reply_has_any and not any_of else ())
        yield "replies", not lacks, f"{turn}: the reply lacks {list(lacks)}"
    if check.asks is not None:
        yield "asks", (reply.question is not None) == check.asks, f"{turn}: asks {reply.question}"
    if before is not None and (check.other_question or check.same_question):
        old, new = matter(before), matter(reply)
        yield "place_kept", (old == new) == check.same_question, f"{turn}: {old}, then {new}"
    if before is not None and check.nothing_new:
        new_beliefs = believed_anew(before.profile, reply.profile)
        yield "nothing_made_up", not new_beliefs, f"{turn}: now believes {new_beliefs}"
    if check.cites:
        yield "cites", bool(reply.citations), f"{turn}: no source"
    yield from _of_work(check, reply, turn)


def _of_work(check: Check, reply: Reply, turn: str) -> Iterator[tuple[str, bool, str]]:
    """Checks of what is on the table, what is wanted, and what is advised."""
    told = {each.id for each in reply.profile.processes}
    if check.process or check.no_process:
        held = check.process in (None, *told) and check.no_process not in told
        yield "work", held, f"{turn}: {check.process or f'not {check.no_process}'} among {sorted(told)}"
    if check.goal_has or check.no_goal:
        goals = [plain(f"{each.quote or ''} {each.text}") for each in reply.profile.goals]
        wanted, refused = check.goal_has, check.no_goal
        held = any(plain(wanted) in each for each in goals) if wanted else True
        held = held and not (refused and any(plain(refused) in each for each in goals))
        yield "goals", held, f"{turn}: {wanted or f'not {refused}'} among {goals}"
    if check.decision:
        advice = reply.recommendation
        made = {each.process_id: each.decision for each in advice.initiatives} if advice else {}
        decision = made.get(check.decision)
        held = decision not in check.not_in and (check.among is None or decision in check.among)
        measure = "never" if check.among is None else "decisions"
        yield measure, held, f"{turn}: {check.decision} is {decision!r}, not of {check.among or check.not_in}"


def is_as_told(fact: Fact | None, value: Ends | str) -> bool:
    """True where a fact is the word, or the figure to 5 %, that it should be; for None where there is none."""
    if fact is None or value is None:
        return fact is None and value is None
    return fact.value == value if isinstance(value, str) else same_ends(fact, value)


def fact_at(reply: Reply, address: str) -> Fact | None:
    """The fact at "invoicing.items_per_week" or "firm.headcount"; None where it is not known, or is no fact."""
    scope, _, name = address.partition(".")
    path = FactPath(scope=scope, name=name)
    return reply.profile.fact(path) if is_address(path) else None


def believed_anew(known: Profile, after: Profile) -> list[str]:
    """The parts of the profile that changed, as they are now; a figure that was merely read is no belief."""
    parts = [name for name in type(known).model_fields if name != "quantities"]
    return [f"{name}: {getattr(after, name)}"[:200] for name in parts if getattr(after, name) != getattr(known, name)]


def matter(reply: Reply) -> str:
    """What the open question is about; "" where none is open."""
    return str(reply.question.path) if reply.question else ""
