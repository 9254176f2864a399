"""How small a try begins: by the size of the firm, and by what makes such a change new to it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from assistant.advice.first_try import Try, first_try, signs_of_new
from assistant.advice.options import Option, options
from assistant.advice.recommend import recommend
from assistant.catalogue import Catalogue
from assistant.domain.facts import FIRM, Fact, FactPath
from assistant.domain.profile import Business, Constraint, Process, Profile
from assistant.estimates.estimate import EstimateSetting
from tests.advice.test_recommend import TODAY
from tests.builders import fact, salon

READY = {"digital_input": fact(1.0), "documented": fact(True), "past_attempt": fact(False)}
SIGNS = [
    ({"digital_input": fact((0.0, 0.2))}, "arrives on a screen"),
    ({"documented": fact(False)}, "not written down"),
    ({"past_attempt": fact(True)}, "did not last"),
    ({"past_attempt": fact("we bought one and went back to paper")}, "did not last"),
    ({"team_skill": fact(0.0)}, "likes setting up tools"),
    ({"stage": fact("early")}, "early for a firm at your stage"),
]


def firm(people: float = 5.0, process_id: str = "bill_entry", **told: Fact) -> Profile:
    """A firm with one piece of work; `team_skill` and `stage` go to the firm, all else to the work."""
    skill, stage = told.pop("team_skill", None), told.pop("stage", None)
    return Profile(
        business=Business(headcount=fact(people), country=fact("GB"), currency=fact("GBP"), stage=stage),
        processes=(Process(id=process_id, name=process_id, hours_per_week=fact(8.0), **{**READY, **told}),),
        constraints=(Constraint(kind="skill", text="skill", amount=skill),) if skill else (),
    )


def way(profile: Profile, means_id: str, setting: EstimateSetting) -> Option:
    process = profile.processes[0]
    return next(each for each in options(profile, process, setting, frozenset()) if each.means.id == means_id)


def tried(profile: Profile, setting: EstimateSetting, means_id: str = "capture") -> Try:
    return first_try(profile, profile.processes[0], way(profile, means_id, setting), setting.catalogue)


def test_a_firm_that_is_ready_tries_as_its_size_does(setting: EstimateSetting) -> None:
    for people in (1, 5, 20, 100):
        usual = setting.catalogue.bands.of(people).first_step
        made = tried(firm(people), setting)
        assert (made.weeks, made.share, made.small_because) == (usual.weeks, usual.share, "")
        assert "five regular suppliers" in made.what


@pytest.mark.parametrize("means_id", ["capture", "erp"])
def test_a_firm_whose_size_and_stage_nobody_told_is_not_called_early(means_id: str, setting: EstimateSetting) -> None:
    silent = firm().with_fact(FactPath(scope=FIRM, name="headcount"), None)
    assert signs_of_new(silent, silent.processes[0], setting.catalogue.way(means_id), setting.catalogue.bands) == ()


def test_silence_makes_no_try_smaller(setting: EstimateSetting) -> None:
    silent = firm()
    bare = silent.processes[0].model_copy(update=dict.fromkeys(READY))
    assert tried(silent.model_copy(update={"processes": (bare,)}), setting) == tried(silent, setting)


@pytest.mark.parametrize(("told", "reason"), SIGNS)
@pytest.mark.parametrize("people", [1.0, 5.0, 20.0, 100.0])
def test_each_sign_alone_makes_it_smaller_and_longer_and_says_why(
    setting: EstimateSetting, told: dict[str, Fact], reason: str, people: float
) -> None:
    usual, made = tried(firm(people), setting), tried(firm(people, **told), setting)
    assert made.share < usual.share
    assert made.weeks > usual.weeks
    assert "one regular supplier " in made.what
    assert reason in made.small_because


def test_the_more_signs_the_smaller_and_the_longer(setting: EstimateSetting) -> None:
    one = tried(firm(documented=fact(False)), setting)
    two = tried(firm(documented=fact(False), past_attempt=fact(True)), setting)
    all_of_them = {name: value for told, _ in SIGNS for name, value in told.items()}
    every = tried(firm(**all_of_them), setting)
    assert one.share > two.share >= every.share > 0
    assert one.weeks < two.weeks <= every.weeks <= setting.catalogue.bands.new_to_it.most_weeks
    assert "not written down and an earlier try" in two.small_because


def test_an_earlier_try_whose_cause_is_gone_counts_no_more(setting: EstimateSetting) -> None:
    learnt = firm(past_attempt=fact(True), cause_changed=fact(True))
    assert tried(learnt, setting) == tried(firm(), setting)
    assert tried(firm(past_attempt=fact(True), cause_changed=fact(False)), setting).small_because


@pytest.mark.parametrize(("people", "early"), [(1.0, True), (9.0, True), (10.0, False), (80.0, False)])
def test_means_a_stage_ahead_of_the_size_begin_smaller(setting: EstimateSetting, people: float, early: bool) -> None:
    assert setting.catalogue.way("voice").stage == "scaling"
    made = tried(firm(people, "answering_calls"), setting, "voice")
    assert bool(made.small_because) is early
    assert ("one evening a week" in made.what) is early


def test_a_told_stage_goes_before_the_size(setting: EstimateSetting) -> None:
    grown = firm(5.0, "answering_calls", stage=fact("scaling"))
    assert not tried(grown, setting, "voice").small_because


def test_what_nothing_is_bought_for_is_tried_for_a_shorter_time(setting: EstimateSetting) -> None:
    quotes = firm(5.0, "quoting_bespoke")
    assert tried(quotes, setting, "simplify").weeks < tried(firm(), setting).weeks


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"items_per_week": fact(64.0)}, "for about eight custom quotes a week,"),
        ({"items_per_week": fact(8.0)}, "for about one custom quote a week,"),
        ({"items_per_week": fact(1.0)}, "for the next two custom quotes,"),
        ({}, "for the custom quotes of half a day a week,"),
    ],
)
def test_the_words_name_as_many_as_the_share_comes_to(
    setting: EstimateSetting, told: dict[str, Fact], words: str
) -> None:
    """A quarter of the work, halved by one sign."""
    made = tried(firm(5.0, "quoting_bespoke", documented=fact(False), **told), setting, "simplify")
    assert made.share == 0.125
    assert words in made.what


def test_every_way_but_stopping_has_a_usual_and_a_smallest_part(catalogue: Catalogue) -> None:
    for means in catalogue.means:
        if means.decision != "stop doing it":
            assert "{part}" in means.pilot
            assert means.part
            assert means.smallest
            assert means.part != means.smallest or means.part == "{few}"


def test_the_trial_that_is_advised_follows(setting: EstimateSetting) -> None:
    ready = recommend(salon(), {}, setting, TODAY).initiatives[0].pilot
    unsure = recommend(salon(past_attempt=fact(True)), {}, setting, TODAY).initiatives[0].pilot
    assert ready is not None
    assert unsure is not None
    assert unsure.volume_share < ready.volume_share
    assert unsure.review_on == TODAY + timedelta(weeks=unsure.weeks)
    assert unsure.review_on > ready.review_on
    assert unsure.review_on.isoformat() in unsure.stop_if
    assert "an earlier try did not last" in unsure.small_because
