"""Signs turned into facts; the signs themselves are made by hand here."""

from __future__ import annotations

from assistant.domain.profile import Profile
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
    assert found.facts["person_is_default"].quote == "instead of Ana"
    assert found.quote == "A screen takes orders"
    assert found.purpose is None


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
