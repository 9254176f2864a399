"""Every price once, with its period, quantity and months; sums, repeats, rivals and alternatives are recognised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from assistant.domain.escalation import Escalation
from assistant.domain.proposal import PriceLine
from assistant.vendors.cost import total_cost
from assistant.vendors.paper import Paper
from assistant.vendors.precedence import precedence
from assistant.vendors.prices import PriceList, price_list
from assistant.vendors.sheet import read_sheet
from assistant.vendors.vocabulary import ClauseVocabulary
from tests.vendors.conftest import TODAY
from tests.vendors.reader import marked


def listed(text: str, clauses: ClauseVocabulary, says: Mapping[str, Sequence[str]] | None = None) -> PriceList:
    plain, known = marked(text, clauses, says)
    paper = Paper(plain, TODAY, known)
    return price_list(paper, known.prices, read_sheet(paper), precedence(paper.segments, (("offer.txt", 0),)))


def lines(text: str, clauses: ClauseVocabulary) -> tuple[PriceLine, ...]:
    return listed(text, clauses).lines


CASES: tuple[tuple[str, list[tuple[float, str, str, float]]], ...] = (
    ("12 users at {£45} per user per month, billed annually in advance.", [(45, "GBP", "month", 12)]),
    ("{£45}/user/month x 12", [(45, "GBP", "month", 12)]),
    ("12 seats @ {$30}/seat/month = {$360}/month", [(30, "USD", "month", 12)]),
    ("Number of users: 25\nPrice per user: {$12} per month", [(12, "USD", "month", 25)]),
    ("The monthly fee is {£540} ({£6,480} per year).", [(540, "GBP", "month", 1)]),
    ("Set-up and training: {£2,400|setup_fee} one-off.", [(2400, "GBP", "once", 1)]),
    ("Implementation fee {£4,000 to £6,000|setup_fee}", [(5000, "GBP", "once", 1)]),
    ("Professional services: 40 hours at {£95} per hour", [(95, "GBP", "hour", 40)]),
    ("Work is {£95} per hour, never more than 40 hours without your word.", [(95, "GBP", "hour", 0)]),
    ("My time is days at {£640}, eleven of them.", [(640, "GBP", "day", 11)]),
    ("SMS: {£0.05} per message, estimated 2,000 messages per month", [(0.05, "GBP", "month", 2000)]),
    ("Texts above 1,000 a month are charged at {£0.06|overage_price} each.", [(0.06, "GBP", "item", 0)]),
    ("It holds 500 chats a month, then {€0.40} per extra chat.", [(0.4, "EUR", "item", 0)]),
    ("It is {£4} a clip.", [(4, "GBP", "item", 0)]),
    ("Door tags are {£6.40} a tag.", [(6.4, "GBP", "item", 0)]),
    ("Each treated acre adds {$6} a month; fourteen acres are enrolled.", [(6, "USD", "month", 14)]),
    ("The fee is {£39} pcm, and each osteopath who uses it adds {£6} pcm, which makes {three|seats}.", [(39, "GBP", "month", 1), (6, "GBP", "month", 3)]),  # noqa: E501
    ("A till is {£13.75} per till each week, you need {two|seats}.", [(13.75, "GBP", "week", 2)]),
    ("A till is {£13.75} per till each week, you need two.", [(13.75, "GBP", "week", 2)]),
    ("It is {$3.10} per enrolled child per month, you have 64 children.", [(3.1, "USD", "month", 64)]),
    ("We keep {1.69p} in the pound.", [(0.0169, "GBP", "item", 0)]),
    ("Two readers at {£29} each, and yours to keep.", [(29, "GBP", "once", 2)]),
    ("{£250|setup_fee} for an afternoon with the staff.", [(250, "GBP", "once", 1)]),
    ("The fee is {89} a month.", [(89, "", "month", 1)]),
    ("{$289} is debited each fortnight.", [(289, "USD", "week", 0.5)]),
    ("Monthly subscription (per location, 3 locations): {£75}", [(75, "GBP", "month", 3)]),
    ("Annual licence fee of {$12,000} for up to 10 users", [(12000, "USD", "year", 1)]),
    ("Price: {€1.250,00} per maand", [(1250, "EUR", "month", 1)]),
    ("The rent is {€ 69,00} al mese.", [(69, "EUR", "month", 1)]),
    ("The use costs {£1,020} the year.", [(1020, "GBP", "year", 1)]),
    ("Users in this order: {30|seats}\nPrice: {$4.50} per user per month", [(4.5, "USD", "month", 30)]),
    ("Each shop: {€ 35} per month ({6 shops|seats})", [(35, "EUR", "month", 6)]),
    ("{3|seats} x till with printer: {€4,900} per till\nTill cloud: {€79} per till per month", [(4900, "EUR", "once", 3), (79, "EUR", "month", 3)]),  # noqa: E501
    ("The rate is {$3.40} per child per month. It is charged on enrolled places or on 110 places, whichever is more.\nOne child may come in both.", [(3.4, "USD", "month", 110)]),  # noqa: E501
    ("Callouts are in the plan; on a Sunday or after eight it is {€140} per callout.", [(140, "EUR", "item", 0)]),
    ("Extra pages are {£65} per hour, in blocks of half an hour.", [(65, "GBP", "hour", 0)]),
    ("Text messages cost {€0.06|setup_fee} each.", [(0.06, "EUR", "item", 0)]),
    ("Your site is {£400|setup_fee} once, and a photo shoot worth {£900|setup_fee} comes with it.", [(400, "GBP", "once", 1)]),  # noqa: E501
    ("Setting up: {$2,400|setup_fee}, once.\nThat is your library ({$1,100|setup_fee}), the rules ({$800|setup_fee}) and two days with us ($500).", [(2400, "USD", "once", 1)]),  # noqa: E501
    ("Our estimate is 140 hours at {$165} an hour.\nFees\nBuild, estimated at 140 hours: {$23,100|setup_fee}", [(165, "USD", "hour", 140)]),  # noqa: E501
    ("Dog 121 costs {11p} a week; the counter turns amber at {110}.", [(0.11, "GBP", "week", 1)]),
    ("Joining is {£45|setup_fee}, handed back should you leave inside the first month.", [(45, "GBP", "once", 1)]),
    (" | Studio | Club (chosen)\nPrice | {€49} per month | {€89} per month\nMoving in | included | included", [(89, "EUR", "month", 1)]),  # noqa: E501
    ("1-10 users: {£50} per user per month\n11-50 users: {£45} per user per month\nYour team: 14 users", [(45, "GBP", "month", 14)]),  # noqa: E501
    ("Basic – {£29}/month\nPro – {£59}/month\nEnterprise – {£99}/month", [(64, "GBP", "month", 1)]),
    ("Setup: {EUR 3,000|setup_fee}, payable 50% on signature ({EUR 1,500|setup_fee}) and 50% on go-live ({EUR 1,500|setup_fee}).", [(3000, "EUR", "once", 1)]),  # noqa: E501
    ("There is a sum of {£2,400|setup_fee}, in three instalments of {£800|setup_fee}.", [(2400, "GBP", "once", 1)]),
    ("The site is paid in three instalments of {€900|setup_fee}.", [(900, "EUR", "once", 3)]),
    ("Getting going is {£880|setup_fee}, made up of the move at {£500|setup_fee} and two training mornings at {£190|setup_fee} each.", [(880, "GBP", "once", 1)]),  # noqa: E501
    ("Hosting: {£20} per month\nBackup: {£20} per month", [(20, "GBP", "month", 1), (20, "GBP", "month", 1)]),
    ("Licence {£300} a year. Places {£10} a year. Together therefore {£310}.", [(300, "GBP", "year", 1), (10, "GBP", "year", 1)]),  # noqa: E501
    ("The move is waived from {£900|setup_fee}. The fee is {£30} a month.", [(30, "GBP", "month", 1)]),
    ("It costs {£30} a month.\nYour {£30} won't move before June.", [(30, "GBP", "month", 1)]),
    ("Orders over £50 ship free. The service costs {£20} a month.", [(20, "GBP", "month", 1)]),
    ("Late payments bear a fee of £40. Insurance of £1,000,000 is held.", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_a_price_is_read_once_with_its_period_and_quantity(
    text: str, expected: list[tuple[float, str, str, float]], clauses: ClauseVocabulary
) -> None:
    assert [(each.amount, each.currency, each.per, each.quantity) for each in lines(text, clauses)] == expected


TABLES: tuple[tuple[str, list[tuple[float, str, float]]], ...] = (
    ("| Item | Qty | Unit price | Total |\n|---|---|---|---|\n| User licence (monthly) | 12 | {£45.00} | {£540.00} |\n| Onboarding | 1 | {£1,800.00|setup_fee} | {£1,800.00|setup_fee} |\n| Total | | | {£2,340.00} |", [(45, "month", 12), (1800, "once", 1)]),  # noqa: E501
    ("| Service | Monthly | Annual |\n| Hosting | {$20} | {$240} |\n| Support | {$50} | {$600} |", [(20, "month", 1), (50, "month", 1)]),  # noqa: E501
    ("| Description | Quantity | Price | Period |\n|---|---|---|---|\n| Till licence | 3 | {€29.00} | per month |\n| SMS | 1 | {€0.08|overage_price} | per message |", [(29, "month", 3), (0.08, "item", 0)]),  # noqa: E501
    ("Line | Item | Qty | Unit | Extended\n1 | Sensor | 60 | {$4.25} / month | {$3,060.00} / year", [(4.25, "month", 60)]),  # noqa: E501
    ("Item | Qty | Amount\nNamed users | 40 | {$4,800} per month", [(4800, "month", 1)]),
    ("Product | Quantity | Monthly rental\nSeat | 11 | {£21.50}\nCalls | 3,000 minutes | {£38}", [(21.5, "month", 11), (38, "month", 1)]),  # noqa: E501
    ("Item | Pieces | Each\nPuck, sold | 14 pieces | {96,00 $|setup_fee} | {1 344,00 $|setup_fee}", [(96, "once", 14)]),
    ("Plan | Solo | Studio | School\nA month | {£9} | {£39} | {£95}\nHotline | – | {£15} a month | included\nYou told us Studio.", [(39, "month", 1), (15, "month", 1)]),  # noqa: E501
    ("Plan | Solo | Studio | School\nA month | {£9} | {£39} | {£95}", [(52, "month", 1)]),
    ("Charge | Sum\nLicence | {£100} a month\nOpening discount | minus {£300}", [(100, "month", 1), (-300, "once", 1)]),
    ("A1 | Licence ×{9} | {£22.50} per user per month | {£2,430}", [(22.5, "month", 9)]),
    ("A1 | Licence | {£100} a month\nLess an allowance of {£300|credit} on the first year", [(100, "month", 1), (-300, "once", 1)]),  # noqa: E501
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLES, ids=[text[:50] for text, _ in TABLES])
def test_a_table_is_read_by_its_rows_and_columns(
    text: str, expected: list[tuple[float, str, float]], clauses: ClauseVocabulary
) -> None:
    assert [(each.amount, each.per, each.quantity) for each in lines(text, clauses)] == expected


def test_the_extra_of_a_chosen_plan_is_optional(clauses: ClauseVocabulary) -> None:
    text = "Plan | Solo | Studio\nA month | {£9} | {£39}\nHotline | {£15} a month | included\nYour pick: Solo."
    assert [(each.amount, each.optional) for each in lines(text, clauses)] == [(9, False), (15, True)]


MONTHS: tuple[tuple[str, list[tuple[float, int, int | None]]], ...] = (
    ("{£99} per month for the first 6 months, then {£149} per month", [(99, 1, 6), (149, 7, None)]),
    ("It is {$99}/month for the first 6 months and {$149}/month thereafter.", [(99, 1, 6), (149, 7, None)]),
    ("Year 1: {£10,000}; Year 2: {£11,000}; Year 3: {£12,100}", [(10000, 1, 12), (11000, 13, 24), (12100, 25, 36)]),
    ("First 3 months free, then {£80} per month", [(80, 4, None)]),
    ("You get it free for two months, then it's {£89} a month.", [(89, 3, None)]),
    ("The app is free for the first three months and {£19} pcm from the fourth.", [(19, 4, None)]),
    ("36 monthly payments of {£89}", [(89, 1, 36)]),
    ("20 quarterly rentals of {£486}", [(486, 1, 60)]),
    ("The till is {£79} a month x 48.", [(79, 1, 48)]),
    ("Welcome, months 1-2 | {£199}\nPartner, month 3 on | {£649} monthly", [(199, 1, 2), (649, 3, None)]),
    ("For the first quarter you pay {£3,850} a month, after which the retainer steps to {£4,600}.", [(3850, 1, 3), (4600, 4, None)]),  # noqa: E501
    ("Your first year cost {£900}.\nFrom the second year it is {£1,000} per year.", [(900, 1, 12), (1000, 13, None)]),
    ("Software | first year in the rental, {£1,150} a year thereafter", [(1150, 13, None)]),
    ("AI | {£3,000} first year, {£4,800} each year after", [(3000, 1, 12), (4800, 13, None)]),
    ("The module is {£275} a month from the fourth month.", [(275, 4, None)]),
    ("The fee is {£4,200} a year.\nThere is {10 % off the first year}.", [(3780, 1, 12), (4200, 13, None)]),
    ("The plan is {£39} a month.\nFor the first three months the plan is {£19}.", [(39, 4, None), (19, 1, 3)]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MONTHS, ids=[text[:50] for text, _ in MONTHS])
def test_prices_that_change_have_their_months(
    text: str, expected: list[tuple[float, int, int | None]], clauses: ClauseVocabulary
) -> None:
    assert [(each.amount, each.from_month, each.to_month) for each in lines(text, clauses)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Optional: analytics at {£40} per month",
        "Drone log, if you fancy it: {£35} a month.",
        "Frost texts | {£38} | monthly, if wanted",
        "Should you need a visit, it is {£90}.",
        "[ ] Hotline {£19} a month",
        "A course can be had for {£290}.",
        "Want a roster too? That's {£45} a month.",
        "The fee is {£19} a month, or {£190} when you pay twelve months together.",
    ],
)
def test_what_hangs_on_a_choice_is_optional(text: str, clauses: ClauseVocabulary) -> None:
    assert lines(text, clauses)[-1].optional


@pytest.mark.parametrize(
    "text",
    [
        "It is yours even if you leave, for {£40} a month.",
        "Log-ins are {£4} a month each; drop them if you want.",
        "[X] Terminal {£19} a month",
        "The fee is {£40} a month if billed yearly.",
    ],
)
def test_what_is_owed_anyway_is_not_optional(text: str, clauses: ClauseVocabulary) -> None:
    assert not lines(text, clauses)[0].optional


def test_a_minimum_is_marked_unless_it_is_a_turnover(clauses: ClauseVocabulary) -> None:
    text = "Usage fee: {£300} per month\nMinimum monthly charge of {£500|minimum}."
    assert [(each.amount, each.minimum) for each in lines(text, clauses)] == [(300, False), (500, True)]
    assert lines("If card takings stay below {£2,500|minimum}, more is due.", clauses) == ()


def test_of_two_prices_the_one_in_the_part_that_prevails_counts(clauses: ClauseVocabulary) -> None:
    parts = (
        "# Order form\nOffice console | {£142} monthly\n# General terms\nClient pays.\nThe console is {£165} monthly.\n"
    )
    found = listed(parts + "The General Terms prevail wherever the two differ.", clauses)
    assert [each.amount for each in found.lines] == [165]
    assert [(one.amount, other.amount) for one, other in found.doubled] == [(165, 142)]
    assert [each.amount for each in listed(parts, clauses).lines] == [142]


def test_two_prices_under_one_name_are_found_and_not_added(clauses: ClauseVocabulary) -> None:
    found = listed(
        "Subscription fee: {£50} per month\nTerm: 12 months\n\nThe subscription fee is {£60} per month.", clauses
    )
    assert [each.amount for each in found.lines] == [50]
    assert [(one.amount, other.amount) for one, other in found.doubled] == [(50, 60)]


def test_a_rise_moves_only_the_prices_that_it_names(clauses: ClauseVocabulary) -> None:
    yearly = ["escalator_form: percent", "escalator_when: each year"]
    text = "Subscription: {£300} a year. Gate controllers: {£36} a month. The subscription, not the controllers, rises by {9 %|escalator} each year."  # noqa: E501
    found = listed(text, clauses, {"rises by": yearly}).lines
    assert [(each.amount, each.steady) for each in found] == [(300, False), (36, True)]
    every = "Rent: {£30} a month. Care: {£5} a month. All fees rise by {3 %|escalator} each year."
    assert [each.steady for each in listed(every, clauses, {"rise by": yearly}).lines] == [False, False]


def test_a_percentage_that_explains_a_new_price_moves_nothing(clauses: ClauseVocabulary) -> None:
    text = "The monthly fee moves from £310 to {£348}. That is {12.26 %|escalator} more."
    found = listed(text, clauses, {"12.26": ["escalator_form: percent"]}).lines
    assert [(each.amount, each.per, each.steady) for each in found] == [(348, "month", True)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A reinstatement fee of {£95} applies.",
        "For a terminal that is not sent back, {£149} is charged.",
        "For each week of delay {£145|setup_fee} is settled.",
    ],
)
def test_what_is_paid_where_something_goes_wrong_is_in_no_total(sentence: str, clauses: ClauseVocabulary) -> None:
    assert [each.optional for each in lines(sentence, clauses)] == [True]


def test_what_those_pay_who_leave_is_in_no_total(clauses: ClauseVocabulary) -> None:
    told = {"data pack": ("export: fee",)}
    found = listed("Your history leaves as a data pack for {€600}.", clauses, told)
    assert [each.optional for each in found.lines] == [True]


def test_a_price_from_an_amount_allows_no_total(clauses: ClauseVocabulary) -> None:
    found = lines("Set-up: {£500|setup_fee} once\nPlan: from {£499} per month", clauses)
    assert total_cost(found, Escalation(), "GBP").mid is None
    moved = lines("The plan moves from {£310} to {£348} per month.", clauses)
    assert [each.at_least for each in moved] == [False]


def test_of_two_prices_the_one_in_the_part_that_counts(clauses: ClauseVocabulary) -> None:
    text = (
        "1. Fees\n\nHosting and reading. {$640} per month, in arrears.\n\nWhere sections 1 to 8 say something else, "
        "Schedule A is what counts.\n\nSchedule A\n\nHosting and reading: {$690} per month\n"
    )
    found = listed(text, clauses)
    assert [each.amount for each in found.lines] == [690]
    assert [(one.amount, other.amount) for one, other in found.doubled] == [(690, 640)]


def test_a_price_that_changes_on_a_day_has_its_months(clauses: ClauseVocabulary) -> None:
    text = "Start date: 1 September 2026\nHosting: {£129} per month until 28 February 2027, then {£149} per month"
    assert [(each.amount, each.from_month, each.to_month) for each in lines(text, clauses)] == [
        (129, 1, 6), (149, 7, None)
    ]  # fmt: skip
    apart = "Start date: 1 September 2026\nHosting is {£129} a month.\nFrom 1 March 2027 hosting is {£149} a month."
    assert [(each.amount, each.from_month, each.to_month) for each in lines(apart, clauses)] == [
        (129, 1, 6), (149, 7, None)
    ]  # fmt: skip


def test_money_in_a_column_of_prices_is_one_though_the_reader_made_nothing_of_it(clauses: ClauseVocabulary) -> None:
    text = "Item | Qty | Price per month\nTill | 3 | {€20|other}\nPrinter | 1 | {€5|price}"
    assert [(each.amount, each.quantity) for each in lines(text, clauses)] == [(20, 3), (5, 1)]
    told = "Item | Saved so far\nTill | {€20|other}"
    assert lines(told, clauses) == ()


@pytest.mark.parametrize(
    ("sentence", "optional"),
    [
        ("Monitoring is {£30} per month and rings you if a sensor fails.", False),
        ("The plan is {£30} per month, if countersigned before 3 May.", False),
        ("A second line is {£30} per month, but only if you ask for it.", True),
        ("If you want a second line, it is {£30} per month.", True),
    ],
)
def test_a_condition_is_one_of_the_price_where_it_governs_it(
    sentence: str, optional: bool, clauses: ClauseVocabulary
) -> None:
    assert [each.optional for each in lines(sentence, clauses)] == [optional]


def test_lines_are_summed_before_they_are_rounded(clauses: ClauseVocabulary) -> None:
    found = lines("Base: {€420} per month\nShops: {€35} per month for each shop, six shops", clauses)
    total = total_cost(found, Escalation(percent=9.0), "EUR")
    assert total.mid == 24782.44
    assert [each.mid for each in total.lines] == [16521.62, 8260.81]
