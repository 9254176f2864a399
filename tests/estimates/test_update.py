"""What check-ins teach: the range goes to the truth, no further than can be, and a sound try is hardly ever stopped."""

from __future__ import annotations

import doctest
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assistant.domain.check_in import Actuals, Figure, Seen, Trial
from assistant.domain.profile import Profile
from assistant.estimates import going, update
from assistant.estimates.estimate import EstimateSetting, estimate
from assistant.estimates.outturn import Outturn, outturn
from assistant.planning.stop import stop_rule
from tests.builders import fact, salon

WORK, WAY = "appointment_reminders", "remind"
DAY = date(2027, 1, 31)
COUNTS = st.one_of(st.none(), st.floats(0, 400), st.tuples(st.floats(0, 60), st.floats(60, 400)))


def profile() -> Profile:
    return salon(hours_per_week=fact(5.0, "hours"))


def trial(*months: Actuals, below: float | None = None) -> Trial:
    """A try of the salon with its check-ins in a row."""
    work = profile().process(WORK)
    assert work is not None
    seen = tuple(Seen(month=n, on=DAY, actuals=each) for n, each in enumerate(months, start=1))
    return Trial(
        process_id=WORK,
        means_id=WAY,
        began=date(2027, 1, 1),
        items_told=work.items_per_week,
        hours_told=work.hours_per_week,
        stop_below_hours=below,
        stop_on=DAY,
        seen=seen,
    )


def after(setting: EstimateSetting, *months: Actuals, below: float | None = None) -> Outturn:
    return outturn(profile(), trial(*months, below=below), setting)


def ends(found: Outturn) -> tuple[float, float, float]:
    assert found.now.low is not None
    assert found.now.mid is not None
    assert found.now.high is not None
    return found.now.low, found.now.mid, found.now.high


def month(items: float, new: float, minutes: float, old: float | None = None) -> Actuals:
    return Actuals(items=items, new=new, minutes=minutes, minutes_old=old)


@pytest.mark.parametrize("module", [going, update])
def test_the_worked_numbers_come_out(module: object) -> None:
    results = doctest.testmod(module)  # type: ignore[arg-type]  # the two modules above
    assert results.attempted > 0
    assert results.failed == 0


def test_without_a_check_in_the_year_is_what_the_plan_had(setting: EstimateSetting) -> None:
    found = after(setting)
    assert found.now.mid is not None
    assert found.thought.mid is not None
    assert found.now.mid < found.thought.mid  # the slow start
    promised = estimate(profile(), WORK, WAY, setting).hours_freed_per_week
    assert found.freed_per_week.mid == pytest.approx(promised.mid)


def test_the_same_check_ins_give_the_same_range(setting: EstimateSetting) -> None:
    rows = (month(70, 40, 0.5), month(66, 50, 0.4))
    assert after(setting, *rows) == after(setting, *rows)


def test_more_that_went_the_new_way_is_more_freed_and_more_minutes_are_less(setting: EstimateSetting) -> None:
    middle = ends(after(setting, *[month(70, 40, 1.5)] * 3))[1]
    assert ends(after(setting, *[month(70, 65, 1.5)] * 3))[1] > middle
    assert ends(after(setting, *[month(70, 40, 3.5)] * 3))[1] < middle


@pytest.mark.parametrize(("share", "minutes", "old"), [(0.9, 0.5, 4.0), (0.5, 2.0, 5.0), (0.15, 3.0, 4.0)])
def test_the_range_goes_to_the_truth_as_check_ins_go_on(
    setting: EstimateSetting, share: float, minutes: float, old: float
) -> None:
    """Steady months: the middle is far off at no time, and after a year within a fifth of what they come to."""
    rows = [month(70, 70 * share, minutes, old)] * 12
    true = 70 * share * (old - minutes) / 60 * 48
    widths, misses = [], []
    for count in (1, 3, 12):
        low, mid, high = ends(after(setting, *rows[:count]))
        widths.append(high - low)
        misses.append(abs(mid - true))
    assert widths[2] < widths[1] < widths[0]
    assert misses[2] <= max(0.2 * true, 12)


