"""What owners suppose: which facts change, which way is ruled out, and what is no what-if."""

from __future__ import annotations

import pytest

from assistant.domain.facts import Fact, FactPath, Said
from assistant.domain.flips import WhatIf
from assistant.domain.profile import Business, Constraint, Process, Profile
from assistant.domain.talk import Question
from assistant.reading.reader import Reader
from assistant.reading.scene import make_scene
from assistant.reading.what_ifs import Hearing

ITEMS, MINUTES, HOURS, PEOPLE = "items_per_week", "minutes_per_item", "hours_per_week", "headcount"
BUDGET, SPARE = "budget_first_year", "spare_hours_per_week"
INVOICES, CALLS, ROTA, FIRM = "invoicing", "answering_calls", "rota", "firm"
Wanted = dict[tuple[str, str], object]


def said(value: float, unit: str = "", per: str = "") -> Fact:
    return Fact(value=value, said=Said(value=value, unit=unit, per=per), quote="x")


KNOWN = Profile(
    business=Business(headcount=said(6.0, "people")),
    processes=(
        Process(
            id=INVOICES,
            name="invoices",
            items_per_week=said(40.0, "invoices", "week"),
            minutes_per_item=said(10.0, "minutes"),
            wage_per_hour=said(15.0, "GBP", "hour"),
        ),
        Process(
            id=CALLS,
            name="calls",
            items_per_week=said(100.0, "calls", "week"),
            minutes_per_item=said(4.0, "minutes"),
            exception_share=said(0.2, "%"),
            offer_per_month=said(200.0, "GBP", "month"),
            wanted_means=Fact(value="voice"),
        ),
        Process(id=ROTA, name="rota", hours_per_week=said(5.0, "hours", "week")),
    ),
    constraints=(
        Constraint(kind="budget", text="b", amount=said(3000.0, "GBP")),
        Constraint(kind="time", text="t", amount=said(3.0, "hours", "week")),
    ),
)


def heard(words: str, reader: Reader, pending: Question | None = None) -> WhatIf | None:
    found = Hearing(make_scene(words, reader), KNOWN, reader, INVOICES, ("voice",)).what_if(pending)
    return found[0] if found else None


def changes(made: WhatIf | None) -> Wanted:
    assert made is not None
    return {(each.path.scope, each.path.name): each.fact.value for each in made.changes}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("What if we had twice as many invoices?", {(INVOICES, ITEMS): 80.0}),
        ("what happens if calls go up by half", {(CALLS, ITEMS): 150.0}),
        ("Suppose business doubles.", {(INVOICES, ITEMS): 80.0, (CALLS, ITEMS): 200.0, (ROTA, HOURS): 10.0}),
        ("how would it look with 60 invoices a week?", {(INVOICES, ITEMS): 60.0}),
        ("I might get to 70 invoices a week by spring. What then?", {(INVOICES, ITEMS): 70.0}),
        ("say calls dropped to 40 a week", {(CALLS, ITEMS): 40.0}),
        ("What about 90 invoices a week?", {(INVOICES, ITEMS): 90.0}),
        ("Run it again at 30 calls a day.", {(CALLS, ITEMS): 150.0}),
        ("Would it be different if we had 30 more calls a week?", {(CALLS, ITEMS): 130.0}),
        ("Right. And what would you say if it was 50 to 60 invoices a week?", {(INVOICES, ITEMS): (50.0, 60.0)}),
    ],
)
def test_how_much_work_there_would_be(words: str, wanted: Wanted, reader: Reader) -> None:
    assert changes(heard(words, reader)) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("What if an invoice only took 5 minutes?", {(INVOICES, MINUTES): 5.0}),
        ("what if invoices took half as long", {(INVOICES, MINUTES): 5.0}),
        ("suppose the rota took 2 hours instead of five", {(ROTA, HOURS): 2.0}),
        ("Pretend each call took one minute, not four. Same answer?", {(CALLS, MINUTES): 1.0}),
        ("if the rota took me 3 hours longer?", {(ROTA, HOURS): 8.0}),
        ("And if every call would go 2 minutes quicker?", {(CALLS, MINUTES): 2.0}),
    ],
)
def test_how_long_work_would_take(words: str, wanted: Wanted, reader: Reader) -> None:
    assert changes(heard(words, reader)) == wanted


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("What if I hired someone?", 7.0),
        ("and if we took on two more people?", 8.0),
        ("Imagine we take one more therapist in the practice.", 7.0),
        ("I'm thinking of taking on a trainee. Would that change anything?", 7.0),
        ("What if my daughter joined us?", 7.0),
        ("What if Sandra left?", 5.0),
        ("say my receptionist hands in her notice", 5.0),
        ("What if I had to let two people go?", 4.0),
        ("suppose we were ten people", 10.0),
        ("What if the team grew to 9?", 9.0),
        ("What if it was just me?", 1.0),
    ],
)
def test_who_would_come_and_who_would_go(words: str, people: float, reader: Reader) -> None:
    assert changes(heard(words, reader)) == {(FIRM, PEOPLE): people}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("with half the budget", {(FIRM, BUDGET): 1500.0}),
        ("And with three times the budget?", {(FIRM, BUDGET): 9000.0}),
        ("And if I only had 400 quid for the whole thing?", {(FIRM, BUDGET): 400.0}),
        ("What if I could put another 2,000 in?", {(FIRM, BUDGET): 5000.0}),
        ("And if there was nothing to spend?", {(FIRM, BUDGET): 0.0}),
        ("What if I had 5 hours a week for it?", {(FIRM, SPARE): 5.0}),
        ("What if they did it for 100 a month?", {(CALLS, "offer_per_month"): 100.0}),
        ("Suppose the price was halved", {(CALLS, "offer_per_month"): 100.0}),
        ("What if I paid 25 an hour for the invoices?", {(INVOICES, "wage_per_hour"): 25.0}),
        ("A bookkeeper at 28 the hour for the invoices, how would it be?", {(INVOICES, "wage_per_hour"): 28.0}),
    ],
)
def test_what_there_would_be_to_spend_and_to_pay(words: str, wanted: Wanted, reader: Reader) -> None:
    assert changes(heard(words, reader)) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("What if half the calls were special cases?", {(CALLS, "exception_share"): 0.5}),
        ("What if I trained them so only one call in ten needed sorting out?", {(CALLS, "exception_share"): 0.1}),
        ("What if the steps for the rota were written down?", {(ROTA, "documented"): True}),
        ("suppose the invoices were about to change", {(INVOICES, "stable"): False}),
        ("What if nobody needed the rota?", {(ROTA, "needed"): False}),
        ("What if we stopped doing the rota?", {(ROTA, "needed"): False}),
        ("What if all the invoice details came by email?", {(INVOICES, "digital_input"): 1.0}),
        ("What if everything for the invoices came in on paper?", {(INVOICES, "digital_input"): 0.0}),
    ],
)
def test_what_else_would_be_so(words: str, wanted: Wanted, reader: Reader) -> None:
    assert changes(heard(words, reader)) == wanted


