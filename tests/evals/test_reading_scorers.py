"""Figures, places, slots and quotes: what is right, what is tolerated, what is wrong."""

from __future__ import annotations

import pytest

from assistant.domain.facts import Fact
from assistant.domain.profile import Business, Pain, Process, Profile, Quantity, Tool
from evals.scorers.quantities import WantedFigure, score_quantities
from evals.scorers.quotes import score_verbatim
from evals.scorers.slots import (
    WantedProcess,
    score_country,
    score_denials,
    score_headcount,
    score_ids,
    score_slots,
)
from evals.scorers.spans import pairs, same_place, span_f1
from tests.evals.made import quantity

TEXT = "Six of us in Hull. Sixty orders a week at four or five minutes each, 12% go wrong. No kiosk. About 9 a day."


def figure(value: float | tuple[float, float], unit: str, per: str, quote: str, optional: bool = False) -> WantedFigure:
    return WantedFigure(value, unit, per, quote, optional)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (figure(60, "orders", "week", "Sixty orders a week"), quantity(60, "order", "week", "Sixty orders")),
        (
            figure((4, 5), "minute", "", "four or five minutes"),
            quantity((4, 5), "mins", "order", "four or five minutes"),
        ),
        (figure(12, "percent", "", "12%"), quantity(0.12, "share", "", "12%")),
        (figure(6, "people", "", "Six of us"), quantity(6, "", "", "Six")),
        (figure(9, "calls", "day", "About 9 a day"), quantity(9, "times", "day", "9 a day")),
        (figure(0.25, "hour", "", "five minutes"), quantity(15, "minutes", "", "five minutes")),
        (figure(60, "orders", "week", "Sixty orders"), quantity(60, "orders", "weekend", "Sixty orders")),
        (figure(60, "orders", "", "Sixty orders"), quantity(60, "orders", "weekend", "Sixty orders")),
    ],
)
def test_the_same_figure_in_another_spelling_is_right(wanted: WantedFigure, given: Quantity) -> None:
    assert score_quantities(TEXT, [wanted], [given]).recall.value == 1.0


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (figure(60, "orders", "week", "Sixty orders a week"), quantity(61, "orders", "week", "Sixty orders a week")),
        (figure(60, "orders", "week", "Sixty orders a week"), quantity(60, "orders", "day", "Sixty orders a week")),
        (figure(60, "orders", "week", "Sixty orders a week"), quantity(60, "minutes", "week", "Sixty orders a week")),
        (figure(60, "orders", "week", "Sixty orders a week"), quantity(60, "kiosks", "week", "Sixty orders a week")),
        (figure((4, 5), "minute", "", "four or five minutes"), quantity(4, "minutes", "", "four or five minutes")),
        (figure(40, "AUD", "", "Sixty"), quantity(40, "USD", "", "Sixty")),
        (figure(1, "day", "", "a day"), quantity(8, "hours", "", "a day")),
        (figure(60, "orders", "week", "Sixty orders a week"), quantity(60, "orders", "week", "About 9 a day")),
    ],
)
def test_another_value_unit_period_or_place_is_wrong(wanted: WantedFigure, given: Quantity) -> None:
    scores = score_quantities(TEXT, [wanted], [given])
    assert scores.recall.value == 0.0
    assert scores.precision.value == 0.0


def test_a_wrong_period_is_told_apart_from_a_wrong_figure() -> None:
    wanted = [figure(60, "orders", "week", "Sixty orders a week")]
    scores = score_quantities(TEXT, wanted, [quantity(60, "orders", "", "Sixty orders")])
    assert (scores.recall.value, scores.without_period.value) == (0.0, 1.0)


def test_an_optional_figure_may_be_read_in_any_way_or_not_at_all() -> None:
    wanted = [figure(12, "percent", "", "12%"), figure(9, "calls", "day", "About 9 a day", optional=True)]
    read = [quantity(12, "%", "", "12%"), quantity(9, "o'clock", "", "9 a day")]
    assert score_quantities(TEXT, wanted, read).precision.value == 1.0
    assert score_quantities(TEXT, wanted, read[:1]).recall.value == 1.0


def test_one_figure_read_cannot_stand_for_two() -> None:
    wanted = [figure(12, "percent", "", "12%"), figure(12, "percent", "", "12%")]
    assert score_quantities(TEXT, wanted, [quantity(12, "%", "", "12%")]).recall.value == 0.5


def test_made_up_figures_cost_precision() -> None:
    read = [quantity(12, "%", "", "12%"), quantity(3, "weeks", "", "Hull")]
    assert score_quantities(TEXT, [figure(12, "percent", "", "12%")], read).precision.value == 0.5


