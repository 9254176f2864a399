"""Corrections, merging, and what words are meant as."""

from __future__ import annotations

import pytest

from assistant.domain.facts import FactPath, Value
from assistant.domain.talk import Question
from assistant.reading.corrections import apply, takes_back
from assistant.reading.intents import classify
from assistant.reading.merging import merge
from tests.reading.conftest import MakeScene, Told

KNOWN = "I run a bakery with 8 staff. Invoicing takes 5 hours a week, about 40 invoices a week."
HOURS = FactPath(scope="invoicing", name="hours_per_week")
ITEMS = FactPath(scope="invoicing", name="items_per_week")
PEOPLE = FactPath(scope="firm", name="headcount")
PENDING = Question(path=HOURS, text="How long does it take?", why="It matters.")


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("no, 30 not 40", ITEMS, 30),
        ("I meant 30 invoices", ITEMS, 30),
        ("it is 8 hours not 5", HOURS, 8),
        ("make that 6 hours a week", HOURS, 6),
        ("actually it's 12 people", PEOPLE, 12),
        ("we are 9 staff, not 8", PEOPLE, 9),
        ("I meant 30", ITEMS, 30),
        ("no, invoicing takes 3 to 4 hours a week", HOURS, (3, 4)),
        ("90 minutes, not 5 hours", HOURS, 1.5),
        ("make that 35 customer invoices, not 40", ITEMS, 35),
        ("I meant the 40 invoices per month, not per week", ITEMS, 9.2379),
    ],
)
def test_a_correction_finds_the_fact_that_is_meant(
    told: Told, scene: MakeScene, text: str, path: FactPath, value: Value
) -> None:
    before = told(KNOWN)
    after = apply(scene(text), before)
    assert after is not None
    fact = after.fact(path)
    assert fact is not None
    assert fact.value == pytest.approx(value, rel=0.001)
    others = {HOURS, ITEMS, PEOPLE} - {path}
    assert all(after.fact(other) == before.fact(other) for other in others)


def test_two_figures_are_corrected_in_one_go(told: Told, scene: MakeScene) -> None:
    after = apply(scene("it is 30 invoices not 40, and 8 hours instead of 5"), told(KNOWN))
    assert after is not None
    assert [after.fact(each).value for each in (ITEMS, HOURS, PEOPLE)] == [30, 8, 8]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "taken_back"),
    [
        ("We send 45 invoices a week now, not 40, and use Xero.", True),
        ("I do 2 quotes a day rather than 8.", False),
        ("A friend with 8 vans does 9 deliveries a day.", False),
        ("We send 25 quotes a week and want to get to 40.", False),
    ],
)
def test_only_a_known_figure_in_its_unit_is_taken_back(
    told: Told, scene: MakeScene, text: str, taken_back: bool
) -> None:
    assert takes_back(scene(text), told(KNOWN)) == taken_back


GUESTHOUSE = "Guesthouse on a lake, me and my wife Resi."


@pytest.mark.parametrize(
    ("before", "text", "people"),
    [
        (GUESTHOUSE, "And we're nine in summer, not two", 9),
        (GUESTHOUSE, "We'd have a day off, the two of us, together. And we're nine in summer, not two.", 9),
        (KNOWN, "We're 11 with the two apprentices, not eight.", 11),
        (KNOWN, "we are eleven now, not eight", 11),
    ],
)
def test_a_headcount_set_against_the_wrong_one_is_the_right_one(
    told: Told, scene: MakeScene, before: str, text: str, people: float
) -> None:
    after = apply(scene(text), told(before))
    assert after is not None
    assert after.fact(PEOPLE).value == people  # type: ignore[union-attr]


QUOTES = "We write bespoke quotes, every one is different, 9 hours a week."


@pytest.mark.parametrize(
    ("text", "hours", "minutes"),
    [
        ("The quotes, all different, more like seven hours.", 7, None),
        ("Three hours to draw one bespoke quote, each is different.", 9, 180),
        ("A bespoke quote takes three hours, each is different.", 9, 180),
        ("Quotes, all different: 40 minutes.", 9, 40),
    ],
)
def test_a_bare_time_of_hours_is_that_of_the_week_where_it_is_known(
    told: Told, text: str, hours: float, minutes: float | None
) -> None:
    work = merge(told(QUOTES), told(text)).profile.process("quoting_bespoke")
    assert work is not None
    assert (work.hours_per_week.value if work.hours_per_week else None) == hours
    assert (work.minutes_per_item.value if work.minutes_per_item else None) == minutes


