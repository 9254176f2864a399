"""Which posts can really go: none where the owner is alone, parts of one in a handful of people, whole ones above."""

from __future__ import annotations

import pytest

from assistant.estimates.estimate import estimate
from assistant.estimates.inputs import job_inputs
from tests.estimates.firms import firm, setting

BUSY = {"items_per_week": 900.0, "minutes_per_item": 6.0, "posts_expected_to_go": 1.0}
SIZES = (1.0, 5.0, 30.0)


def sizes(people: float | None) -> tuple[float, ...]:
    shared = setting()
    profile = firm("bill_entry", people or 3.0, **BUSY)
    if people is None:
        profile = profile.model_copy(update={"business": profile.business.model_copy(update={"headcount": None})})
    kind, means = shared.catalogue.process("bill_entry"), shared.catalogue.way("capture")
    return job_inputs(profile, kind, means, shared).post_sizes


@pytest.mark.parametrize(
    ("people", "largest"), [(1.0, 0.0), (2.0, 20.0), (None, 20.0), (9.0, 20.0), (10.0, 40.0), (200.0, 40.0)]
)
def test_the_largest_post_that_can_go_follows_the_size(people: float | None, largest: float) -> None:
    assert max(sizes(people), default=0.0) == largest


def test_pay_falls_by_no_more_than_the_size_lets_go() -> None:
    made = [estimate(firm("bill_entry", people, **BUSY), "bill_entry", "capture", setting()) for people in SIZES]
    cash = [each.cash_per_year.high or 0.0 for each in made]
    assert cash[0] == 0
    assert 0 < cash[1] < cash[2]