def test_two_things_are_supposed_at_once(reader: Reader) -> None:
    two = changes(heard("Say I bring on a front desk person and the calls jump to 170 a week.", reader))
    assert two == {(FIRM, PEOPLE): 7.0, (CALLS, ITEMS): 170.0}
    each = changes(heard("Suppose we get 60 invoices a week and each takes 5 minutes.", reader))
    assert each == {(INVOICES, ITEMS): 60.0, (INVOICES, MINUTES): 5.0}


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("without the chatbot?", "bot"),
        ("scrap the chatbot - then what", "bot"),
        ("And leaving the online booking out of it?", "booking"),
        ("How does it look without accounting software?", "acct"),
        ("What would you do if a CRM was off the table?", "crm"),
        ("Is there a way that doesn't need a chatbot?", "bot"),
        ("and with no software at all?", "voice"),
    ],
)
def test_a_way_is_ruled_out(words: str, means: str, reader: Reader) -> None:
    made = heard(words, reader)
    assert made is not None
    assert (made.without, made.changes) == (means, ())


def test_work_comes_on_top_with_its_figures(reader: Reader) -> None:
    made = heard("How about if we took the after-hours calls ourselves too, 15 a week at 6 minutes apiece?", reader)
    assert made is not None
    assert made.added == ("after_hours_calls",)
    assert changes(made) == {("after_hours_calls", ITEMS): 15.0, ("after_hours_calls", MINUTES): 6.0}


@pytest.mark.parametrize(
    "words",
    [
        "If it rains we do 12 calls a day.",
        "If it's a big job I always do the bill the same night.",
        "I wonder if that is worth it.",
        "We just hired someone, so we are seven now.",
        "We lost a driver last month so there are five of us.",
        "What if a chatbot gives a wrong answer?",
        "What happens if the internet is down?",
        "What if the phone robot can't understand a strong accent?",
        "Is the voice agent worth it at 200 a month?",
        "If I'm honest it's more like 50 invoices.",
        "Without Sandra we'd be lost.",
        "No, it's 50 invoices.",
        "Why no chatbot?",
        "Say hello to your boss.",
        "What if customers hate talking to a machine?",
    ],
)
def test_what_is_told_or_asked_of_the_books_is_no_what_if(words: str, reader: Reader) -> None:
    assert heard(words, reader) is None


@pytest.mark.parametrize(
    "words", ["What if I moved to Spain?", "What if my brother buys the firm?", "And if the landlord doubles the rent?"]
)
def test_what_no_fact_carries_changes_nothing(words: str, reader: Reader) -> None:
    made = heard(words, reader)
    assert made is not None
    assert not made.changes_something


def test_every_quote_is_what_the_owner_said(reader: Reader) -> None:
    words = "Thanks. What if we had twice as many invoices and I hired someone?"
    made = heard(words, reader)
    assert made is not None
    assert {each.fact.quote for each in made.changes} == {"What if we had twice as many invoices and I hired someone?"}


def test_say_forty_answers_the_question_that_was_open(reader: Reader) -> None:
    asked = Question(path=FactPath(scope=ROTA, name=ITEMS), text="How many?", why="")
    assert heard("Say we make 2 rotas a week.", reader, asked) is None
    assert heard("Say two a week.", reader, asked) is None
    assert heard("What if we made 2 rotas a week?", reader, asked) is not None
