"""What the size of a firm changes, a row for each band of sizes, and how small a try begins."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from assistant.domain.facts import Fact, Noun
from assistant.domain.knowledge import Strength
from assistant.domain.profile import STAGES, Profile, Stage

BandName = Literal["solo", "micro", "small", "medium"]


class Ground(Noun):
    """What the values of one column rest on."""

    strength: Strength
    says: str


class FirstStep(Noun):
    """How a try begins: its length in weeks, that where nothing is bought, and the most of the work in it (0-1)."""

    weeks: int = Field(ge=1)
    weeks_if_free: int = Field(ge=1)
    share: float = Field(gt=0, le=1)


class Governance(Noun):
    """Who leads, how often it is looked at and on what, who looks, and how a decision is kept.

    `{owners}` in `lead` says who answers for which started work, `{lead}` in `looked_at_by` is whoever answers for one
    piece of it.
    """

    lead: str
    look: str
    looked_at_by: str
    settled: str


class Tone(Noun):
    """Whom a sentence speaks to, and what it is that carries a change."""

    you: str
    firm: str


class Band(Noun):
    """Firms of `people` (from-to); `post_hours` are the hours a week of posts that can really go or stay unfilled."""

    id: BandName
    people: tuple[int, int]
    stage: Stage
    highest_means: Stage
    post_hours: tuple[float, ...]
    changes_at_once: int = Field(ge=1)
    first_step: FirstStep
    governance: Governance
    tone: Tone


class Grounds(Noun):
    """What each column of the table rests on."""

    people: Ground
    stage: Ground
    highest_means: Ground
    post_hours: Ground
    changes_at_once: Ground
    first_step: Ground
    governance: Ground
    tone: Ground


class Smaller(Noun):
    """How much smaller and longer a try is from so many signs on: a part of the usual share, and weeks on top."""

    signs: int = Field(ge=1)
    share: float = Field(gt=0, le=1)
    more_weeks: int = Field(ge=0)


class Stretch(Noun):
    """A part of the week and the share of the work that comes up in it."""

    share: float
    says: str


class Signs(Noun):
    """What tells that such a change is new to a firm, each as the reason that a try begins small."""

    on_paper: str
    unwritten: str
    unskilled: str
    failed_before: str
    early: str


class NewToIt(Noun):
    """How a try shrinks with the number of signs, to `most_weeks` at most.

    Where fewer than `rare_below` a week would be in it, it is tried on the next two of the work; `stretches`, the
    longest first, say a share where nobody told how much work there is.
    """

    most_weeks: int
    rare_below: float
    stretches: tuple[Stretch, ...]
    steps: tuple[Smaller, ...]
    signs: Signs
    basis: Ground

    def step(self, signs: int) -> Smaller | None:
        """The step for so many signs, None where there is none."""
        return max((each for each in self.steps if each.signs <= signs), key=lambda each: each.signs, default=None)

    def stretch(self, share: float) -> str:
        """The longest stretch of the week that holds no more than that share of the work."""
        return next((each.says for each in self.stretches if each.share <= share), self.stretches[-1].says)


class Bands(Noun):
    """All bands, the smallest first, without gap or overlap; `unknown` is that of a firm whose size nobody told."""

    unknown: BandName
    bands: tuple[Band, ...]
    basis: Grounds
    new_to_it: NewToIt

    def of(self, people: float | None) -> Band:
        """The band of so many people, the last where there are more than it holds."""
        if people is None:
            return next(each for each in self.bands if each.id == self.unknown)
        return next((each for each in self.bands if people <= each.people[1]), self.bands[-1])

    def stage_of(self, profile: Profile) -> Fact | None:
        """The stage that a firm is at: as its owner tells, else by its size; None where neither is told."""
        told, people = profile.business.stage, profile.people()
        if told is not None and told.value in STAGES:
            return told
        return None if people is None else Fact(value=self.of(people).stage, basis="computed")

    def highest_means(self, profile: Profile) -> Stage:
        """The level of means that a firm can carry: by its stage where that is told, else by its size."""
        told = profile.business.stage
        alike = (each for each in self.bands if told is not None and each.stage == told.value)
        return next(alike, self.of(profile.people())).highest_means