@given(items=COUNTS, new=COUNTS, minutes=COUNTS, wrong=st.one_of(st.none(), st.floats(0, 50)))
@hypothesis_settings(max_examples=25, deadline=None)
def test_no_check_in_makes_a_year_that_cannot_be(
    items: Figure | None, new: Figure | None, minutes: Figure | None, wrong: float | None
) -> None:
    """Whatever is counted: three figures in order, and never more hours freed than the work takes."""
    setting = small()
    told = Actuals(items=items, new=new, minutes=minutes, wrong=wrong)
    found = after(setting, told, told)
    low, mid, high = ends(found)
    assert np.isfinite([low, mid, high]).all()
    assert low <= mid <= high
    most = (found.items_per_week.high or 0.0) * 30 / 60 * 52
    assert high <= most
    assert 0 <= found.chance_below <= 1


def test_what_is_not_told_says_nothing(setting: EstimateSetting) -> None:
    """Upkeep alone moves upkeep: items and their share stay where the prior had them."""
    told, nothing = (after(setting, each).items_per_week.mid for each in (Actuals(upkeep_hours=0.2), Actuals()))
    assert told == pytest.approx(nothing, rel=0.03)


def test_hours_now_stand_for_minutes(setting: EstimateSetting) -> None:
    few, many = (ends(after(setting, *[Actuals(hours=hours)] * 3))[1] for hours in (1.0, 4.5))
    assert few > many


def test_a_range_moves_less_than_a_figure(setting: EstimateSetting) -> None:
    sure = ends(after(setting, *[month(70, 20, 1.0)] * 3))
    unsure = ends(after(setting, *[Actuals(items=70.0, new=(8.0, 45.0), minutes=1.0)] * 3))
    assert unsure[2] - unsure[0] > sure[2] - sure[0]


def test_the_estimate_itself_goes_by_what_was_counted(setting: EstimateSetting) -> None:
    told = trial(*[month(70, 5, 3.0, 4.0)] * 3)
    plain = estimate(profile(), WORK, WAY, setting).hours_freed_per_week.mid or 0.0
    seen = (
        estimate(profile().model_copy(update={"trials": (told,)}), WORK, WAY, setting).hours_freed_per_week.mid or 0.0
    )
    other = estimate(profile().model_copy(update={"trials": (told,)}), WORK, "booking", setting).hours_freed_per_week
    assert seen < plain / 2
    assert other == estimate(profile(), WORK, "booking", setting).hours_freed_per_week


def test_three_check_ins_stop_tries_that_fail_and_leave_sound_ones() -> None:
    """Months as the model has them: nine in ten of those far below the line are stopped, one in twenty of the sound."""
    chance = np.random.default_rng(7)
    setting, line = small(), 1.5

    def is_stopped(share: float, minutes: float) -> bool:
        rows = []
        for _ in range(3):
            items = float(round(70 * chance.lognormal(0, 0.1)))
            new = float(chance.binomial(int(items), share))
            each = minutes * chance.lognormal(0, 0.15)
            rows.append(month(items, new, each, 4.3 * chance.lognormal(0, 0.15)))
        made = trial(*rows, below=line)
        rule = stop_rule(made, outturn(profile(), made, setting).chance_below, DAY)
        return rule is not None and rule.verdict == "broken"

    failing = [is_stopped(share, minutes) for share, minutes in ((0.05, 1.0), (0.08, 0.5), (0.6, 4.2), (0.8, 4.4)) * 10]
    sound = [is_stopped(share, minutes) for share, minutes in ((0.8, 0.5), (0.7, 0.8), (0.6, 0.4), (0.9, 1.0)) * 10]
    assert np.mean(failing) >= 0.9
    assert np.mean(sound) <= 0.05


def small() -> EstimateSetting:
    """The tables with few draws, for what is tried many times."""
    from tests.estimates.firms import setting as tables

    return tables(400)
