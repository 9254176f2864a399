"""What sentences say becomes values: of the figure that is one, as long, as late and as dear as it is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from assistant.vendors.contradictions import contradictions
from assistant.vendors.paper import Paper
from assistant.vendors.sheet import Read, read_sheet
from assistant.vendors.vocabulary import ClauseVocabulary
from tests.vendors.conftest import TODAY
from tests.vendors.reader import MARK, Told, marked, paper_of


def paper(text: str, clauses: ClauseVocabulary, says: Mapping[str, Sequence[str]] | None = None) -> Paper:
    plain, known = marked(text, clauses, says)
    return Paper(plain, TODAY, known)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It runs for {two years|term_months}.", 24.0),
        ("It goes on {a quarter|renewal_months} at a time.", 3.0),
        ("You can leave from {the seventh month|exit_locked_months} on.", 7.0),
        ("Tell us {a quarter's|notice_days} notice ahead.", 90.0),
        ("Write {ninety (90) days|notice_days} before the end.", 90.0),
        ("Write {half a year|notice_days} before the end.", 180.0),
        ("Write {four clear weeks|notice_days} ahead.", 28.0),
        ("Give us {ten working days|payment_days}.", 14.0),
        ("Prices go up by {7.5%|escalator} each May.", 7.5),
        ("Interest is {24%|interest_month} per annum.", 2.0),
        ("It begins on {1 March 2027|start_date}.", date(2027, 3, 1)),
        ("Our liability ends at {£5,000|liability_money}.", 5000.0),
        ("We tell you within {three days|breach_hours} of a leak.", 24.0),
    ],
)
def test_a_figure_becomes_the_value_that_it_is(sentence: str, value: Read, clauses: ClauseVocabulary) -> None:
    role = next(MARK.finditer(sentence))["role"]
    assert [(each.name, each.value) for each in read_sheet(paper(sentence, clauses)).stated] == [(role, value)]


def test_of_two_figures_in_a_sentence_each_is_its_own(clauses: ClauseVocabulary) -> None:
    text = "It rolls for {12 months|renewal_months} unless you write {60 days|notice_days} before."
    sheet = read_sheet(paper(text, clauses, {"It rolls": ("auto_renews: yes",)}))
    assert sheet.flag("auto_renews") is True
    assert sheet.number("renewal_months") == 12
    assert sheet.number("notice_days") == 60


def test_a_figure_that_cannot_be_what_it_is_taken_for_states_nothing(clauses: ClauseVocabulary) -> None:
    assert read_sheet(paper("It costs {£40|term_months}.", clauses)).stated == ()


def test_two_notices_contradict_one_another_and_two_bills_do_not(clauses: ClauseVocabulary) -> None:
    text = (
        "Write {30 days|notice_days} before the end.\nNotice is {90 days|notice_days}.\n"
        "Setting up costs {£400|setup_fee}.\nA day costs {£600}."
    )
    found = contradictions(read_sheet(paper(text, clauses)), clauses.thresholds)
    assert [each.quotes for each in found] == [("Write 30 days before the end.", "Notice is 90 days.")]


def test_what_is_fine_in_one_place_and_a_flag_in_another_is_a_contradiction(clauses: ClauseVocabulary) -> None:
    says = {
        "Your data": ("data_owner: owner",),
        "Everything": ("data_owner: vendor",),
        "You may leave": ("exit_by: you",),
    }
    text = "Your data is yours.\nEverything typed in belongs to us.\nYou may leave when you like."
    found = contradictions(read_sheet(paper(text, clauses, says)), clauses.thresholds)
    assert [each.quotes for each in found] == [("Your data is yours.", "Everything typed in belongs to us.")]


def test_a_guarantee_that_is_taken_back_is_a_contradiction() -> None:
    promise, denial = "We guarantee page one of the search.", "We do not promise any number of visitors or sales."
    paper = paper_of({promise: Told(says=("claim: guaranteed",)), denial: Told()})
    found = contradictions(read_sheet(paper), paper.vocabulary.thresholds)
    assert [each.quotes for each in found] == [(promise, denial)]
    alone = paper_of({denial: Told(), "Lost sales are not guaranteed by anybody.": Told()})
    assert contradictions(read_sheet(alone), alone.vocabulary.thresholds) == ()


def test_as_long_as_the_first_term_contradicts_another_length() -> None:
    paper = paper_of(
        {
            "The first period is 24 months.": Told(figures={"24 months": "term_months"}),
            "Another of the same length follows.": Told(says=("renewal_months: same",)),
            "It goes on from year to year.": Told(),
        }
    )
    found = contradictions(read_sheet(paper), paper.vocabulary.thresholds)
    assert [each.quotes for each in found] == [("Another of the same length follows.", "It goes on from year to year.")]


def test_what_holds_side_by_side_or_in_turn_contradicts_nothing() -> None:
    paper = paper_of(
        {
            "The price does not change for 24 months.": Told(says=("escalator_form: none",)),
            "After that it follows the index.": Told(says=("escalator_form: index",)),
            "The documents remain yours.": Told(says=("data_owner: owner",)),
            "You let us use them as we like.": Told(says=("data_owner: wide licence",)),
            "It was up for 99.94% last year and is kept at 99.9%.": Told(
                figures={"99.94%": "uptime_percent", "99.9%.": "uptime_percent"}
            ),
        }
    )
    assert contradictions(read_sheet(paper), paper.vocabulary.thresholds) == ()
