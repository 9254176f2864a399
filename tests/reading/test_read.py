"""An owner's words become facts in the right place, and only what was said of this firm, today."""

from __future__ import annotations

import pytest

from assistant.domain.facts import FactPath, Value
from tests.reading.conftest import Told

FIGURES: tuple[tuple[str, str, str, Value], ...] = (
    ("We send around 200 invoices a month, 14 minutes each.", "invoicing", "minutes_per_item", 14),
    ("We get 25 to 30 calls a day on the phone.", "answering_calls", "items_per_week", (125, 150)),
    ("Every Sunday night I spend two hours on invoices.", "invoicing", "hours_per_week", 2),
    ("The rota takes half a day every month.", "rota", "hours_per_week", 0.9238),
    ("Twice a week I spend an hour and a half on the books.", "bank_reconciliation", "hours_per_week", 3),
    ("Payroll is done weekly and takes Jane 5 hrs.", "payroll_prep", "hours_per_week", 5),
    ("Sunday afternoons go on quotes from the price list.", "quoting_standard", "hours_per_week", (3, 4)),
    (
        "Reception spends 3 hours a day ringing round to confirm appointments.",
        "appointment_reminders",
        "hours_per_week",
        15,
    ),
    (
        "Supplier invoices come in all the time. I type them in, 3 minutes an invoice.",
        "bill_entry",
        "minutes_per_item",
        3,
    ),
    ("Roughly 1 in 20 of our invoices goes out wrong.", "invoicing", "error_rate", 0.05),
    ("A third of our quotes are special.", "quoting_standard", "exception_share", 0.333333),
    ("80% of our orders arrive on paper.", "order_intake", "digital_input", 0.2),
    ("The job sheets are handwritten and we type them in.", "job_sheets", "digital_input", (0, 0.4)),
    ("Two girls in the office do the web orders, 12 a day.", "online_orders", "people", 2),
    ("Our bookkeeper charges £350 a month for the books.", "bank_reconciliation", "outside_bill_per_year", 4200),
    ("We retype web orders and each mistake costs us £18.", "online_orders", "cash_per_error", 18),
    ("We get 40 calls a day on the phone, each takes 5 minutes.", "answering_calls", "minutes_per_item", 5),
    ("Half of my week goes on messages.", "social_messages", "hours_per_week", 20),
    ("Quotes: 9 a week at 50 minutes.", "quoting_standard", "minutes_per_item", 50),
    ("Last month we shipped 640 parcels; in a normal month it's 433.", "shipping_labels", "items_per_week", 100),
    ("My bookkeeper spends a day a month on receipts, I pay her $35 an hour.", "receipts", "wage_per_hour", 35),
    ("We send 6 quotes a week. Every one is different.", "quoting_bespoke", "items_per_week", 6),
    ("I do the invoices.", "invoicing", "doer", "owner"),
    ("My wife does the books.", "bank_reconciliation", "doer", "family"),
    ("Our office manager sends the invoices.", "invoicing", "doer", "staff"),
    ("We are about to change how we do our invoices.", "invoicing", "stable", False),
    ("Quoting is all in my head.", "quoting_standard", "documented", False),
    ("Invoicing has a checklist, step by step.", "invoicing", "documented", True),
    ("Nobody reads the monthly figures.", "management_report", "needed", False),
)


@pytest.mark.parametrize(("text", "process_id", "slot", "value"), FIGURES)
def test_a_fact_lands_in_its_work_and_slot(told: Told, text: str, process_id: str, slot: str, value: Value) -> None:
    profile = told(text)
    fact = profile.fact(FactPath(scope=process_id, name=slot))
    assert fact is not None, profile
    assert fact.value == value
    assert fact.quote is None or fact.quote in text


def test_the_figure_is_kept_as_it_was_said(told: Told) -> None:
    fact = told("We get about 40 calls a day on the phone.").fact(
        FactPath(scope="answering_calls", name="items_per_week")
    )
    assert fact is not None
    assert fact.said is not None
    assert (fact.said.value, fact.said.unit, fact.said.per, fact.value) == (40, "calls", "day", 200)


@pytest.mark.parametrize(
    "text",
    [
        "If we had 100 invoices a week I would hire somebody.",
        "We plan to get to 100 invoices a week.",
        "We used to send 100 invoices a week.",
        "My competitor sends 100 invoices a week.",
        "The salesman says others send 100 invoices a week.",
    ],
)
def test_what_is_supposed_planned_past_or_anothers_is_no_fact(told: Told, text: str) -> None:
    profile = told(text)
    assert profile.fact(FactPath(scope="invoicing", name="items_per_week")) is None
    assert [quantity.said.value for quantity in profile.quantities] == [100]


@pytest.mark.parametrize(
    "text", ["Two of three orders are plain.", "Four of five invoices go by mail.", "One of three vans is broken."]
)
def test_some_of_the_things_are_no_people(told: Told, text: str) -> None:
    assert told(text).business.headcount is None


def test_the_worst_day_is_no_normal_week(told: Told) -> None:
    profile = told("Online orders: 40 a day in December. We retype web orders, 12 a day normally.")
    fact = profile.fact(FactPath(scope="online_orders", name="items_per_week"))
    assert fact is not None
    assert fact.value == 60


