"""Quantities as people say them: value, unit, period."""

from __future__ import annotations

import pytest

from assistant.language import quantities
from assistant.language.quantities import Figure

SAID: tuple[tuple[str, str, Figure, str, str], ...] = (
    ("a couple of hours a night", "duration", 2, "hours", "day"),
    ("half an hour", "duration", 0.5, "hours", ""),
    ("an hour and a half each week", "duration", 1.5, "hours", "week"),
    ("an hour and a half a week", "duration", 1.5, "hours", "week"),
    ("a day and a half every fortnight", "duration", 1.5, "days", "2 weeks"),
    ("hour and a half every night", "duration", 1.5, "hours", "day"),
    ("20 minutes to an hour", "duration", (20, 60), "minutes", ""),
    ("half an hour to half a day", "duration", (0.5, 4), "hours", ""),
    ("it takes me all day", "duration", 1, "days", ""),
    ("at 8-10 min apiece", "duration", (8, 10), "minutes", "item"),
    ("1h30 per job", "duration", 1.5, "hours", "job"),
    ("2 hours 20 minutes", "duration", 2.3333, "hours", ""),
    ("sixty (60) days", "duration", 60, "days", ""),
    ("twenty-four (24) months", "duration", 24, "months", ""),
    ("a 30-minute visit", "duration", 30, "minutes", ""),
    ("half my Mondays", "duration", 0.5, "days", "week"),
    ("it takes a whole Sunday every quarter", "duration", 1, "days", "quarter"),
    ("about 5-6 hrs/wk", "duration", (5, 6), "hours", "week"),
    ("an hour or two", "duration", (1, 2), "hours", ""),
    ("10 mins. per call", "duration", 10, "minutes", "call"),
    ("each invoice takes ten minutes", "duration", 10, "minutes", "invoice"),
    ("it takes me 14 minutes to do an invoice", "duration", 14, "minutes", "invoice"),
    ("40 minutes to do one", "duration", 40, "minutes", "item"),
    ("40 minutes a pop on Sundays", "duration", 40, "minutes", "item"),
    ("each order takes 40 minutes on a Sunday", "duration", 40, "minutes", "order"),
    ("each of my orders takes 40 minutes on a Sunday", "duration", 40, "minutes", "order"),
    ("each driver takes 40 minutes on a Sunday", "duration", 40, "minutes", "week"),
    ("each of us needs 40 minutes on a Sunday", "duration", 40, "minutes", "week"),
    ("each order takes 40 minutes every Sunday", "duration", 40, "minutes", "week"),
    ("4 hours at the weekend", "duration", 4, "hours", "weekend"),
    ("when I make a wedding cake I spend eight hours baking", "duration", 8, "hours", "cake"),
    ("twelve", "number", 12, "", ""),
    ("1.2k", "number", 1200, "", ""),
    ("forty-odd", "number", 40, "", ""),
    ("between 10 and 12", "number", (10, 12), "", ""),
    ("1 414 021 100", "number", 1414021100, "", ""),
    ("60 a day", "number", 60, "", "day"),
    ("12-15 calls", "count", (12, 15), "calls", ""),
    ("two, sometimes three calls a night", "count", (2, 3), "calls", "day"),
    ("six, seven no-shows a week", "count", (6, 7), "no-shows", "week"),
    ("12 trucks next year", "count", 12, "trucks", ""),
    ("a dozen cakes", "count", 12, "cakes", ""),
    ("one, possibly two new tenants in a given year", "count", (1, 2), "new tenants", "year"),
    ("17 invoices for customers", "count", 17, "invoices", ""),
    ("a 45-person firm", "count", 45, "person", ""),
    ("there are six of us", "count", 6, "people", ""),
    ("13 blog posts in November", "count", 13, "blog posts", "month"),
    ("40 orders in the space of one hour", "count", 40, "orders", "hour"),
    ("twice a week", "rate", 2, "times", "week"),
    ("30-40 times a day", "rate", (30, 40), "times", "day"),
    ("we bill every two weeks", "rate", 1, "times", "2 weeks"),
    ("£22/h", "money", 22, "GBP", "hour"),
    ("1.234,50 EUR", "money", 1234.5, "EUR", ""),
    ("1.250 EUR", "money", 1250, "EUR", ""),
    ("$1,400 per month", "money", 1400, "USD", "month"),
    ("£40-50k a year", "money", (40000, 50000), "GBP", "year"),
    ("£2.5k to £3k a month", "money", (2500, 3000), "GBP", "month"),
    ("7,000 bucks", "money", 7000, "USD", ""),
    ("costs us $500", "money", 500, "USD", ""),
    ("R8,500 a month", "money", 8500, "ZAR", "month"),
    ("R1.4 million", "money", 1400000, "ZAR", ""),
    ("4.500 kr a month", "money", 4500, "kr", "month"),
    ("it costs 96,00 $ a month", "money", 96, "USD", "month"),
    ("in all 1 344,00 $", "money", 1344, "USD", ""),
    ("15 000 Kč monthly", "money", 15000, "CZK", "month"),
    ("a quarter million", "number", 250000, "", ""),
    ("three dollars fifty cents", "money", 3.5, "USD", ""),
    ("470 pence", "money", 4.7, "GBP", ""),
    ("two grand", "money", 2000, "", ""),
    ("49 euros per user per month", "money", 49, "EUR", "user per month"),
    ("8%-12%", "percent", (8, 12), "%", ""),
    ("thirty to forty percent", "percent", (30, 40), "%", ""),
    ("two thirds of orders", "percent", 66.6667, "%", ""),
    ("1/2 get billed", "percent", 50, "%", ""),
    ("one or two in ten", "percent", (10, 20), "%", ""),
    ("one of twenty repairs comes back", "percent", 5, "%", ""),
    ("1 of 20 repairs", "percent", 5, "%", ""),
    ("3 out of 10 bookings", "percent", 30, "%", ""),
)


