"""What must hold of every estimate, whatever the firm, tried on many seeded firms over the whole catalogue."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from assistant.domain.advice import Estimate
from assistant.domain.catalogue import Means, ProcessKind, Spread
from assistant.domain.facts import Fact, Range, Value
from assistant.domain.profile import Profile
from assistant.estimates.draws import Draws, substream
from assistant.estimates.estimate import EstimateSetting, estimate, estimate_means
from assistant.estimates.flips import with_changed
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import drawn as draws_of
from assistant.estimates.memo import Memo
from assistant.estimates.outcome import Luck, Outcome, outcome
from assistant.estimates.said import scaled
from tests.estimates.firms import at, fact, firm, setting

DRAWS = 300
FIRMS = range(120)
PRICES = ("setup_cost", "cost_per_month", "cost_per_person_month", "cost_per_item", "upkeep_cost_share")
DOERS = ("owner", "my assistant", "bookkeeper", "the team")
UNIT = 1e-9
"""Rounding of floating point, as a part of the figures."""


@dataclass(frozen=True)
class Trial:
    """A firm with one piece of work of which a random part is told, and a means for it."""

    profile: Profile
    kind: ProcessKind
    means: Means

    def told(self, name: str, value: float) -> Trial:
        """The same firm, of which this is told too."""
        return Trial(self.profile.with_fact(at(self.kind.id, name), fact(value)), self.kind, self.means)


def trial(number: int) -> Trial:
    """The firm of that number."""
    dice = random.Random(f"properties {number}")
    catalogue = setting(draws=DRAWS).catalogue
    kind, means = dice.choice(catalogue.processes), dice.choice(catalogue.means)
    told: dict[str, Value | Fact] = {"items_per_week": dice.uniform(0.5, 900)}
    likely: dict[str, Value] = {
        "minutes_per_item": dice.uniform(0.5, 120),
        "hours_per_week": sorted_pair(dice, 0.2, 60),
        "exception_share": dice.uniform(0, 0.9),
        "active_weeks": dice.uniform(8, 52),
        "people": float(dice.randint(1, 12)),
        "posts_expected_to_go": dice.choice((0.5, 1.0, 2.0)),
        "cash_per_error": dice.uniform(1, 200),
        "error_rate": dice.uniform(0, 0.2),
        "outside_bill_per_year": dice.uniform(200, 30_000),
        "doer": dice.choice(DOERS),
        "wage_per_hour": dice.uniform(3, 300),
    }
    told |= {name: value for name, value in likely.items() if dice.random() < 0.4}
    return Trial(firm(kind.id, headcount=dice.uniform(1, 250), **told), kind, means)


def sorted_pair(dice: random.Random, least: float, most: float) -> tuple[float, float]:
    low, high = sorted((dice.uniform(least, most), dice.uniform(least, most)))
    return low, high


def estimated(one: Trial, shared: EstimateSetting | None = None) -> Estimate:
    return estimate_means(one.profile, one.kind, one.means, shared or setting(draws=DRAWS))


def drawn(one: Trial) -> Outcome:
    """The results of each draw, of which an estimate shows three."""
    shared = setting(draws=DRAWS)
    return outcome(job_inputs(one.profile, one.kind, one.means, shared), Luck(shared.seed, DRAWS))


@cache
def here(number: int) -> Outcome:
    """The results of a firm as it is."""
    return drawn(trial(number))


def at_most(less: Draws, more: Draws) -> bool:
    """True where no draw of the first is above the same draw of the second."""
    slack = UNIT * (1 + np.abs(np.where(np.isfinite(more), more, 0.0)))
    return bool(np.all(less <= more + slack))


def more_items(number: int, factor: float) -> Trial:
    one = trial(number)
    path = at(one.kind.id, "items_per_week")
    now = one.profile.fact(path)
    assert now is not None
    return Trial(with_changed(one.profile, path, now.mid * factor), one.kind, one.means)


@pytest.mark.parametrize("number", FIRMS)
def test_more_volume_never_saves_less(number: int) -> None:
    """Where an item saves time at all: where it costs time, more items cost more."""
    now, then = here(number).freed, drawn(more_items(number, 1.1 + number % 7)).freed
    saves = now.full >= 0
    assert at_most(now.gross[saves], then.gross[saves])
    assert at_most(now.net[saves], then.net[saves])
    assert at_most(then.gross[~saves], now.gross[~saves])


@pytest.mark.parametrize("number", FIRMS)
def test_a_dearer_means_never_pays_back_sooner_nor_is_worth_more(number: int) -> None:
    one = trial(number)
    for name in PRICES:
        now, then = here(number), drawn(Trial(one.profile, one.kind, priced(one.means, name)))
        assert at_most(now.payback, then.payback), name
        assert at_most(then.npv, now.npv), name
        assert at_most(now.outside.total(36), then.outside.total(36)), name
        assert np.array_equal(now.freed.net, then.freed.net), name


def priced(means: Means, name: str) -> Means:
    """The same means with one price half as high again, or a small one where it had none."""
    spread: Spread = getattr(means, name)
    dearer = scaled(spread, 1.5) if spread[2] > 0 else (0.01, 0.02, 0.03)
    return means.model_copy(update={name: dearer})


@pytest.mark.parametrize("number", FIRMS)
def test_more_exceptions_never_free_more(number: int) -> None:
    """Where an item that runs through saves time: else leaving it to a person is the better way."""
    one, dice = trial(number), random.Random(number)
    few, many = (
        drawn(one.told("exception_share", share)) for share in (0.3 * dice.random(), 0.35 + 0.5 * dice.random())
    )
    shared = setting(draws=DRAWS)
    job, luck = job_inputs(one.profile, one.kind, one.means, shared), Luck(shared.seed, DRAWS)
    minutes = few.work.minutes
    pays = luck(job.removed_share) * minutes + (luck(job.exception_factor) - 1) * minutes >= luck(job.review_minutes)
    assert at_most(many.freed.net[pays], few.freed.net[pays])
    assert at_most(few.freed.net[~pays], many.freed.net[~pays])


@pytest.mark.parametrize("number", FIRMS)
def test_hours_freed_never_exceed_hours_today(number: int) -> None:
    found = here(number)
    assert at_most(found.freed.gross, found.work.hours)
    assert at_most(found.freed.net, found.freed.gross)


@pytest.mark.parametrize("number", FIRMS)
def test_cash_of_hours_never_exceeds_what_the_freed_hours_or_the_bill_cost(number: int) -> None:
    found, job = here(number), trial(number)
    bill = job.profile.fact(at(job.kind.id, "outside_bill_per_year"))
    freed = np.maximum(found.freed.net, 0.0) * found.work.weeks * found.work.loaded_cost / 12
    assert at_most(found.gains.hours, np.maximum(freed, bill.mid / 12 if bill else 0.0))


@pytest.mark.parametrize("number", FIRMS)
def test_ranges_are_ordered(number: int) -> None:
    made = estimated(trial(number))
    for name in type(made).model_fields:
        if isinstance(one := getattr(made, name), Range):
            ends = [np.inf if end is None else end for end in (one.low, one.mid, one.high)]
            assert ends == sorted(ends), name
    assert 0 <= made.probability_npv_positive <= 1


@pytest.mark.parametrize("number", FIRMS[::4])
def test_the_same_seed_gives_the_same_result_with_and_without_a_memory(number: int) -> None:
    one, shared = trial(number), setting(draws=DRAWS)
    remembering = shared.model_copy(update={"memo": Memo(most=2)})
    made = estimated(one)
    draws_of.cache_clear()
    substream.cache_clear()
    for each in (shared, remembering, remembering):
        assert estimate(one.profile, one.kind.id, one.means.id, each) == made


def test_another_seed_gives_another_result() -> None:
    """Mostly: where one input decides all, its strata are the same whatever their order."""
    other = setting(draws=DRAWS).model_copy(update={"seed": 7})
    assert sum(estimated(trial(number), other) != estimated(trial(number)) for number in FIRMS[:10]) >= 7


def test_the_firms_cover_what_the_properties_are_about() -> None:
    """Without firms that lose time, pay back and have paid hours the properties would hold of nothing."""
    found = [here(number) for number in FIRMS]
    assert sum(bool((each.freed.full < 0).any()) for each in found) >= 5
    assert sum(bool((each.freed.full > 0).all()) for each in found) >= 30
    assert sum(bool((np.isfinite(each.payback) & (each.payback > 0)).any()) for each in found) >= 10
    assert sum(bool(each.gains.hours.any()) for each in found) >= 20
