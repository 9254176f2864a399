"""Papers that say a figure in words and again in brackets."""

from __future__ import annotations

import pytest

from assistant.catalogue import Catalogue
from assistant.domain.proposal import Critique
from assistant.files.reader import read_text
from assistant.vendors.critique import critique
from assistant.vendors.vocabulary import ClauseVocabulary
from tests.vendors.conftest import TODAY

FORM = (
    "Order form.\nCustomer pays an annual subscription fee of {fee}, in advance.\nThe initial term is {term} from the "
    "date of signature. It renews for further periods of twelve (12) months unless either party gives written notice "
    "at least {notice} before the end of the term."
)


def read(catalogue: Catalogue, clauses: ClauseVocabulary, **said: str) -> Critique:
    return critique((read_text("form.txt", FORM.format(**said)),), catalogue, TODAY, clauses=clauses)


@pytest.mark.parametrize(
    ("fee", "term", "notice"),
    [
        ("$36,000", "36 months", "90 days"),
        ("Thirty-Six Thousand Dollars ($36,000)", "thirty-six (36) months", "ninety (90) days"),
        ("USD 36,000 (thirty-six thousand dollars)", "36 (thirty-six) months", "ninety days (90)"),
        ("thirty-six thousand and 00/100 dollars [$36,000.00]", "thirty-six months (36 months)", "90 (ninety) days"),
    ],
)
def test_the_same_figure_twice_is_one_price_and_one_term(
    catalogue: Catalogue, clauses: ClauseVocabulary, fee: str, term: str, notice: str
) -> None:
    made = read(catalogue, clauses, fee=fee, term=term, notice=notice)
    assert [(each.amount, each.currency, each.per) for each in made.terms.price_lines] == [(36_000, "USD", "year")]
    assert made.tco.mid == 108_000
    assert (made.terms.term_months, made.terms.renewal_months, made.terms.notice_days) == (36, 12, 90)
    assert made.contradictions == ()


def test_two_figures_for_one_thing_are_held_against_each_other_and_the_words_count(
    catalogue: Catalogue, clauses: ClauseVocabulary
) -> None:
    made = read(
        catalogue, clauses, fee="Thirty Thousand Dollars ($36,000)", term="thirty-six (24) months", notice="90 days"
    )
    assert [each.amount for each in made.terms.price_lines] == [30_000]
    assert (made.terms.term_months, made.terms.renewal_months) == (36, 12)
    assert [each.what.partition(": ")[2] for each in made.contradictions] == [
        "Thirty Thousand Dollars or $36,000",
        "thirty-six or 24 months",
    ]
    for each in made.contradictions:
        assert each.prevails is None
        assert each.quotes[0] in made.text
