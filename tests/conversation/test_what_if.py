"""What if: the front door decides and validates again, keeps nothing, and every promise of the advice holds there."""

from __future__ import annotations

import pytest

from assistant.conversation.advising import sketch
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


def test_each_flip_is_put_to_the_rules_in_its_own_world(plumbline: Plumbline, setting: EstimateSetting) -> None:
    """Hours that are told are the owner's; a lower price leaves them assumed, and on that alone nothing is bought."""
    booking = firm(work("appointment_booking"), people=25)
    unchecked = on(booking, "appointment_booking", setting).flip_conditions
    (made,) = plumbline.advise(booking).initiatives
    both = {"hours_per_week", "offer_per_month"}
    assert both <= {each.path.name for each in unchecked if each.means == "booking"}
    assert both & {each.path.name for each in made.flip_conditions} == {"hours_per_week"}


def test_a_supposition_is_decided_as_the_advice_is_and_no_more_is_worked_out(plumbline: Plumbline) -> None:
    """The same decisions and ways in the same order, without what would change them and what the years bring."""
    for profile in FIRMS:
        made, outline = plumbline.advise(profile), sketch(profile, plumbline._shelf)
        assert outline.order == made.order
        for one, other in zip(outline.initiatives, made.initiatives, strict=True):
            left_out = {"alignment", "assumed", "citations", "flip_conditions", "stays", "outlook", "over_the_years"}
            assert one.model_dump(exclude={*left_out, "published_score"}) == other.model_dump(
                exclude={*left_out, "published_score"}
            )
            assert (one.outlook, one.flip_conditions) == (None, ())
