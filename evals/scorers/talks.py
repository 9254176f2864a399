"""A conversation that was run: what was decided, asked, quoted and shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.domain.talk import Question, Reply
from evals.score import Score, passed


@dataclass(frozen=True)
class Talk:
    """Every reply of a conversation in order, and the questions that were answered."""

    replies: tuple[Reply, ...]
    answered: tuple[Question, ...] = field(default=())

    @property
    def last(self) -> Reply | None:
        """The last reply."""
        return self.replies[-1] if self.replies else None

    def decisions(self) -> dict[str, str]:
        """Decision by process id at the end."""
        advice = self.last.recommendation if self.last else None
        return {each.process_id: each.decision for each in advice.initiatives} if advice else {}


def score_decisions(talk: Talk, acceptable: Mapping[str, Sequence[str]]) -> Score:
    """The share of the processes asked about whose decision is one of the acceptable ones (weight 1 a talk)."""
    made = talk.decisions()
    wrong = [f"{name} is {made.get(name)!r}" for name, right in acceptable.items() if made.get(name) not in right]
    return Score(1 - len(wrong) / len(acceptable) if acceptable else 1.0, "; ".join(wrong))


def score_never(talk: Talk, never: Sequence[str]) -> Score:
    """1 where none of the `process: decision` pairs was advised."""
    made = {f"{name}: {decision}" for name, decision in talk.decisions().items()}
    advised = sorted(made & set(never))
    return passed(not advised, f"advised {advised}")


def score_goal(talk: Talk, words: str) -> Score:
    """1 where the goal's own words stand in the final advice or its plan."""
    reply = talk.last
    places: list[str] = []
    if reply and reply.recommendation:
        links = [link for each in reply.recommendation.initiatives for link in each.serves_goals]
        places += [each.quote or each.goal for each in links] + [each.goal for each in links]
        places += reply.recommendation.uncovered_goals
    if reply and reply.plan:
        places += reply.plan.goals
    return passed(any(plain(words) in plain(place) for place in places), f"the goal is told as {sorted(set(places))}")


def score_asked_once(talk: Talk) -> Score:
    """1 where no question was put twice."""
    counts = Counter(str(each.path) for each in talk.answered)
    again = [path for path, n in counts.items() if n > 1]
    return passed(not again, f"asked again: {again}")


def score_report(talk: Talk) -> Score:
    """1 where the talk ends with advice, its validation and a plan."""
    reply = talk.last
    missing = [name for name in ("recommendation", "report", "plan") if not (reply and getattr(reply, name))]
    return passed(not missing, f"no {missing}")


def plain(words: str) -> str:
    """Words in lower case without punctuation."""
    return " ".join(re.findall(r"\w+", words.lower().replace("'", "").replace("’", "")))