@pytest.mark.parametrize(("words", "kind", "value", "unit", "per"), SAID)
def test_a_quantity_is_read_with_its_unit_and_period(words: str, kind: str, value: Figure, unit: str, per: str) -> None:
    found = quantities.find(words)
    assert [(each.kind, each.value, each.unit, each.per) for each in found] == [(kind, value, unit, per)]


@pytest.mark.parametrize(
    "words",
    [
        "since 2015, in 1992, the 1980s, 3 May 2024 and on the 15th",
        "open 9 to 5, at 8am, 24/7, until 3 in the morning",
        "call 020 7946 0018 or write to a1@b2.co",
        "version 2 of Office 365, section 5.2, #12",
        "this one, the one thing, one day, no one",
        "1. Send it\n2. File it",
    ],
)
def test_names_dates_and_times_are_no_quantities(words: str) -> None:
    assert quantities.find(words) == ()


@pytest.mark.parametrize(
    ("words", "per"),
    [
        ("14 minutes to print one label", "label"),
        ("40 minutes to train one driver", ""),
        ("2 hours to win one day", ""),
    ],
)
def test_what_is_done_with_one_thing_is_told_of_that(words: str, per: str) -> None:
    assert quantities.find(words)[0].per == per


CLOCK: tuple[tuple[str, Figure, str, str], ...] = (
    ("three evenings a week, say seven till eleven", 12, "hours", "week"),
    ("seven till eleven, three evenings a week", 12, "hours", "week"),
    ("two nights a week from eight to half ten", 5, "hours", "week"),
    ("from 7 to 11 every night", 4, "hours", "day"),
    ("half six to eight", 1.5, "hours", ""),
    ("quarter past four till five every Friday", 0.75, "hours", "week"),
    ("8-10pm on Sundays", 2, "hours", "week"),
    ("half six to eight on Tuesdays and Thursdays", 3, "hours", "week"),
    ("on Mondays, Wednesdays and Fridays I sit there nine till ten", 3, "hours", "week"),
    ("Monday to Thursday, 19:30 to 21:00", 6, "hours", "week"),
    ("from ten until midnight", 2, "hours", ""),
    ("11am to 1pm each day", 2, "hours", "day"),
)


@pytest.mark.parametrize(("words", "value", "unit", "per"), CLOCK)
def test_a_span_of_the_clock_is_the_time_between_its_ends(words: str, value: Figure, unit: str, per: str) -> None:
    found = quantities.find(words)
    assert [(each.kind, each.value, each.unit, each.per) for each in found] == [("duration", value, unit, per)]
    assert found[0].quote in words


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("7 to 11 calls every night", "count", (7, 11)),
        ("I get 7 to 11 every night", "number", (7, 11)),
        ("from seven to nine hours", "duration", (7, 9)),
        ("5-6 % a year", "percent", (5, 6)),
    ],
)
def test_a_range_of_things_is_no_span_of_the_clock(words: str, kind: str, value: Figure) -> None:
    assert [(each.kind, each.value) for each in quantities.find(words)] == [(kind, value)]


