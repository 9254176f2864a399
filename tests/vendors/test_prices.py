"""Every price once, with its period and quantity; sums, repeats and alternatives are recognised."""

from __future__ import annotations

import pytest

from assistant.vendors.clauses import ClauseVocabulary
from assistant.vendors.paper import Paper
from assistant.vendors.prices import read_prices
from tests.vendors.conftest import TODAY

CASES: tuple[tuple[str, list[tuple[float, str, str, float]]], ...] = (
    ("12 users at £45 per user per month, billed annually in advance.", [(45, "GBP", "month", 12)]),
    ("£45/user/month x 12", [(45, "GBP", "month", 12)]),
    ("12 seats @ $30/seat/month = $360/month", [(30, "USD", "month", 12)]),
    ("Number of users: 25\nPrice per user: $12 per month", [(12, "USD", "month", 25)]),
    ("The monthly fee is £540 (£6,480 per year).", [(540, "GBP", "month", 1)]),
    ("Set-up and training: £2,400 one-off.", [(2400, "GBP", "once", 1)]),
    ("Implementation fee £4,000 to £6,000", [(5000, "GBP", "once", 1)]),
    ("Professional services: 40 hours at £95 per hour", [(95, "GBP", "hour", 40)]),
    ("SMS: £0.05 per message, estimated 2,000 messages per month", [(0.05, "GBP", "month", 2000)]),
    ("Texts above 1,000 a month are charged at £0.06 each.", [(0.06, "GBP", "item", 0)]),
    ("$0.02 per API call after the first 10,000 calls each month", [(0.02, "USD", "item", 0)]),
    ("Additional users are $75 per user per month.\nThe fee is $900 per month.", [(75, "USD", "month", 0), (900, "USD", "month", 1)]),  # noqa: E501
    ("Monthly subscription (per location, 3 locations): £75", [(75, "GBP", "month", 3)]),
    ("Annual licence fee of $12,000 for up to 10 users", [(12000, "USD", "year", 1)]),
    ("Price: €1.250,00 per maand", [(1250, "EUR", "month", 1)]),
    ("1-10 users: £50 per user per month\n11-50 users: £45 per user per month\nYour team: 14 users", [(45, "GBP", "month", 14)]),  # noqa: E501
    ("Basic – £29/month\nPro – £59/month\nEnterprise – £99/month", [(64, "GBP", "month", 1)]),
    ("Our total liability shall not exceed £10,000. You will save £24,000 a year. The fee is £300 per month.", [(300, "GBP", "month", 1)]),  # noqa: E501
    ("Orders over £50 ship free. The service costs £20 a month.", [(20, "GBP", "month", 1)]),
    ("Setup: EUR 3,000, payable 50% on signature (EUR 1,500) and 50% on go-live (EUR 1,500).", [(3000, "EUR", "once", 1)]),  # noqa: E501
    ("Hosting: £20 per month\nBackup: £20 per month", [(20, "GBP", "month", 1), (20, "GBP", "month", 1)]),
    ("| Item | Qty | Unit price | Total |\n|---|---|---|---|\n| User licence (monthly) | 12 | £45.00 | £540.00 |\n| Onboarding | 1 | £1,800.00 | £1,800.00 |\n| Total | | | £2,340.00 |", [(45, "GBP", "month", 12), (1800, "GBP", "once", 1)]),  # noqa: E501
    ("| Service | Monthly | Annual |\n| Hosting | $20 | $240 |\n| Support | $50 | $600 |", [(20, "USD", "month", 1), (50, "USD", "month", 1)]),  # noqa: E501
    ("| Description | Quantity | Price | Period |\n|---|---|---|---|\n| Till licence | 3 | €29.00 | per month |\n| SMS | 1 | €0.08 | per message |", [(29, "EUR", "month", 3), (0.08, "EUR", "item", 0)]),  # noqa: E501
    ("Late payments bear a fee of £40. Insurance of £1,000,000 is held.", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_a_price_is_read_once_with_its_period_and_quantity(
    text: str, expected: list[tuple[float, str, str, float]], clauses: ClauseVocabulary
) -> None:
    lines = read_prices(Paper(text, TODAY, clauses), clauses.prices)
    assert [(each.amount, each.currency, each.per, each.quantity) for each in lines] == expected
    assert all(text[each.start : each.end].strip() for each in lines)


def months(text: str, clauses: ClauseVocabulary) -> list[tuple[float, int, int | None]]:
    lines = read_prices(Paper(text, TODAY, clauses), clauses.prices)
    return [(each.amount, each.from_month, each.to_month) for each in lines]


def test_prices_that_change_have_their_months(clauses: ClauseVocabulary) -> None:
    teaser = "£99 per month for the first 6 months, then £149 per month"
    assert months(teaser, clauses) == [(99, 1, 6), (149, 7, None)]
    assert months("It is $99/month for the first 6 months and $149/month thereafter.", clauses) == [
        (99, 1, 6),
        (149, 7, None),
    ]
    years = "Year 1: £10,000; Year 2: £11,000; Year 3: £12,100"
    assert months(years, clauses) == [(10000, 1, 12), (11000, 13, 24), (12100, 25, 36)]
    assert months("First 3 months free, then £80 per month", clauses) == [(80, 4, None)]
    assert months("36 monthly payments of £89", clauses) == [(89, 1, 36)]


def test_a_minimum_and_an_option_are_marked(clauses: ClauseVocabulary) -> None:
    text = "Usage fee: £300 per month\nOptional: analytics at £40 per month\nMinimum monthly charge of £500."
    lines = read_prices(Paper(text, TODAY, clauses), clauses.prices)
    assert [(each.optional, each.minimum) for each in lines] == [(False, False), (True, False), (False, True)]
