"""What a profile says of itself."""

from __future__ import annotations

import pytest

from assistant.domain.profile import Process
from tests.builders import fact


@pytest.mark.parametrize(
    ("told", "measured", "counted", "sized"),
    [
        ((), False, False, False),
        (("error_rate", "people"), False, False, False),
        (("items_per_week",), True, False, False),
        (("minutes_per_item",), True, False, False),
        (("items_per_week", "minutes_per_item"), True, True, True),
        (("hours_per_week",), True, False, True),
        (("hours_per_week", "items_per_week"), True, False, True),
    ],
)
def test_how_much_of_the_size_of_the_work_is_known(
    told: tuple[str, ...], measured: bool, counted: bool, sized: bool
) -> None:
    work = Process(id="invoicing", name="invoicing", **{name: fact(3.0) for name in told})
    assert (work.is_measured, work.is_counted, work.is_sized) == (measured, counted, sized)