@pytest.mark.parametrize(
    "words", ["open 8am to 1pm", "we open at 8am till noon", "9am to 5pm", "closed from 12:00 to 14:00"]
)
def test_opening_hours_and_working_days_are_no_time_spent(words: str) -> None:
    assert quantities.find(words) == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("two of three orders", [("percent", 66.6667)]),
        ("four of five parcels", [("percent", 80)]),
        ("two of my five drivers", [("number", 2), ("count", 5)]),
        ("one of three vans", [("number", 1), ("count", 3)]),
    ],
)
def test_some_of_many_things_are_a_share_and_some_of_our_people_are_not(
    words: str, found: list[tuple[str, float]]
) -> None:
    assert [(each.kind, each.value) for each in quantities.find(words)] == found


def test_a_figure_before_a_list_of_what_it_counts_is_a_figure() -> None:
    assert quantities.find("We are 6: four physios and two at the desk.")[0].value == 6
    assert quantities.find("Package 3: support by phone.") == ()


def test_a_change_is_two_figures_and_no_range() -> None:
    found = quantities.find("it went from 20 orders a week to 50")
    assert [(each.value, each.unit, each.per) for each in found] == [(20, "orders", "week"), (50, "orders", "week")]


def test_a_period_is_shared_where_english_shares_it() -> None:
    assert [each.per for each in quantities.find("30 emails and 12 calls a day")] == ["day", "day"]
    assert [each.per for each in quantities.find("4 hrs /month creating 17 invoices")] == ["month", "month"]
    assert [each.per for each in quantities.find("35 parcels a week, packing them eats 5 hours")] == ["week", "week"]
    assert [each.per for each in quantities.find("On Saturdays I spend 3-4 hours on bills.")] == ["week"]


def test_a_month_told_of_holds_for_the_sentences_after_it() -> None:
    found = quantities.find("In November I worked 106 hours. I spent 9 hours on mail. I shot 2 weddings.")
    assert [each.per for each in found] == ["month", "month", "month"]


def test_people_and_deadlines_take_no_period() -> None:
    assert quantities.find("Every week my 3 employees are paid within 2 days.")[0].per == ""
    assert quantities.find("We close for 2 weeks in August.")[0].per == ""


def test_each_stands_for_the_nearest_plural() -> None:
    assert quantities.find("We do 40 quotes a month, a good 45 mins each.")[1].per == "quote"


def test_hedges_are_marked_and_quotes_are_verbatim() -> None:
    text = "We get at least 40 calls a day, give or take."
    (mention,) = quantities.find(text)
    assert mention.approximate
    assert text[mention.start : mention.end] == mention.quote == "at least 40 calls a day"


@pytest.mark.parametrize(
    ("value", "per", "weekly"),
    [
        (40, "day", 200),
        (4.33, "month", 1),
        (52, "year", 1),
        (3, "2 weeks", 1.5),
        ((1, 2), "week", (1, 2)),
        (1, "weekend", 1),
    ],
)
def test_rates_are_brought_to_a_working_week(value: Figure, per: str, weekly: Figure) -> None:
    assert quantities.to_week(value, per) == weekly


def test_an_hour_or_a_thing_is_no_week() -> None:
    assert quantities.to_week(40, "hour") is None
    assert quantities.to_week(40, "invoice") is None


def test_days_can_be_other_than_five() -> None:
    assert quantities.to_week(10, "day", days=7) == 70


def test_durations_become_hours_of_work() -> None:
    assert quantities.to_hours(2, "days") == 16
    assert quantities.to_hours_a_week(20, "minutes", "day") == 1.6667
    assert quantities.to_minutes(14, "minutes") == 14
    assert quantities.to_hours(3, "GBP") is None


def test_habits_without_a_number_are_rhythms() -> None:
    found = quantities.rhythms("Daily mail, stock every Friday, books each month, wages every other week.")
    assert [each.per for each in found] == ["day", "week", "month", "2 weeks"]


@pytest.mark.parametrize("text", ["", "\n", "½", "1,", "/1/", "$", "9" * 400, "٣ hours", "<b>12</b> hours", "🙂 12 🙂"])
def test_odd_texts_raise_nothing_and_quote_verbatim(text: str) -> None:
    for each in quantities.find(text):
        assert text[each.start : each.end] == each.quote
