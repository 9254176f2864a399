"""The first day of a term: by its label, by the grammar of its sentence, by the paper's own date."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.vendors.sheet import read_sheet
from tests.vendors.reader import Told, paper_of


def start(told: dict[str, Told]) -> date | None:
    return read_sheet(paper_of(told)).day("start_date")


@pytest.mark.parametrize(
    "label",
    [
        "Start date: 1 March 2027",
        "Subscription start date: March 1, 2027",
        "Effective Date | 1 March 2027",
        "Commencement date of the agreement: 01.03.2027",
        "Start | Monday 1 March 2027",
        "3.2 The Start Date is 1 March 2027 and the Initial Term is 36 months from the Start Date.",
        "This agreement is made on 1 March 2027 (the “Effective Date”).",
        "Term: 1 March 2027 to 28 February 2029",
    ],
)
def test_a_label_names_the_start(label: str) -> None:
    assert start({label: Told()}) == date(2027, 3, 1)


@pytest.mark.parametrize(
    "other", ["Start of the build | 1 March 2027", "Invoice date: 1 March 2027", "Offer valid until 1 March 2027"]
)
def test_another_label_does_not(other: str) -> None:
    assert start({other: Told()}) is None


def test_from_a_day_for_so_long_begins_on_that_day() -> None:
    sentence = "Unless you write by 30 October 2026 it continues from 1 January 2027 for 36 months."
    assert start({sentence: Told(figures={"36 months": "term_months", "30 October 2026": "start_date"})}) == date(
        2027, 1, 1
    )
    assert start({"Prices hold from 1 January 2027 for 36 months.": Told()}) is None


def test_a_term_from_the_date_of_the_offer_begins_on_the_day_it_was_written() -> None:
    term = "Term: 24 months, beginning on the date of this offer"
    told = {"Breda, 10 December 2026": Told(), term: Told(figures={"24 months": "term_months"})}
    assert start(told) == date(2026, 12, 10)
    assert start({"Breda, 10 December 2026": Told(), "Term: 24 months": Told()}) is None


def test_a_term_from_the_last_signature_begins_on_the_later_day() -> None:
    told = {
        "It runs from the date of the last signature.": Told(says=("term_starts: signature",)),
        "Signed for the customer: R. Lind, 4 May 2026": Told(),
        "Signed for the supplier": Told(),
        "Name: T. Oso": Told(),
        "Date: 7 May 2026": Told(),
    }
    assert start(told) == date(2026, 5, 7)


def test_what_speaks_of_no_start_says_nothing_of_it_and_a_defined_day_is_a_date() -> None:
    told = {
        "First period: 24 months": Told(says=("term_starts: go-live",)),
        "It is counted from the start date in the quote.": Told(says=("term_starts: go-live",)),
    }
    assert read_sheet(paper_of(told)).words("term_starts") == ("date",)
    live = {"It runs from the day the last box is live.": Told(says=("term_starts: go-live",))}
    assert read_sheet(paper_of(live)).words("term_starts") == ("go-live",)
