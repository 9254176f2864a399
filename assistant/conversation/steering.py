"""Words that steer the talk and tell nothing of the firm: skip, don't know, why, back, stop, hello."""

from __future__ import annotations

from assistant.conversation.heard import Heard
from assistant.domain.profile import is_list
from assistant.domain.talk import Asked, Question, SessionState
from assistant.reading.intents import Intent

HELLO = "Hello. Tell me about the firm and what eats your week, as it comes."


def steered(state: SessionState, intent: Intent) -> Heard | None:
    """What steering words come to; None for words that tell something."""
    pending = state.pending
    if intent == "back":
        return _back(state)
    if intent == "done":
        return same(state, stopped=True)
    if intent == "greeting":
        return same(state, HELLO, ask_again=True)
    if pending is None:
        return None
    if intent == "why":
        return same(state, f"{pending.why} {pending.check}".strip(), ask_again=True)
    if intent in ("skip", "unknown"):
        return passed(state, pending, intent)
    return _pressed(state, pending, intent) if intent in ("vague", "chat") else None


def _pressed(state: SessionState, pending: Question, how: str) -> Heard:
    """Once more, with an example, after words that hold nothing; the second time the question is passed."""
    if was_put_again(state, pending):
        return passed(state, pending, "unknown")
    line = _example(pending) if how == "vague" else ""
    asked = marked(state, pending, "pressed")
    return Heard(profile=state.profile, asked=asked, lines=(line,) if line else (), ask_again=True)


def was_put_again(state: SessionState, pending: Question) -> bool:
    """True where the open question was put a second time already; there is no third."""
    return any(each.path == pending.path and each.outcome == "pressed" for each in state.asked)


def passed(state: SessionState, pending: Question, how: str) -> Heard:
    if how == "skip":
        return Heard(profile=state.profile, asked=marked(state, pending, "skipped"), lines=("Fine, we leave that.",))
    line = (
        "Then I take a range for now, and mark it as assumed." if pending.plausible else "Then it stays open for now."
    )
    if pending.check:
        line += f" To find out in fifteen minutes: {pending.check}"
    return Heard(profile=state.profile, asked=marked(state, pending, "unknown"), lines=(line,))


def _example(question: Question) -> str:
    """How rough an answer may be."""
    if question.choices:
        return "Rough is fine, for example: " + " or ".join(f"“{each}”" for each in question.choices[:2]) + "."
    if question.plausible:
        low, high = question.plausible
        return f"Rough is fine: a range between {low:g} and {high:g} {question.unit}".rstrip() + "."
    return "Rough is fine, in a few words."


def _back(state: SessionState) -> Heard:
    closed = tuple(each for each in state.asked if each.outcome != "pressed")
    if not closed:
        return same(state, "There is nothing to go back to yet.", ask_again=True)
    last = closed[-1]
    return Heard(
        profile=state.profile.with_fact(last.path, None) if not is_list(last.path) else state.profile,
        asked=tuple(each for each in state.asked if each.path != last.path),
        lines=("Back one question.",),
    )


def same(
    state: SessionState, line: str = "", *, ask_again: bool = False, stopped: bool = False, is_proposal: bool = False
) -> Heard:
    return Heard(
        profile=state.profile,
        asked=state.asked,
        lines=(line,) if line else (),
        ask_again=ask_again,
        stopped=stopped,
        is_proposal=is_proposal,
    )


def marked(state: SessionState, pending: Question | None, outcome: str) -> tuple[Asked, ...]:
    if pending is None:
        return state.asked
    return (*state.asked, Asked.model_validate({"path": pending.path, "outcome": outcome}))