@pytest.mark.parametrize(
    ("before", "text", "left"),
    [
        ("I'd like more kids on the list.", "I said I do not want more kids, please strike that.", ()),
        ("I want half of it online in three years.", "I no longer want half of it online.", ()),
        ("We want to open a second shop.", "We don't want a second shop any more, really.", ()),
        ("I want to be home with my kids.", "I do not want more kids.", ("be home with my kids",)),
        ("We want our Sundays free.", "No bigger, nine's plenty.", ("our Sundays free",)),
    ],
)
def test_a_goal_that_is_taken_back_goes(told: Told, before: str, text: str, left: tuple[str, ...]) -> None:
    assert told(before).goals
    assert tuple(each.text for each in merge(told(before), told(text)).profile.goals) == left


def test_the_fact_answered_last_is_meant_where_the_words_name_none(told: Told, scene: MakeScene) -> None:
    after = apply(scene("sorry, 7"), told(KNOWN), last=HOURS)
    assert after is not None
    assert after.fact(HOURS).value == 7  # type: ignore[union-attr]


def test_another_trade_corrects_the_trade(told: Told, scene: MakeScene) -> None:
    after = apply(scene("actually we are a café"), told(KNOWN))
    assert after is not None
    assert after.business.industry.value == "cafe"  # type: ignore[union-attr]


def test_words_that_correct_nothing_change_nothing(told: Told, scene: MakeScene) -> None:
    assert apply(scene("actually it rains"), told(KNOWN)) is None


def test_newer_words_win_and_contradictions_are_reported(told: Told) -> None:
    merged = merge(told(KNOWN), told("Invoicing takes 9 hours a week. We use Xero."))
    assert merged.profile.fact(HOURS).value == 9  # type: ignore[union-attr]
    assert [(each.path, each.quotes) for each in merged.conflicts] == [(HOURS, ("5 hours a week", "9 hours a week"))]
    assert [tool.name for tool in merged.profile.tools] == ["Xero"]


def test_the_same_told_twice_is_no_contradiction_and_no_double(told: Told) -> None:
    merged = merge(told(KNOWN), told(KNOWN))
    assert merged.conflicts == ()
    assert merged.profile == told(KNOWN)


def test_ranges_that_overlap_agree(told: Told) -> None:
    assert merge(told(KNOWN), told("Invoicing takes 4 to 6 hours a week.")).conflicts == ()


def test_a_vendors_figure_never_takes_the_place_of_the_owners(told: Told) -> None:
    old = told(KNOWN)
    fact = old.fact(HOURS)
    assert fact is not None
    new = old.with_fact(HOURS, fact.model_copy(update={"value": 1.0, "basis": "vendor"}))
    assert merge(old, new).profile.fact(HOURS) == fact


@pytest.mark.parametrize(
    ("text", "alone", "pending"),
    [
        ("What is ERP?", "question", "question"),
        ("tell me about no-code", "question", "question"),
        ("how does culture matter", "question", "question"),
        ("We have 12 staff and 40 invoices a week", "tell", "tell"),
        ("It takes about 3 hours?", "question", "tell"),
        ("skip", "skip", "skip"),
        ("skip this one please", "skip", "skip"),
        ("I have no idea", "tell", "unknown"),
        ("go back", "back", "back"),
        ("why?", "question", "why"),
        ("that's all", "done", "done"),
        ("hi", "greeting", "greeting"),
        ("Hello there, I run a bakery", "tell", "tell"),
        ("no, 30 not 40", "correct", "correct"),
        ("No", "tell", "tell"),
        ("we cannot pay the wages this month", "distress", "distress"),
        ("my customers cannot pay", "tell", "tell"),
        ("Wir haben zwanzig Rechnungen pro Woche und das ist zu viel", "foreign", "foreign"),
        ("Nous avons 12 clients par semaine et je suis fatigué", "foreign", "foreign"),
        ("什么是自动化软件", "foreign", "foreign"),
        ("We use it in Spain and Italy", "tell", "tell"),
        ("", "tell", "tell"),
    ],
)
def test_words_are_taken_as_they_are_meant(scene: MakeScene, text: str, alone: str, pending: str) -> None:
    assert (classify(scene(text), None), classify(scene(text), PENDING)) == (alone, pending)
