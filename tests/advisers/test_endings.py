"""A stream of text as whole sentences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.advisers.endings import Ended, sentences

TEXT = "It is 10 hours a week. That is approx. 3 hrs. a day!\n\nWhat comes back wrong?\nIt decides the rest."
WANTED = [
    Ended(0, "It is 10 hours a week."),
    Ended(0, "That is approx. 3 hrs. a day!"),
    Ended(1, "What comes back wrong?"),
    Ended(1, "It decides the rest."),
]


@given(st.lists(st.integers(1, len(TEXT) - 1), max_size=20))
def test_however_a_text_is_cut_its_sentences_are_the_same(cuts: list[int]) -> None:
    edges = [0, *sorted(set(cuts)), len(TEXT)]
    pieces = [TEXT[start:end] for start, end in pairwise(edges)]
    assert list(sentences(pieces)) == WANTED


def test_a_sentence_is_given_as_soon_as_the_next_begins() -> None:
    taken: list[str] = []

    def stream() -> Iterator[str]:
        for piece in ("One is here. ", "T", "wo follows", "."):
            taken.append(piece)
            yield piece

    assert next(iter(sentences(stream()))).text == "One is here."
    assert taken == ["One is here. ", "T"]


def test_what_a_model_thinks_aloud_is_left_out() -> None:
    assert list(sentences(["<thi", "nk>Let me see. 99 hours?", "</think>\n\nIt is ten."])) == [Ended(0, "It is ten.")]
    assert list(sentences(["<think>Let me see. It never ends"])) == []


def test_nothing_gives_nothing() -> None:
    assert list(sentences([])) == []
    assert list(sentences(["", "  \n"])) == []
