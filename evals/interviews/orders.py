"""Three ways to order the same questions: ours, the order of the file, and any order; every answer is the truth.

Nothing is read from words here: what is compared is which question comes next, and what the decision is worth then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from assistant.conversation.plumbline import Plumbline
from assistant.domain.facts import FIRM
from assistant.domain.profile import Profile
from assistant.interview.questions import QuestionKind
from evals.interviews.truth import Truth, decided, decisions_of, told, with_told
from evals.simulated.owners import Owner

MOST = 40
"""Questions after which a course ends."""
Next = Callable[[Profile, frozenset[str]], str | None]
"""From what is known and what was asked, the address of the question to put now; None to stop."""


@dataclass(frozen=True)
class Course:
    """How one owner's interview went: what the decision was worth after 0, 1, 2 ... answers, as a share of the best."""

    shares: tuple[float, ...]

    @property
    def questions(self) -> int:
        """How many questions were answered."""
        return len(self.shares) - 1

    def after(self, answers: int) -> float:
        """The share after so many answers; the last one where it stopped before."""
        return self.shares[min(answers, self.questions)]


def course(owner: Owner, truth: Truth, put: Next, day: date) -> Course:
    """The course of one owner's interview from the opening on."""

    def share() -> float:
        return truth.share(decisions_of(decided(profile, truth.stands.setting, day)))

    facts = {f"{FIRM}.{name}": value for name, value in owner.firm.items()}
    facts |= {f"{each.id}.{name}": value for each in owner.told for name, value in each.facts.items()}
    profile, asked = told(owner, owner.opened), frozenset(owner.opened)
    shares = [share()]
    while len(shares) <= MOST and (address := put(profile, asked)) is not None:
        asked |= {address}
        profile = with_told(profile, address, facts[address]) if address in facts else profile
        shares.append(share())
    return Course(tuple(shares))


def ours(plumbline: Plumbline) -> Next:
    """The order of the product: the first of the questions that are still open."""

    def put(profile: Profile, asked: frozenset[str]) -> str | None:
        still = (str(each.path) for each in plumbline.advise(profile).questions_open)
        return next((each for each in still if each not in asked), None)

    return put


def in_order(listed: Sequence[str]) -> Next:
    """A questionnaire: every question of a list, one after the other."""

    def put(_: Profile, asked: frozenset[str]) -> str | None:
        return next((each for each in listed if each not in asked), None)

    return put


def questionnaire(owner: Owner, kinds: Sequence[QuestionKind]) -> tuple[str, ...]:
    """Every question to an owner in the order of the file: those on the work once for each piece of it."""
    works = [each.id for each in owner.told]
    scopes = {"firm": [FIRM], "process": works, "words": []}
    return tuple(f"{scope}.{kind.name}" for kind in kinds for scope in scopes[kind.scope] if kind.name != "processes")


def shuffled(listed: Sequence[str], seed: int) -> tuple[str, ...]:
    """The same questions in any order."""
    return tuple(listed[each] for each in np.random.default_rng(seed).permutation(len(listed)))
