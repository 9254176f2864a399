"""Signs turned into facts; the signs themselves are made by hand here."""

from __future__ import annotations

import pytest

from assistant.domain.assessment import Planned
from assistant.domain.profile import Process, Profile
from assistant.encoder.signs import Sign
from assistant.reading.plans import load_signs, plan_of
from tests.conftest import KNOWLEDGE

TEXT = "The neighbours have one. A screen takes orders instead of Ana, 1,200 once and 40 a month, to free my Fridays."


class Told:
    """Signs at the places of some words."""

    def __init__(self, **words: str) -> None:
        self.words = words

    def read(self, text: str) -> tuple[Sign, ...]:
        """One sign for each of the words."""
        return tuple(
            Sign(name, text.index(each), text.index(each) + len(each), 0.9) for name, each in self.words.items()
        )


def test_signs_become_facts_with_their_words() -> None:
    found = plan_of(
        TEXT, Profile(), Told(replaces="instead of Ana", plan="A screen takes orders"), load_signs(KNOWLEDGE)
    )
    assert found.facts["person_is_default"].value is False
    assert found.facts["person_is_default"].quote == "A screen takes orders instead of Ana"
    assert found.quote == "A screen takes orders"
    assert found.purpose is None


def test_the_work_is_that_of_the_words_that_are_quoted_as_the_plan() -> None:
    """Two signs of a plan: the quote and the work both come from the surer one, wherever it stands."""
    told = Profile(
        processes=(
            Process(id="woodwork", name="chairs", quote="chairs"),
            Process(id="orders", name="orders", quote="orders"),
        )
    )
    signs = Read((("plan", "We make chairs", 0.7), ("plan", "a screen for the orders", 0.9)))
    found = plan_of(WORDS, told, signs, load_signs(KNOWLEDGE))
    assert (found.quote, found.process_id) == ("a screen for the orders", "orders")


@pytest.mark.parametrize(
    ("words", "a_year"), [("200 a week", 10_400), ("200 a month", 2_400), ("200 a quarter", 800), ("200 a year", 200),
                          ("200", 200)]
)  # fmt: skip
def test_a_purse_is_counted_for_the_year(words: str, a_year: float) -> None:
    text = f"We could find {words} for it."
    found = plan_of(text, Profile(), Told(budget=words), load_signs(KNOWLEDGE))
    assert found.facts["budget_first_year"].value == a_year


def test_prices_are_added_up_over_the_first_year() -> None:
    found = plan_of(TEXT, Profile(), Told(once="1,200 once", monthly="40 a month"), load_signs(KNOWLEDGE))
    assert found.facts["cost_first_year"].value == 1_680
    assert found.facts["first_quarter_cost"].value == 1_320


def test_an_own_need_stands_beside_imitation() -> None:
    table = load_signs(KNOWLEDGE)
    alone = plan_of(TEXT, Profile(), Told(others_have_it="The neighbours have one"), table)
    assert alone.facts["reasons"].value == ("competitor_has_it",)
    beside = plan_of(
        TEXT, Profile(), Told(others_have_it="The neighbours have one", purpose="to free my Fridays"), table
    )
    assert beside.facts["reasons"].value == ("competitor_has_it", "own_need")
    assert beside.purpose == "to free my Fridays"


WORDS = "Five of us. We make chairs, my Saturdays are gone. I'd take a screen for the orders. Everybody has one."


def read_as(*signs: tuple[str, str, float]) -> Planned:
    """What is understood of WORDS where these signs are read: name, words, probability."""
    return plan_of(WORDS, Profile(), Read(signs), load_signs(KNOWLEDGE))


class Read:
    """Signs of given probabilities at the places of some words."""

    def __init__(self, signs: tuple[tuple[str, str, float], ...]) -> None:
        self.signs = signs

    def read(self, text: str) -> tuple[Sign, ...]:
        """The signs in the order given."""
        return tuple(
            Sign(name, text.index(each), text.index(each) + len(each), share) for name, each, share in self.signs
        )


def test_an_unsure_weak_reason_needs_a_word_of_its_own() -> None:
    assert "reasons" not in read_as(("grant", "'d take a screen", 0.68)).facts
    assert read_as(("others_have_it", "Everybody has one", 0.68)).facts["reasons"].value == ("competitor_has_it",)
    assert "reasons" not in read_as(("others_have_it", "Everybody has one", 0.45)).facts
    assert read_as(("grant", "'d take a screen", 0.8)).sureness["reasons"] == 0.8


def test_a_told_aim_is_not_read_as_none() -> None:
    aim = ("purpose", "We make chairs, my Saturdays are gone", 0.9)
    assert read_as(aim, ("no_purpose", "my Saturdays are gone", 0.8)).facts["goals_served"].value == 1.0
    assert read_as(("no_purpose", "my Saturdays are gone", 0.6)).facts == {}
    beside = read_as(aim, ("no_purpose", "my Saturdays are gone", 0.6), ("fashion", "Everybody has one", 0.8))
    assert beside.facts["goals_served"].value == 0.0


def test_words_that_carry_many_signs_carry_none() -> None:
    names = ("no_purpose", "fashion", "posts_go", "untold", "no_time")
    assert read_as(*((each, "We make chairs", 0.99) for each in names)).facts == {}
    assert read_as(*((each, "We make chairs", 0.99) for each in names[1:])).facts


def test_a_quote_is_a_whole_clause() -> None:
    assert read_as(("unwritten", "'d take", 0.9)).facts["documented"].quote == "I'd take a screen for the orders"
    assert (
        read_as(("core", "make chairs, my", 0.9)).facts["core_skill"].quote == "We make chairs, my Saturdays are gone"
    )
    assert read_as(("tied", "has one.", 0.9)).facts["term_months"].quote == "Everybody has one"
