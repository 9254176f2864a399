"""A pasted paper of a vendor is known from what an owner tells."""

from __future__ import annotations

import pytest

from assistant.vendors.offers import LEAST_WORDS, is_offer
from assistant.vendors.vocabulary import ClauseVocabulary
from tests.vendors.offers import ALL
from training.lessons import OWNERS
from training.markup import load_marked


@pytest.mark.parametrize("name", ALL)
def test_a_short_paper_is_an_offer(name: str, clauses: ClauseVocabulary) -> None:
    assert is_offer(ALL[name], clauses.reader)


def test_what_owners_tell_is_none(clauses: ClauseVocabulary) -> None:
    told = [each.text for each in load_marked(OWNERS)[::5] if len(each.text.split()) >= LEAST_WORDS]
    assert len(told) > 300
    assert [each for each in told if is_offer(each, clauses.reader)] == []
