"""The default ranges of knowledge/vocabulary/priors.yml as frozen nouns, each with its basis and strength."""

from __future__ import annotations

from pathlib import Path

from pydantic import field_validator

from assistant.catalogue import read_noun
from assistant.domain.catalogue import Spread
from assistant.domain.facts import Noun
from assistant.domain.knowledge import Strength


class Prior(Noun):
    """A range (P10, P50, P90) that stands in for something unsaid, or that is put on something said."""

    spread: Spread
    unit: str
    basis: str
    strength: Strength

    @field_validator("spread")
    @classmethod
    def _ordered(cls, spread: Spread) -> Spread:
        if not spread[0] <= spread[1] <= spread[2]:
            raise ValueError("the three figures must not fall")
        return spread

    @property
    def mid(self) -> float:
        """The middle of the range."""
        return self.spread[1]


class Ramp(Noun):
    """A row of figures, one a month, the last of which stays."""

    values: tuple[float, ...]
    unit: str
    basis: str
    strength: Strength


class Deviation(Noun):
    """By how much a figure of a check-in may differ (log units, or log odds of a share): in the count of one week, from
    month to month, for some months, and from all that was thought of before."""

    measured: float
    monthly: float
    lasting: float
    beyond: float
    basis: str
    strength: Strength


class Deviations(Noun):
    """What stands between a firm's own level and the figures of a check-in."""

    items: Deviation
    share: Deviation
    minutes: Deviation
    hours: Deviation
    upkeep: Deviation
    hardly_used: Prior
    pace: Prior
    practice: Prior
    left_out: Prior
    lasts_months: Prior


class Defaults(Noun):
    """Ranges that the estimates use; units stand in the file."""

    volume_said: Prior
    minutes_said: Prior
    long_task_bias: Prior
    short_task_bias: Prior
    hours_said: Prior
    money_said: Prior
    share_said: Prior
    weakly_said: Prior
    volume_by_people: Prior
    headcount: Prior
    budget_first_year: Prior
    active_weeks: Prior
    labour_factor: Prior
    wage_per_hour: Prior
    users_of_people_tools: Prior
    users_of_other_tools: Prior
    adoption_one_doer: Prior
    handed_back: Prior
    errors_removed: Prior
    sales_recovered: Prior
    setup_overrun: Prior
    price_rise: Prior
    price_told: Prior
    outside_help: Prior
    training_hours_each: Prior
    given_up_at_start: Prior
    given_up_a_year: Prior
    volume_growth: Prior
    wage_growth: Prior
    batch_errors: Prior
    discount_rate: Prior
    mechanism_holds: Prior
    mechanism_month: Prior
    horizon_months: Prior
    long_horizon_months: Prior


class Wordings(Noun):
    """Words by which a fact says who does the work, what an hour's price holds, and which means last long.

    `given_up_at_start` says of what the prior of that name is a share.
    """

    outside_doer: tuple[str, ...]
    owner_doer: tuple[str, ...]
    full_cost: tuple[str, ...]
    paid_by_the_hour: tuple[str, ...]
    long_lived: tuple[str, ...]
    given_up_at_start: str


class Priors(Noun):
    """Everything assumed where an owner has said nothing."""

    source: str
    defaults: Defaults
    adoption_ramp: Ramp
    check_ins: Deviations
    words: Wordings

    def horizon(self, means_id: str) -> int:
        """Months over which a means is judged."""
        defaults = self.defaults
        kept_long = means_id in self.words.long_lived
        return int((defaults.long_horizon_months if kept_long else defaults.horizon_months).mid)


def load_priors(knowledge: Path) -> Priors:
    """The priors of a knowledge folder; raises BadInput naming file and key where one is missing or misshapen."""
    return read_noun(knowledge / "vocabulary" / "priors.yml", Priors)
