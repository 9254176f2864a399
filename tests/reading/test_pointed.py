"""Words that somebody points at are read by the grammar, or they tell nothing."""

from __future__ import annotations

import pytest

from assistant.domain.facts import FactPath, Value
from assistant.domain.talk import Question
from assistant.reading.pointed import THE_WORK, place_of, told_at
from assistant.reading.reader import Reader
from assistant.reading.scene import make_scene


def _told(words: str, quote: str, scope: str, name: str, reader: Reader) -> Value | None:
    place = place_of(quote, words)
    assert place is not None
    path = FactPath(scope=scope, name=name)
    found = told_at(make_scene(words, reader), place, Question(path=path, text=name, why=""), reader)
    fact = found.fact(path) if found else None
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("words", "quote", "scope", "name", "value"),
    [
        ("About 40 a day go out, ten minutes each.", "About 40 a day", "invoicing", "items_per_week", 200.0),
        ("About 40 a day go out, ten minutes each.", "ten minutes each", "invoicing", "minutes_per_item", 10.0),
        ("It eats 6 hours a week.", "6 hours a week", "rota", "hours_per_week", 6.0),
        ("One in twenty comes back wrong.", "One in twenty comes back wrong", "invoicing", "error_rate", 0.05),
        ("There are four of us here.", "four of us", "firm", "headcount", 4.0),
        ("It's all in Dave's head, nothing is written down.", "nothing is written down", "rota", "documented", False),
        ("I do them myself on Sundays.", "I do them myself", "invoicing", "doer", "owner"),
        ("We pay the girl £14 an hour for it.", "£14 an hour", "filing", "wage_per_hour", 14.0),
    ],
)
def test_a_figure_of_the_right_kind_is_read(
    words: str, quote: str, scope: str, name: str, value: Value, reader: Reader
) -> None:
    assert _told(words, quote, scope, name, reader) == value


@pytest.mark.parametrize(
    ("words", "quote", "scope", "name"),
    [
        ("About 40 a day go out, ten minutes each.", "ten minutes each", "invoicing", "items_per_week"),
        ("About 40 a day go out, ten minutes each.", "About 40 a day", "invoicing", "minutes_per_item"),
        ("About 40 a day go out, ten minutes each.", "About 40 a day", "invoicing", "hours_per_week"),
        ("One visit takes two hours.", "two hours", "rota", "hours_per_week"),
        ("We used to write 40 a week.", "40 a week", "invoicing", "items_per_week"),
        ("If we did 40 a week we would need help.", "40 a week", "invoicing", "items_per_week"),
        ("Our neighbours next door write 40 a week.", "40 a week", "invoicing", "items_per_week"),
        ("It costs us £300 a month.", "£300 a month", "rota", "hours_per_week"),
        ("40 orders and three drivers", "40 orders", "firm", "headcount"),
        ("40 a week, 12 a day on Fridays", "40 a week, 12 a day on Fridays", "invoicing", "items_per_week"),
        ("I like my coffee strong.", "I like my coffee strong", "rota", "hours_per_week"),
    ],
)
def test_words_that_do_not_tell_it_tell_nothing(words: str, quote: str, scope: str, name: str, reader: Reader) -> None:
    assert _told(words, quote, scope, name, reader) is None


@pytest.mark.parametrize(
    ("words", "quote", "name"),
    [
        ("Every spring it is the same. I go on and on.", "I", "documented"),
        ("Every spring it is the same. I go on and on.", "go on", "doer"),
        ("Every spring it is the same. I go on and on.", "go on", THE_WORK),
        ("We saved a bit. It is about the money.", "saved", "stable"),
        ("We saved a bit. It is about the money.", "about", THE_WORK),
        ("We saved a bit. It is about the money.", "about the", "rule_based"),
    ],
)
def test_scraps_of_words_tell_nothing(words: str, quote: str, name: str, reader: Reader) -> None:
    question = Question(path=FactPath(scope="invoicing", name=name), text="", why="")
    place = place_of(quote, words)
    assert place is not None
    assert told_at(make_scene(words, reader), place, question, reader) is None


def test_work_that_is_denied_is_not_told(reader: Reader) -> None:
    question = Question(path=FactPath(scope="invoicing", name=THE_WORK), text="", why="")
    for words, there in (("We don't do invoices.", False), ("I do invoices on Fridays.", True)):
        scene, place = make_scene(words, reader), place_of("do invoices", words)
        assert place is not None
        assert (told_at(scene, place, question, reader) is not None) == there


@pytest.mark.parametrize(
    ("quote", "found"),
    [("40 a  day", "40 a day"), ("0 a day", None), ("40 a week", None), ("", None), ("day", "day")],
)
def test_a_quote_stands_in_the_words_or_it_does_not(quote: str, found: str | None) -> None:
    words = "About 40 a day."
    place = place_of(quote, words)
    assert (words[slice(*place)] if place else None) == found
