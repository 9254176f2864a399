"""Sentences, matching of word lists, figures put into words."""

from __future__ import annotations

import doctest

import pytest

from assistant.domain.facts import Range
from assistant.language import dates, matching, phrases, sentences


def test_sentences_are_verbatim_and_in_order() -> None:
    text = "We bill late.  It takes approx. 3 hrs. per week. Then stop!\n\n- milk\n- eggs\nJust me. I could do more."
    pieces = sentences.split(text)
    assert [piece.text for piece in pieces] == [
        "We bill late.", "It takes approx. 3 hrs. per week.", "Then stop!", "- milk", "- eggs", "Just me.",
        "I could do more.",
    ]  # fmt: skip
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)


@pytest.mark.parametrize("text", ["", " ", "🙂", "((((" * 300, "x" * 20_000, "a " * 20_000, "<p>Hi. There</p>"])
def test_no_text_breaks_the_splitter(text: str) -> None:
    assert all(text[piece.start : piece.end] == piece.text for piece in sentences.split(text))


def _found(text: str, *words: str) -> list[str]:
    table = matching.phrase_table([("key", words)])
    stems = matching.stemmed(text)
    return [text[each.start : each.end] for each in matching.find(stems, table)]


def test_phrases_match_by_stem_with_little_words_between() -> None:
    assert _found("Answering all our emails takes ages", "answer emails") == ["Answering all our emails"]
    assert _found("We e-mail invoices", "email") == ["e-mail"]
    assert _found("hours estimating the work", "hours work") == []


def test_phrases_do_not_reach_over_the_end_of_a_sentence() -> None:
    assert _found("I send. Invoices follow.", "send invoices") == []


def test_a_word_matches_its_own_forms_and_not_its_cousins() -> None:
    assert _found("we plan and planned, planning on", "plan") == ["plan", "planned", "planning"]
    assert _found("it is expensive", "expenses") == []


def test_an_underscore_asks_for_the_words_as_they_stand() -> None:
    assert _found("I really want to", "_I want") == []


def test_the_longest_match_stays() -> None:
    text = "supplier invoices"
    table = matching.phrase_table([("one", ["invoice"]), ("two", ["supplier invoice"])])
    assert [each.key for each in matching.longest(matching.find(matching.stemmed(text), table))] == ["two"]


@pytest.mark.parametrize(
    ("range_", "currency", "per", "said"),
    [
        (Range(low=3, mid=5, high=7, unit="hours"), "", "week", "3-7 h a week, likely 5"),
        (Range(low=120.4, mid=144.9, high=180.2, unit="GBP"), "GBP", "year", "£120-£180 a year, likely £145"),
        (Range(low=-33900, mid=-7000, high=10600, unit="USD"), "USD", "", "-$33,900 to $10,600, likely -$7,000"),
        (Range(low=2, mid=2, high=2, unit="hours"), "", "", "2 h"),
        (Range(low=None, mid=None, high=None, unit="months"), "", "", "not within the horizon"),
        (Range(low=8, mid=20, high=None, unit="months"), "", "", "likely 20 months, at worst never"),
    ],
)
def test_ranges_read_as_a_person_says_them(range_: Range, currency: str, per: str, said: str) -> None:
    assert phrases.say_range(range_, currency, per) == said


def test_lists_read_as_in_a_sentence() -> None:
    assert [phrases.say_list(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_the_examples_of_the_docstrings_hold() -> None:
    assert doctest.testmod(phrases).failed == doctest.testmod(dates).failed == 0
