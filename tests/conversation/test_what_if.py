"""What if: the front door decides and validates again, keeps nothing, and every promise of the advice holds there."""

from __future__ import annotations

import pytest

from assistant.conversation.plumbline import Plumbline
from assistant.domain.facts import FactPath
from assistant.domain.flips import Supposition
from assistant.domain.profile import Profile
from assistant.errors import BadInput, UnknownName
from assistant.estimates.estimate import EstimateSetting
from tests.advice.test_flips import WAITING, on
from tests.advice.test_recommend import firm, work
from tests.builders import fact

FIRMS = (
    firm(
        work("invoicing", items_per_week=fact(3.0), minutes_per_item=fact(6.0)),
        work("rota", hours_per_week=fact(2.0)),
    ),
    firm(work("cash_forecast", hours_per_week=fact(0.6)), work("stock_count", hours_per_week=fact(2.0))),
    firm(work("online_orders", hours_per_week=fact(60.0), stable=fact(False)), people=30),
)


@pytest.mark.parametrize("profile", FIRMS)
def test_whatever_the_advice_says_would_change_it_does(profile: Profile, plumbline: Plumbline) -> None:
    made = [each for each in plumbline.advise(profile).initiatives if each.decision in WAITING]
    assert made
    for each in made:
        assert each.flip_conditions or each.stays
        for flip in each.flip_conditions:
            asked = Supposition(process_id=each.process_id, path=flip.path, value=flip.needed, means=flip.means)
            assert plumbline.suppose(profile, asked).changes, flip.text


def test_a_flip_that_a_rule_would_send_back_is_not_promised(plumbline: Plumbline, setting: EstimateSetting) -> None:
    """A tool in use may make the forecast, but nobody is named who reads it and decides by it."""
    forecast = firm(work("cash_forecast", hours_per_week=fact(2.2)), people=3)
    (made,) = plumbline.advise(forecast).initiatives
    unchecked = on(forecast, "cash_forecast", setting)
    assert any(each.means == "useown" for each in unchecked.flip_conditions)
    assert not made.flip_conditions
    assert made.stays == "Even then it would break the rule “Somebody will use what it produces”."


def test_a_supposition_says_both_answers_in_words(plumbline: Plumbline) -> None:
    profile = firm(work("invoicing", hours_per_week=fact(3.0)))
    path = FactPath(scope="invoicing", name="hours_per_week")
    same, other = (
        plumbline.suppose(profile, Supposition(process_id="invoicing", path=path, value=value)) for value in (3.5, 40.0)
    )
    assert (same.before, same.after, same.changes) == ("leave it", "leave it", False)
    assert same.text.startswith("Hours a week: 3.5. The answer stays: leave it.")
    assert other.changes
    assert other.text.startswith(f"Hours a week: 40. The answer becomes: {other.after}.")


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("hours_per_week", 0.0, BadInput),
        ("hours_per_week", True, BadInput),
        ("documented", 1.5, BadInput),
        ("digital_input", 1.5, BadInput),
        ("reasons", 1.0, UnknownName),
    ],
)
def test_what_cannot_be_supposed_is_refused(
    name: str, value: bool | float, error: type[Exception], plumbline: Plumbline
) -> None:
    asked = Supposition(process_id="invoicing", path=FactPath(scope="invoicing", name=name), value=value)
    with pytest.raises(error):
        plumbline.suppose(firm(work("invoicing", hours_per_week=fact(3.0))), asked)
