"""Who does the work, and the words that tell it."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Told

TOLD: tuple[tuple[str, str, str], ...] = (
    ("I forget the delivery charge on half the invoices, and I do them myself.", "owner", "and I do them myself"),
    ("I forget the delivery charge. Invoices go out on Friday. I do them myself.", "owner", "I do them myself"),
    ("Half the time I forget the delivery charge on the invoices. I do them all.", "owner", "I do them all"),
    (
        "Our invoices are late because I forget the delivery charge; my daughter types them.",
        "family",
        "my daughter types them",
    ),
    ("I worry about the invoices, my wife writes them.", "family", "my wife writes them"),
    ("I often forget the delivery charge on the invoices.", "owner", "I often forget the delivery charge"),
    ("I like doing the quotes, 8 a week.", "owner", "I like doing the quotes"),
    ("I still do the invoices by hand.", "owner", "I still do the invoices by hand"),
    ("I forget to send reminders and I want to hand the firm over to my son.", "owner", "I forget to send reminders"),
    ("The quotes are done by my wife.", "family", "The quotes are done by my wife"),
)


@pytest.mark.parametrize(("text", "doer", "words"), TOLD)
def test_who_does_the_work_is_quoted_with_the_words_that_tell_it(told: Told, text: str, doer: str, words: str) -> None:
    (fact,) = (each.doer for each in told(text).processes)
    assert fact is not None
    assert fact.value == doer
    assert fact.quote.startswith(words)
    assert fact.quote in text