def test_what_is_denied_is_not_read(told: Told) -> None:
    profile = told("We do not do newsletters and we don't use Mailchimp. We never send reminders.")
    assert (profile.processes, profile.tools) == ((), ())


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("I run a small plumbing firm, six of us.", "headcount", 6),
        ("We are a two-person design studio.", "headcount", 2),
        ("Just me and a part-time assistant.", "headcount", 2),
        ("We have two full-time and three part-time staff.", "headcount", 5),
        ("Lawn care, 3 crews of two.", "headcount", 6),
        ("It's a one-woman business.", "headcount", 1),
        ("There are four of us, my wife, two fitters and me.", "headcount", 4),
        ("We are 12 staff, no sorry, 13 with the new girl.", "headcount", 13),
        ("380 sheep, me, my husband and one worker.", "headcount", 3),
        ("A haulage firm with eight drivers, two dispatchers and myself.", "headcount", 11),
        ("Just me and my sister.", "headcount", 2),
        ("We are three: me and two lads.", "headcount", 3),
        ("I'm self-employed, and my sister works in a bank.", "headcount", 1),
        ("Four fitters, an apprentice and a bookkeeper.", "headcount", 6),
        ("We are 14 people, no manager, two supervisors.", "headcount", 14),
        ("There are six of us, no office staff, three drivers.", "headcount", 6),
        ("We have nine staff in summer, four in winter.", "headcount", (4, 9)),
        ("Team's 9 with us two, goes up to 14 over summer.", "headcount", (9, 14)),
        ("A law practice: three fee earners, two secretaries and myself.", "headcount", 6),
        ("Yoga studio in Ghent, two of us.", "headcount", 2),
        ("We are 6: four physios me included, and Anna and Beth at the front desk.", "headcount", 6),
        ("We're 8: six fitters, my son Tom and me.", "headcount", 8),
        ("Guesthouse on a lake, 14 rooms, me and my wife Resi plus 7 in the season.", "headcount", 9),
        ("Just me and my brother Jakob, plus 4 at harvest.", "headcount", 6),
        ("My wife Sue and I, plus three lads in the season.", "headcount", 5),
        ("It's just me, and 3 websites to look after.", "headcount", 1),
        ("We'd have a day off, the two of us. And we're nine in summer, not two.", "headcount", 9),
        ("We are 11 with the two apprentices.", "headcount", 11),
        ("I run a salon in Leeds.", "industry", "hair_salon"),
        ("I run a salon in Leeds.", "country", "GB"),
        ("We are a joinery in Hull.", "country", "GB"),
        ("Three of us, a café in Southend.", "country", "GB"),
        ("A print shop in Newark.", "country", "US"),
        ("I own a shop selling bikes.", "industry", "bike_shop"),
        ("Dental practice, 14 people.", "industry", "dentist"),
        ("We turn over £20k a month.", "revenue_per_year", 240_000),
        ("Revenue is £850,000, up 15% on last year.", "growth_per_year", 0.15),
        ("We pay her $18 an hour in wages.", "wage_per_hour", 18),
        ("We have about £40k in the bank.", "free_cash", 40_000),
        ("We share one login for everything.", "own_accounts", False),
        ("In nine months we are moving into custom work.", "change_within_months", 9),
        ("We spend 300 euros on it.", "currency", "EUR"),
        ("We asked ten customers.", "customers_asked", 10),
    ],
)
def test_facts_of_the_firm_are_read(told: Told, text: str, name: str, value: Value) -> None:
    fact = told(text).fact(FactPath(scope="firm", name=name))
    assert fact is not None
    assert fact.value == value


def test_a_wish_for_the_trade_and_a_tool_are_no_work(told: Told) -> None:
    opening = (
        "We're a plumbing firm in Leeds, twelve of us. I want us doing heat pumps in three years. I do the invoices."
    )
    assert [each.id for each in told(opening).processes] == ["invoicing"]
    assert told("QuickBooks and a spreadsheet").processes == ()


def test_a_clause_with_a_figure_of_what_goes_wrong_is_a_pain(told: Told) -> None:
    pains = told("We take cards online. I send 40 invoices a week, about 8% of the cards fail.").pains
    assert [each.quote for each in pains] == ["about 8% of the cards fail"]


def test_a_trade_that_serves_the_firm_is_not_its_own(told: Told) -> None:
    assert told("Our accountant charges too much.").business.industry is None
    bakery = told("We bake for cafés; four staff; invoices go out late.")
    assert bakery.business.industry is not None
    assert bakery.business.industry.value == "bakery"
    assert [pain.process_id for pain in bakery.pains] == ["invoicing"]


def test_a_bare_dollar_is_the_dollar_of_the_country(told: Told) -> None:
    currency = told("We are in Sydney and spend $400 a month.").business.currency
    assert currency is not None
    assert currency.value == "AUD"