def test_pairs_are_as_many_as_can_be() -> None:
    fits = {(0, 0), (0, 1), (1, 0)}
    assert pairs([0, 1], [0, 1], lambda one, other: (one, other) in fits) == [(0, 1), (1, 0)]


def test_half_of_the_shorter_quote_is_the_same_place() -> None:
    assert same_place(TEXT, "Sixty orders a week", "orders a week at four or five minutes each")
    assert not same_place(TEXT, "Sixty orders a week at four", "four or five minutes each")
    assert not same_place(TEXT, "Sixty orders", "words that are not there")


def test_a_quote_of_the_whole_text_shows_no_place() -> None:
    long = " ".join(f"word{n}" for n in range(80))
    assert not same_place(long, "word3 word4", long)


def test_spans_lose_for_what_is_missed_and_for_what_is_too_much() -> None:
    assert span_f1(TEXT, ["12% go wrong"], ["12% go wrong"]).value == 1.0
    assert span_f1(TEXT, ["12% go wrong"], ["12% go wrong", "No kiosk"]).value == pytest.approx(2 / 3)
    assert span_f1(TEXT, ["12% go wrong"], []).value == 0.0
    assert span_f1(TEXT, ["12% go wrong"], ["12% go wrong", "No kiosk"], neutral=["No kiosk"]).value == 1.0


def orders(**slots: Fact) -> Profile:
    return Profile(processes=(Process(id="order_intake", name="orders", quote="Sixty orders", **slots),))


def wanted_orders(**slots: tuple[float, float] | float | None) -> WantedProcess:
    return WantedProcess("order_intake", "Sixty orders", slots, accept=("online_orders",))


def test_slots_are_right_to_one_in_twenty() -> None:
    wanted = [wanted_orders(items_per_week=60, minutes_per_item=(4, 5))]
    right = orders(items_per_week=Fact(value=61.0), minutes_per_item=Fact(value=(4.0, 5.0)))
    assert [score.value for score in score_slots(wanted, right)] == [1.0, 1.0]
    halved = orders(items_per_week=Fact(value=60.0), minutes_per_item=Fact(value=4.0))
    assert [score.value for score in score_slots(wanted, halved)] == [0.5, 0.5]


def test_a_slot_that_was_not_told_is_neutral_but_work_that_was_not_told_is_not() -> None:
    wanted = [wanted_orders(items_per_week=60, hours_per_week=None)]
    more = orders(items_per_week=Fact(value=60.0), hours_per_week=Fact(value=4.5))
    assert [score.value for score in score_slots(wanted, more)] == [1.0, 1.0]
    astray = Profile(processes=(Process(id="payroll", name="pay", items_per_week=Fact(value=60.0)),))
    assert [score.value for score in score_slots(wanted, astray)] == [0.0, 0.0]


def test_an_accepted_id_counts_and_an_optional_one_neither_way() -> None:
    optional = WantedProcess("payroll", "", {}, optional=True)
    assert score_ids([wanted_orders(), optional], ["online_orders", "payroll"]) == (1, 0, 0)
    assert score_ids([wanted_orders()], ["online_orders", "order_intake"]) == (1, 1, 0)
    assert score_ids([wanted_orders()], []) == (0, 0, 1)


def test_a_headcount_or_country_out_of_nothing_is_wrong() -> None:
    assert score_headcount(None, None).value == 1.0
    assert score_headcount(None, Fact(value=6.0)).value == 0.0
    assert score_headcount((2, 4), Fact(value=(2.0, 4.0))).value == 1.0
    assert score_headcount(6, Fact(value=7.0)).value == 0.0
    assert score_country("GB", Fact(value="GB")).value == 1.0
    assert score_country(None, Fact(value="GB")).value == 0.0


def test_a_denial_that_becomes_a_tool_or_a_pain_is_a_violation() -> None:
    kiosk = Profile(tools=(Tool(name="kiosk", quote="kiosk"),))
    assert score_denials(TEXT, ["No kiosk"], [], kiosk).value == 1.0
    assert score_denials(TEXT, ["No kiosk"], [], Profile(pains=(Pain(text="12%", quote="12% go wrong"),))).value == 0.0
    assert (
        score_denials(
            TEXT, ["No kiosk"], [], Profile(business=Business(own_accounts=Fact(value=False, quote="No kiosk")))
        ).value
        == 0.0
    )
    assert score_denials(TEXT, [], [], kiosk).weight == 0.0


def test_a_quote_must_be_verbatim_at_any_depth() -> None:
    profile = orders(items_per_week=Fact(value=60.0, quote="sixty orders"))
    score = score_verbatim(TEXT, profile)
    assert score.value == 0.5
    assert "sixty orders" in score.reason
