"""How one choice is written out."""

from __future__ import annotations

from assistant.estimates.estimate import EstimateSetting
from tests.advice.test_recommend import firm, only, work
from tests.builders import fact

BOOKING = work("appointment_booking", hours_per_week=fact(8.0), digital_input=fact(1.0), exception_share=fact(0.1))


def test_how_often_such_projects_are_given_up_is_told_by_its_prior(setting: EstimateSetting) -> None:
    priors = setting.priors
    often = priors.defaults.given_up_at_start.model_copy(update={"spread": (0.25, 0.25, 0.25)})
    changed = {
        "defaults": priors.defaults.model_copy(update={"given_up_at_start": often}),
        "words": priors.words.model_copy(update={"given_up_at_start": "such things ends early"}),
    }
    other = setting.model_copy(update={"priors": priors.model_copy(update=changed)})
    assert "(about one in 7 software projects never delivers)" in only(firm(BOOKING), setting).premortem
    assert "(about one in 4 such things ends early)" in only(firm(BOOKING), other).premortem