@pytest.mark.parametrize(
    ("text", "kind", "goal", "years"),
    [
        ("I'd love to be home by six.", "time", "be home by six", None),
        ("I want to open a second shop in two years.", "growth", "open a second shop in two years", 2),
        ("We want to stay small.", "stay small", "stay small", None),
        ("Our goal is to work four days a week by next summer.", "time", "work four days a week by next summer", 1),
        ("He wants to retire in 2 years.", "exit", "retire in 2 years", 2),
    ],
)
def test_goals_are_read_with_their_kind_and_time(
    told: Told, text: str, kind: str, goal: str, years: float | None
) -> None:
    found = told(text).goals
    assert [(each.kind, each.text, each.horizon_years) for each in found] == [(kind, goal, years)]


@pytest.mark.parametrize(
    "text",
    [
        "I don't want more kids on the list, I'm full.",
        "No! The opposite. I do NOT want more kids.",
        "Bigger we don't want to be.",
        "No, leave that out. I want nothing there.",
        "No bigger, nine's plenty.",
        "We don't want more orders.",
        "I never said I want more customers.",
        "We're not looking to expand.",
        "I want none of that.",
    ],
)
def test_a_goal_that_is_denied_is_none(told: Told, text: str) -> None:
    assert told(text).goals == ()


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("I don't want a second shop but I want to sell online.", "reach", "I want to sell online"),
        ("I want nothing more than a free Sunday.", "time", "I want nothing more than a free Sunday"),
        ("No I want Sundays off.", "time", "I want Sundays off"),
        ("Home by six would be nice.", "time", "Home by six would be nice"),
        ("Sundays free is all I want.", "time", "Sundays free is all I want"),
        ("I don't want to be at the desk at ten.", "other", "I don't want to be at the desk at ten"),
        ("I'd rather not take on more work.", "stay small", "I'd rather not take on more work"),
    ],
)
def test_a_goal_keeps_the_words_that_make_sense_of_it(told: Told, text: str, kind: str, quote: str) -> None:
    assert [(each.kind, each.quote) for each in told(text).goals] == [(kind, quote)]


@pytest.mark.parametrize(
    "text", ["No bigger, nine's plenty.", "We're not looking to expand.", "We don't want more kids."]
)
def test_a_wish_not_to_grow_is_a_limit(told: Told, text: str) -> None:
    assert [each.kind for each in told(text).constraints] == ["preference"]


def test_a_wish_for_a_tool_is_no_goal_and_its_reason_is_kept(told: Told) -> None:
    profile = told("The phone never stops. We are thinking of a chatbot because our competitor has one.")
    assert profile.goals == ()
    (process,) = profile.processes
    assert process.wanted_means is not None
    assert process.wanted_means.value == "bot"
    assert process.reasons is not None
    assert process.reasons.value == ("competitor_has_it",)


def test_a_refused_tool_is_a_preference(told: Told) -> None:
    profile = told("I don't want a chatbot answering the phone.")
    assert [each.kind for each in profile.constraints] == ["preference"]
    assert all(process.wanted_means is None for process in profile.processes)


def test_jobs_at_stake_and_silence_about_them_are_read(told: Told) -> None:
    (process,) = told(
        "Nobody told the staff yet but we plan to replace two receptionists with a voice agent."
    ).processes
    assert process.posts_expected_to_go is not None
    assert process.posts_expected_to_go.value == 2
    assert process.staff_told is not None
    assert process.staff_told.value is False


def test_strengths_say_whether_a_person_is_what_customers_come_for(told: Told) -> None:
    (strength,) = told("Customers come for our advice.").strengths
    assert (strength.text, strength.personal) == ("our advice", True)
    (strength,) = told("People come to us for the low price.").strengths
    assert not strength.personal


def test_tools_are_read_by_list_and_by_name(told: Told) -> None:
    tools = told("We use Xero, a notebook and a web-based program called Farmly Central.").tools
    assert [tool.name for tool in tools] == ["Xero", "notebook", "Farmly Central"]


def test_limits_are_read_with_their_amounts(told: Told) -> None:
    profile = told("We could spend up to £3,000. I could give it two hours a week. I'm not technical at all.")
    amounts = {each.kind: each.amount.value for each in profile.constraints if each.amount}
    assert amounts == {"budget": 3000, "time": 2, "skill": 0}


def test_every_quantity_is_listed_placed_or_not(told: Told) -> None:
    profile = told("I have 4 vans, 7 staff and £95 an hour. About 60 invoices a month go out.")
    assert [(each.said.value, each.process_id) for each in profile.quantities] == [
        (4, None), (7, None), (95, None), (60, "invoicing"),
    ]  # fmt: skip


def test_a_wait_is_no_time_spent(told: Told) -> None:
    process = told("People pay after 60 days, so I chase payments every Thursday.").process("payment_chasing")
    assert process is not None
    assert process.hours_per_week is None


def test_what_falls_short_is_still_done(told: Told) -> None:
    assert told("I don't answer the phone quickly enough.").process("answering_calls") is not None


def test_a_tool_that_was_given_up_is_not_in_use(told: Told) -> None:
    profile = told("We tried Mailchimp for newsletters and gave up on it.")
    assert profile.tools == ()
    process = profile.process("newsletters")
    assert process is not None
    assert process.past_attempt is not None
