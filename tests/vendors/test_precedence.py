"""Which part counts where the papers differ: by what they say, and by the headings and files that they have."""

from __future__ import annotations

import pytest

from assistant.vendors.precedence import precedence
from assistant.vendors.segments import split

QUOTE = "Quote\n\nThe fee is £40 a month.\n\n"
TERMS = "Terms and conditions\n\nThe fee is £50 a month.\n\n{}\n"
ORDER = "Order form\n\nThe term is 12 months.\n\nSchedule A\n\nThe term is 24 months.\n\n{}\n"


@pytest.mark.parametrize(
    ("says", "counts"),
    [
        ("If the quote and these terms differ, the quote prevails.", "£40"),
        ("Where they say different things, the quote gives way.", "£50"),
        ("In case of conflict these terms and conditions take precedence.", "£50"),
        ("They stand above any quote.", "£50"),
        ("Read them with care.", ""),
    ],
)
def test_of_two_files_the_one_that_is_said_to_count(says: str, counts: str) -> None:
    text = QUOTE + TERMS.format(says)
    segments = split(text)
    found = precedence(segments, (("quote.txt", 0), ("terms.txt", len(QUOTE))))
    inside = [each.text for each in segments if found and found.counts(each) and "fee is" in each.text]
    assert [counts in each for each in inside] == ([True] if counts else [])


@pytest.mark.parametrize(
    "says", ["Schedule A governs where figures differ.", "Where they do not match we charge by Schedule A."]
)
def test_a_schedule_of_one_file_is_a_part(says: str) -> None:
    segments = split(ORDER.format(says))
    found = precedence(segments, (("offer.txt", 0),))
    assert found is not None
    assert [each.text for each in segments if found.counts(each) and "term is" in each.text] == [
        "The term is 24 months."
    ]
