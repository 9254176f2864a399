"""A number in words with the same one in brackets is one quantity; a different one is another."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.language.quantities import find
from assistant.language.restated import unlike

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))


def spelled(number: int, joiner: str = " ") -> str:
    """A whole number in English words; `joiner` stands after hundred: " " or " and "."""
    for size, name in SCALES:
        if number >= size:
            rest = number % size
            link = joiner if size == 100 else " "
            return f"{spelled(number // size, joiner)} {name}" + (f"{link}{spelled(rest, joiner)}" if rest else "")
    if number < len(ONES):
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


class Unit(NamedTuple):
    """How a unit stands behind words, and around digits; what it is read as."""

    after: str
    digits: str
    read: str


LENGTHS = (
    Unit("days", "{} days", "days"), Unit("months", "{} months", "months"), Unit("hours", "{} hours", "hours"),
    Unit("weeks", "{} weeks", "weeks"), Unit("years", "{} years", "years"),
)  # fmt: skip
OTHERS = (
    Unit("dollars", "${}", "USD"), Unit("Dollars", "USD {}", "USD"), Unit("euros", "€{}", "EUR"),
    Unit("Euros", "EUR {}", "EUR"), Unit("pounds sterling", "£{}", "GBP"), Unit("percent", "{}%", "%"),
    Unit("per cent", "{} %", "%"), Unit("dollars", "CA${}", "CAD"),
)  # fmt: skip
numbers = st.integers(2, 9_999_999)
joiners = st.sampled_from((" ", " and "))
cases = st.sampled_from((str, str.title, str.upper))
around = st.sampled_from(("", "The fee is ", "within ", "a notice of at least ", "an initial term of "))


@given(numbers, st.sampled_from((*LENGTHS, *OTHERS)), joiners, cases, around, st.booleans())
def test_words_and_the_same_digits_with_their_unit_are_one(
    number: int, unit: Unit, joiner: str, case: Callable[[str], str], before: str, square: bool
) -> None:
    again = unit.digits.format(f"{number:,}")
    said = f"{case(spelled(number, joiner))} {unit.after} {'[' if square else '('}{again}{']' if square else ')'}"
    found = find(f"{before}{said}, as agreed.")
    assert [(each.value, each.unit, each.per) for each in found] == [(number, unit.read, "")]
    assert said in found[0].quote
    assert list(unlike(f"{before}{said}, as agreed.", found)) == []


@given(numbers, st.sampled_from(LENGTHS), joiners, st.booleans(), st.booleans())
def test_a_bare_number_in_brackets_before_the_unit_is_the_same_one_either_way(
    number: int, unit: Unit, joiner: str, grouped: bool, words_first: bool
) -> None:
    digits = f"{number:,}" if grouped else str(number)
    words = spelled(number, joiner)
    said = f"{words} ({digits}) {unit.after}" if words_first else f"{digits} ({words}) {unit.after}"
    found = find(f"They get {said} for it.")
    assert [(each.value, each.unit, each.quote) for each in found] == [(number, unit.read, said)]


@given(numbers, numbers, st.sampled_from((*LENGTHS, *OTHERS[:7])), joiners)
def test_where_they_differ_both_are_kept_and_told_apart(number: int, other: int, unit: Unit, joiner: str) -> None:
    assume(number != other)
    text = f"The paper says {spelled(number, joiner)} {unit.after} ({unit.digits.format(other)}), as agreed."
    found = find(text)
    assert [(each.value, each.unit) for each in found] == [(number, unit.read), (other, unit.read)]
    assert list(unlike(text, found)) == [tuple(found)]


@given(numbers, numbers, st.sampled_from(LENGTHS))
def test_where_they_differ_before_the_unit_each_has_it(number: int, other: int, unit: Unit) -> None:
    assume(number != other)
    text = f"They get {spelled(number)} ({other}) {unit.after} for it."
    found = find(text)
    assert [(each.value, each.unit) for each in found] == [(number, unit.read), (other, unit.read)]
    assert list(unlike(text, found)) == [tuple(found)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("USD 36,000 (thirty-six thousand dollars) per year", [(36000, "USD", "year")]),
        ("twenty-five thousand and 50/100 dollars ($25,000.50)", [(25000.5, "USD", "")]),
        ("one and one-half percent (1.5%) per month", [(1.5, "%", "month")]),
        ("ninety-nine point five percent (99.5%)", [(99.5, "%", "")]),
        ("five (5%) percent", [(5, "%", "")]),
        ("sixty days (60)", [(60, "days", "")]),
        ("20 euros (5 users)", [(20, "EUR", ""), (5, "users", "")]),
        ("20 dollars (20%)", [(20, "USD", ""), (20, "%", "")]),
        ("two years (24 months)", [(2, "years", ""), (24, "months", "")]),
        ("nine of us (two students)", [(9, "people", ""), (2, "students", "")]),
    ],
)
def test_what_is_one_and_what_is_not(text: str, values: list[tuple[float, str, str]]) -> None:
    assert [(each.value, each.unit, each.per) for each in find(text)] == values
