"""What a model is told stays within its budget, and what is left out is said to be."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.advisers.context import fitted
from assistant.domain.speech import Draft
from assistant.language.model_tokens import tokens

LINES = st.lists(st.text(st.characters(codec="utf-8"), max_size=400), max_size=12)


@settings(deadline=None, max_examples=40)
@given(LINES, LINES, st.text(max_size=3000), st.integers(500, 3000))
def test_all_of_it_stays_within_the_room(known: list[str], talk: list[str], words: str, room: int) -> None:
    draft = Draft(
        words=words, paragraphs=("It is so.",), known=tuple(known), before=tuple((each, each) for each in talk)
    )
    told = fitted(draft, draft.text, room)
    if told is not None:
        slack = 60  # for the lines that say what was left out
        assert sum(map(tokens, told)) + tokens(draft.text) <= room + slack


def test_what_there_is_no_room_for_is_counted() -> None:
    draft = Draft(
        words="so " * 2000,
        paragraphs=("It is so.",),
        known=tuple(f"Fact {n} is told in a sentence of some length." for n in range(100)),
        before=tuple((f"Question {n}, which is asked at length?", "An answer of some length.") for n in range(50)),
    )
    told = fitted(draft, draft.text, 1500)
    assert told is not None
    assert "more are known" in told.known
    assert "earlier exchanges" in told.before
    assert "Question 49" in told.before
    assert "tokens left out" in told.words


def test_a_reply_that_takes_all_the_room_is_not_told() -> None:
    assert fitted(Draft(words="", paragraphs=("word " * 2000,)), "word " * 2000, 1000) is None
