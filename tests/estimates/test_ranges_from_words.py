"""What a told figure becomes: its range by kind and by who said it, flips of it, and what is remembered of it."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.domain.catalogue import Spread
from assistant.domain.facts import Basis, Fact, Value
from assistant.domain.profile import Profile
from assistant.estimates.draws import Draws, substream
from assistant.estimates.flips import with_changed
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import JobInputs, Kind
from assistant.estimates.said import at_least, figure, memory_of_minutes, note_of, range_of, scaled
from assistant.estimates.weights import LEAST, drivers
from tests.estimates.firms import at, fact, firm, setting

MEMORY: Spread = (0.5, 1.0, 3.0)


@pytest.mark.parametrize(
    ("value", "counts"),
    [(3.0, True), (0.0, True), (-0.1, False), ((0.0, 2.0), True), ((-1.0, 2.0), False), ((2.0, -1.0), False),
     ("three", False), (True, False)],
)  # fmt: skip
def test_a_figure_is_a_number_that_is_not_negative(value: Value, counts: bool) -> None:
    said = fact(value)
    assert figure(said) == (said if counts else None)
    assert figure(None) is None


@pytest.mark.parametrize(
    ("value", "kind", "wanted"),
    [
        ((4.0, 9.0), "amount", (4.0, 6.0, 9.0)),
        ((9.0, 4.0), "amount", (4.0, 6.0, 9.0)),
        ((0.0, 9.0), "amount", (0.0, 4.5, 9.0)),
        ((0.25, 0.25), "amount", (0.25, 0.25, 0.25)),
        ((0.2, 0.6), "share", (0.2, 0.4, 0.6)),
        ((0.6, 1.6), "share", (0.6, 1.0, 1.0)),
        ((1.2, 1.6), "share", (1.0, 1.0, 1.0)),
        ((1.0, 4.0), "factor", (1.0, 2.5, 4.0)),
        (10.0, "amount", (5.0, 10.0, 30.0)),
        (0.5, "share", (0.25, 0.5, 1.0)),
    ],
)
def test_a_range_keeps_its_ends_and_a_figure_is_spread(value: Value, kind: Kind, wanted: Spread) -> None:
    assert range_of(fact(value), MEMORY, setting().priors.defaults, kind) == pytest.approx(wanted)


def test_it_is_an_amount_unless_said_otherwise() -> None:
    assert range_of(fact((4.0, 9.0)), MEMORY, setting().priors.defaults)[1] == 6.0


@pytest.mark.parametrize(
    ("basis", "own"),
    [("owner", True), ("computed", True), ("vendor", False), ("benchmark", False), ("assumed", False)],
)
def test_a_figure_of_somebody_elses_is_spread_by_how_weak_it_is(basis: Basis, own: bool) -> None:
    defaults = setting().priors.defaults
    low, mid, high = MEMORY if own else defaults.weakly_said.spread
    assert range_of(fact(10.0, basis), MEMORY, defaults) == pytest.approx((10 * low, 10 * mid, 10 * high))


def test_only_times_over_half_an_hour_and_under_five_minutes_are_misremembered() -> None:
    defaults = setting().priors.defaults
    said, long, short = (np.array(each.spread) for each in (
        defaults.minutes_said, defaults.long_task_bias, defaults.short_task_bias,
    ))  # fmt: skip
    assert long[1] > 1 > short[1]
    for minutes, bias in ((31.0, long[1]), (30.0, 1.0), (5.0, 1.0), (4.9, short[1])):
        assert memory_of_minutes(fact(minutes), defaults) == pytest.approx(tuple(said * bias)), minutes


def test_ranges_are_stretched_and_raised_end_by_end() -> None:
    assert scaled((1.0, 2.0, 5.0), 3.0) == (3.0, 6.0, 15.0)
    assert at_least((1.0, 4.0, 5.0), (2.0, 3.0, 6.0)) == (2.0, 4.0, 6.0)
    assert at_least((2.0, 3.0, 6.0), (1.0, 4.0, 5.0)) == (2.0, 4.0, 6.0)


def test_an_assumed_range_says_how_strong_it_is_and_on_what() -> None:
    prior = setting().priors.defaults.price_rise
    assert note_of(prior) == f"{prior.strength}: {prior.basis}"


class TestWorldsInWhichAFigureIsAnother:
    path = at("invoicing", "items_per_week")

    def hours(self, profile: Profile, name: str, value: float) -> Fact | None:
        return with_changed(profile, at("invoicing", name), value).fact(at("invoicing", "hours_per_week"))

    def test_the_changed_figure_keeps_its_unit_and_ground_but_not_its_words(self) -> None:
        told = firm("invoicing", items_per_week=Fact(value=20.0, unit="invoices", basis="computed", quote="twenty"))
        changed = with_changed(told, self.path, 40.0).fact(self.path)
        assert changed == Fact(value=40.0, unit="invoices", basis="computed")
        unsaid = with_changed(firm("invoicing"), self.path, 40.0).fact(self.path)
        assert unsaid == Fact(value=40.0)

    def test_hours_move_with_count_and_minutes_and_with_nothing_else(self) -> None:
        hours = Fact(value=6.0, unit="h", basis="computed", quote="six hours")
        told = firm(
            "invoicing", items_per_week=20.0, minutes_per_item=(10.0, 30.0), exception_share=0.1, hours_per_week=hours
        )
        assert self.hours(told, "items_per_week", 30.0) == Fact(value=9.0, unit="h", basis="computed")
        assert self.hours(told, "minutes_per_item", 30.0) == Fact(value=9.0, unit="h", basis="computed")
        assert self.hours(told, "exception_share", 0.3) == hours

    def test_a_range_of_hours_moves_at_both_ends(self) -> None:
        told = firm("invoicing", items_per_week=20.0, hours_per_week=(2.0, 4.0))
        moved = self.hours(told, "items_per_week", 10.0)
        assert moved is not None
        assert moved.value == (1.0, 2.0)

    @pytest.mark.parametrize(
        ("items", "hours"), [(None, 6.0), (0.0, 6.0), ("many", 6.0), (0.5, 6.0), (20.0, "long"), (20.0, None)]
    )
    def test_without_a_proportion_there_are_no_hours(self, items: Value | None, hours: Value | None) -> None:
        told = {"items_per_week": items, "hours_per_week": hours}
        moved = self.hours(
            firm("invoicing", **{k: v for k, v in told.items() if v is not None}), "items_per_week", 40.0
        )
        if items == 0.5:
            assert moved is not None
            assert moved.value == 480.0
        else:
            assert moved is None

    def test_other_work_is_left_alone(self) -> None:
        one, other = (firm(each, items_per_week=20.0, hours_per_week=3.0) for each in ("invoicing", "rota"))
        both = one.model_copy(update={"processes": one.processes + other.processes})
        changed = with_changed(both, at("rota", "items_per_week"), 40.0)
        assert changed.process("invoicing") == both.process("invoicing")
        moved = changed.fact(at("rota", "hours_per_week"))
        assert moved is not None
        assert moved.value == 6.0


class TestDrivers:
    n = 1_000

    def job(self, **told: Value) -> JobInputs:
        catalogue = setting().catalogue
        kind, means = catalogue.process("invoicing"), catalogue.way("acct")
        return job_inputs(firm("invoicing", **told), kind, means, setting())

    def luck(self, stream: str) -> Draws:
        return substream(stream, 1, self.n).astype(float)

    def test_what_follows_one_input_hangs_on_it_alone(self) -> None:
        job = self.job(items_per_week=40.0)
        result = self.luck("invoicing.items_per_week") ** 3
        found = {each.name: each.share for each in drivers(job, result, 1)}
        assert found.pop("items_per_week") == pytest.approx(1.0)
        assert max(found.values(), default=0.0) < 0.03
        narrow = {
            each.name: each.share for each in drivers(job, self.luck("invoicing.items_per_week") / (self.n - 1), 1)
        }
        assert narrow["items_per_week"] == pytest.approx(1.0)
        falling = {each.name: each.share for each in drivers(job, -result, 1)}
        assert falling["items_per_week"] == pytest.approx(1.0)

    def test_shares_are_those_of_the_spread_the_largest_first(self) -> None:
        """Four times the spread is sixteen times the share."""
        job = self.job(items_per_week=40.0)
        result = 4 * self.luck("invoicing.items_per_week") + self.luck("acct.removed_share")
        first, second = drivers(job, result, 1)[:2]
        assert (first.name, second.name) == ("items_per_week", "removed_share")
        assert first.share == pytest.approx(16 / 17, abs=0.03)
        assert second.share == pytest.approx(1 / 17, abs=0.03)

    def test_noise_is_left_out(self) -> None:
        job = self.job(items_per_week=40.0)
        found = drivers(job, self.luck("invoicing.items_per_week"), 1)
        assert len(found) < len(job.uncertain())
        assert all(each.share >= LEAST for each in found)

    def test_another_seed_is_another_luck(self) -> None:
        found = drivers(self.job(items_per_week=40.0), self.luck("invoicing.items_per_week"), 2)
        assert {each.name: each.share for each in found}.get("items_per_week", 0.0) < 0.1

    def test_what_does_not_vary_hangs_on_nothing(self) -> None:
        assert drivers(self.job(items_per_week=40.0), np.full(self.n, 3.0), 1) == ()

    @pytest.mark.parametrize(("probability", "seen"), [(0.0, False), (0.75, True), (1.0, False)])
    def test_whether_the_post_goes_counts_where_it_is_open(self, probability: float, seen: bool) -> None:
        job = self.job(items_per_week=40.0, posts_expected_to_go=1.0)
        assert job.mechanism is not None
        sure = job.mechanism.model_copy(update={"probability": probability})
        found = drivers(job.model_copy(update={"mechanism": sure}), self.luck(sure.stream), 1)
        names = {each.name: each.share for each in found}
        assert ("posts_expected_to_go" in names) == seen
        if seen:
            assert names["posts_expected_to_go"] == pytest.approx(1.0)
        assert "posts_expected_to_go" not in {
            each.name for each in drivers(self.job(items_per_week=40.0), self.luck("x"), 1)
        }
