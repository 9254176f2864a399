"""What cannot be is refused, what cannot both be is questioned, with the owner's own words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from assistant.domain.facts import Fact, Said
from assistant.domain.profile import Business, Process, Profile, Quantity
from assistant.reading.doubts import doubts, without_refused


def _fact(value: float | tuple[float, float], quote: str, said: Said | None = None) -> Fact:
    return Fact(value=value, unit="", quote=quote, said=said)


def _profile(headcount: float | None = None, quantities: tuple[Quantity, ...] = (), **slots: Fact) -> Profile:
    people = _fact(headcount, f"{headcount:g} of us") if headcount else None
    work = Process(id="invoicing", name="invoicing", **slots)
    return Profile(business=Business(headcount=people), processes=(work,), quantities=quantities)


def test_more_hours_than_a_day_has_are_refused() -> None:
    said = Said(value=26.0, unit="hours", per="day")
    profile = _profile(hours_per_week=_fact(130.0, "26 hours a day", said))
    (found,) = doubts(profile, profile)
    assert found.refused
    assert found.quotes == ("26 hours a day",)
    assert "24" in found.why
    assert without_refused(profile, (found,)).processes[0].hours_per_week is None


def test_more_than_all_is_refused() -> None:
    profile = _profile(error_rate=_fact(4.0, "400 %"))
    (found,) = doubts(profile, profile)
    assert found.refused


@pytest.mark.parametrize(("headcount", "hours", "questioned"), [(1, 90, True), (3, 90, False), (3, 500, True)])
def test_hours_are_questioned_by_the_people_there_are(headcount: float, hours: float, questioned: bool) -> None:
    profile = _profile(headcount, hours_per_week=_fact(hours, f"{hours} hours a week"))
    found = doubts(profile, profile)
    assert bool(found) == questioned
    assert without_refused(profile, found) == profile


def _fewest_questioned(headcount: int) -> int:
    """The fewest hours a week on one work that are questioned in a firm of that size."""
    by_hours = {hours: _profile(headcount, hours_per_week=_fact(hours, "so many")) for hours in range(1, 2_000)}
    return min(hours for hours, profile in by_hours.items() if doubts(profile, profile))


def test_what_is_questioned_grows_evenly_with_the_firm() -> None:
    """One person more never makes less work of one kind believable, and nowhere much more of it."""
    most = [_fewest_questioned(headcount) for headcount in range(1, 13)]
    steps = {more - fewer for fewer, more in pairwise(most)}
    assert most[0] == 85
    assert steps == {16}


def test_those_who_are_said_to_do_it_may_do_nothing_else() -> None:
    profile = _profile(12, people=_fact(2.0, "two of them"), hours_per_week=_fact(160.0, "160 hours a week"))
    assert not doubts(profile, profile)
    more = _profile(12, people=_fact(2.0, "two of them"), hours_per_week=_fact(170.0, "170 hours a week"))
    assert [each.why for each in doubts(more, more)] == ["170 hours a week are too many for 2 people"]


def test_more_work_than_there_are_hours_is_questioned_with_both_figures() -> None:
    profile = _profile(1, items_per_week=_fact(4500.0, "900 a day"), minutes_per_item=_fact(10.0, "10 minutes"))
    (found,) = doubts(profile, profile)
    assert found.quotes == ("900 a day", "10 minutes")


@pytest.mark.parametrize(("hours", "questioned"), [(40.0, True), (12.0, False), ((5.0, 7.0), False), (2.0, True)])
def test_volume_times_minutes_is_held_against_the_hours(hours: float | tuple[float, float], questioned: bool) -> None:
    profile = _profile(
        items_per_week=_fact(12.0, "12 a week"),
        minutes_per_item=_fact(60.0, "an hour each"),
        hours_per_week=_fact(hours, "so many hours"),
    )
    found = doubts(profile, profile)
    assert bool(found) == questioned
    assert all(len(each.quotes) == 3 for each in found)


def test_two_figures_for_one_thing_in_one_breath_are_both_named() -> None:
    one, other = _fact(200.0, "40 calls a day"), _fact(60.0, "60 calls a week")
    quantities = tuple(
        Quantity(
            text=each.quote or "", said=Said(value=each.low), quote=each.quote or "",
            process_id="invoicing", slot="items_per_week", fact=each,
        )
        for each in (one, other)
    )  # fmt: skip
    profile = _profile(quantities=quantities, items_per_week=one)
    (found,) = doubts(profile, profile)
    assert found.quotes == ("40 calls a day", "60 calls a week")
    assert not found.refused


def test_a_doubt_about_one_kind_of_work_hides_none_about_another() -> None:
    impossible = Process(id="rota", name="the rota", error_rate=_fact(4.0, "400 %"))
    apart = Process(
        id="invoicing",
        name="invoicing",
        items_per_week=_fact(12.0, "12 a week"),
        minutes_per_item=_fact(60.0, "an hour each"),
        hours_per_week=_fact(40.0, "40 hours"),
    )
    profile = Profile(processes=(impossible, apart))
    assert [each.path.scope for each in doubts(profile, profile)] == ["rota", "invoicing"]
