"""The inputs of one job and what they are compared with, for tests of single inputs."""

from __future__ import annotations

import pytest

from assistant.domain.catalogue import Country, Means, Spread
from assistant.domain.profile import Profile
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import Input, JobInputs
from tests.estimates.firms import BRITAIN, in_country, setting

PRIORS = setting().priors
DEFAULTS = PRIORS.defaults
NORTH = BRITAIN.model_copy(update={"code": "SE", "currency": "SEK", "money_per_neutral": 11.0})


def way(means_id: str = "acct", **changes: object) -> Means:
    return setting().catalogue.way(means_id).model_copy(update=changes)


def inputs(
    profile: Profile, process_id: str = "invoicing", means: Means | None = None, country: Country | None = BRITAIN
) -> JobInputs:
    placed, shared = in_country(country, profile, setting())
    return job_inputs(placed, shared.catalogue.process(process_id), means or way(), shared)


def paid(wage: float) -> Country:
    """The north at a usual wage."""
    return NORTH.model_copy(update={"wage_per_hour": (wage / 2, wage, wage * 2)})


def spread(one: Input | None) -> Spread:
    assert one is not None
    return one.spread


def times(range_: Spread, factor: float) -> Spread:
    low, mid, high = (each * factor for each in range_)
    return pytest.approx((low, mid, high))  # type: ignore[no-any-return]  # compares like a range


PRICED = way(
    setup_cost=(100.0, 200.0, 400.0), cost_per_month=(10.0, 20.0, 40.0), cost_per_person_month=(1.0, 2.0, 4.0),
    cost_per_item=(0.1, 0.2, 0.4),
)  # fmt: skip
MONTHLY = ("cost_per_month", "cost_per_person_month", "cost_per_item")
