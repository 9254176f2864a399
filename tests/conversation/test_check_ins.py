"""The plan comes back: what was counted is listed first, taken over or left, and the plan gets a new version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant import open_plumbline
from assistant.conversation.plumbline import Plumbline
from assistant.conversation.session import Session
from assistant.domain.check_in import Actuals
from assistant.domain.facts import FactPath
from assistant.domain.talk import STILL_THERE, TAKE_OR_LEAVE, WHERE_NOW, SessionState
from assistant.errors import BadInput, UnknownName
from assistant.settings import Settings

OPENING = (
    "We are a plumbing firm in Leeds, 4 of us. We send about 40 invoices a week, 9 minutes each. I want evenings with "
    "the kids. I have 2 hours a week spare and £3,000 to spend. We use QuickBooks. I do the invoices myself. "
    "Every invoice goes by e-mail."
)
WORK = "invoicing"
ITEMS = FactPath(scope=WORK, name="items_per_week")
PLANNED_ON, FIRST, SECOND, THIRD = (
    date(2026, 11, 21), date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1),
)  # fmt: skip
AS_PLANNED = Actuals(items=40, new=24, minutes=3.0)
HARDLY = Actuals(items=40, new=1, minutes=9.0, minutes_old=9.0)


def on(day: date, home: Path) -> Plumbline:
    return open_plumbline(Settings(home=home, today=day))


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> SessionState:
    """A talk with its plan: invoices with what is paid for already, tried from December on."""
    with on(PLANNED_ON, tmp_path_factory.mktemp("planned")) as plumbline:
        talk = plumbline.session("a")
        talk.say(OPENING)
        for _ in range(6):
            talk.say("skip")
        return talk.state()


@pytest.fixture
def come_back(planned: SessionState, tmp_path: Path) -> Iterator[Callable[[date], Session]]:
    """The same talk on a later day."""
    opened: list[Plumbline] = []

    def open_on(day: date) -> Session:
        plumbline = on(day, tmp_path)
        talk = plumbline.session("a")
        if not opened:
            talk.load(planned)
        opened.append(plumbline)
        return talk

    yield open_on
    for each in opened:
        each.close()


ComeBack = Callable[[date], Session]


def test_a_check_in_lists_what_it_would_change_and_changes_nothing(come_back: ComeBack) -> None:
    talk = come_back(FIRST)
    before = talk.state()
    reply = talk.check_in(AS_PLANNED)
    after = talk.state()
    assert (after.profile, after.plan, after.recommendation) == (before.profile, before.plan, before.recommendation)
    assert reply.question == TAKE_OR_LEAVE
    assert "We thought" in reply.text
    assert "What it would change:" in reply.text
    assert reply.check_in is not None
    assert reply.check_in.taken is None
    assert sum(each.hours_per_week for each in reply.check_in.variance.factors) == pytest.approx(
        reply.check_in.variance.gap
    )


def test_a_yes_makes_a_new_version_on_the_owners_numbers(come_back: ComeBack) -> None:
    talk = come_back(FIRST)
    listing = talk.check_in(Actuals(items=30, new=24, minutes=3.0)).check_in
    reply = talk.say("yes")
    state = talk.state()
    fact = state.profile.fact(ITEMS)
    assert fact is not None
    assert fact.basis == "owner"
    assert fact.quote == "30 came, 24 went the new way and 3 minutes each now"
    assert 28 < fact.mid < 40
    assert reply.text.startswith("Taken over.")
    assert [each.n for each in state.versions] == [1, 2]
    assert state.versions[0].plan.made_on == PLANNED_ON
    assert listing is not None
    told = {each.text for each in listing.changes if each.kind != "fact"}
    assert {each.text for each in talk.compare(1, 2)} == told
    assert state.plan is not None
    assert all(step.phase in ("try", "review") for step in state.plan.steps if step.initiative_id.startswith(WORK))


def test_a_no_leaves_the_plan_and_keeps_the_numbers(come_back: ComeBack) -> None:
    talk = come_back(FIRST)
    before = talk.state()
    talk.check_in(AS_PLANNED)
    reply = talk.say("no")
    state = talk.state()
    assert state.profile == before.profile
    assert [each.taken for each in state.check_ins] == [False]
    assert len(state.versions) == 1
    assert reply.text.startswith("Left as it is.")


def test_other_words_leave_it_too(come_back: ComeBack) -> None:
    talk = come_back(FIRST)
    talk.check_in(AS_PLANNED)
    talk.say("We are five people now, by the way.")
    assert talk.state().check_ins[0].taken is False
    assert talk.state().listed is None


def test_a_second_check_in_goes_by_both(come_back: ComeBack) -> None:
    talk = come_back(FIRST)
    talk.check_in(AS_PLANNED)
    talk.say("yes")
    talk = come_back(SECOND)
    talk.check_in(AS_PLANNED)
    trial = talk.state().profile.trial(WORK)
    assert trial is not None
    assert len(trial.seen) == 1  # the second still waits
    talk.say("yes")
    trial = talk.state().profile.trial(WORK)
    assert trial is not None
    assert [each.on for each in trial.seen] == [FIRST, SECOND]
    assert [each.n for each in talk.state().versions] == [1, 2, 3]


def test_a_try_that_frees_nothing_is_stopped_and_its_way_is_not_advised_again(come_back: ComeBack) -> None:
    for day in (FIRST, SECOND, THIRD):
        talk = come_back(day)
        listing = talk.check_in(HARDLY).check_in
        talk.say("yes")
    assert listing is not None
    assert listing.stop is not None
    assert listing.stop.verdict == "broken"
    assert any(each.kind == "stop" for each in listing.changes)
    trial, made = talk.state().profile.trial(WORK), talk.state().recommendation
    assert trial is not None
    assert made is not None
    assert trial.stopped
    assert not any(each.means == trial.means_id and each.decision != "leave it" for each in made.initiatives)


def test_the_line_does_not_move_with_the_results(come_back: ComeBack, planned: SessionState) -> None:
    assert planned.recommendation is not None
    pilot = next(each.pilot for each in planned.recommendation.initiatives if each.process_id == WORK)
    talk = come_back(FIRST)
    talk.check_in(Actuals(items=40, new=38, minutes=1.0))
    talk.say("yes")
    made = talk.state().recommendation
    trial = talk.state().profile.trial(WORK)
    assert made is not None
    assert trial is not None
    assert pilot is not None
    assert trial.stop_below_hours == pilot.stop_below_hours


def test_at_the_end_of_a_phase_the_goal_is_asked_for_and_may_stay(come_back: ComeBack) -> None:
    talk = come_back(THIRD)
    talk.check_in(AS_PLANNED)
    assert talk.say("yes").question == STILL_THERE
    goals = talk.state().profile.goals
    reply = talk.say("Yes, it is")
    assert reply.text.startswith("Good. We keep to it.")
    assert talk.state().profile.goals == goals


def test_at_the_end_of_a_phase_the_goal_may_change(come_back: ComeBack) -> None:
    talk = come_back(THIRD)
    talk.check_in(AS_PLANNED)
    talk.say("yes")
    assert talk.say("No").question == WHERE_NOW
    talk.say("I want to sell the firm in three years.")
    goals = talk.state().profile.goals
    assert [each.quote for each in goals] == ["I want to sell the firm in three years"]


def test_a_missed_check_in_is_asked_for_once(come_back: ComeBack) -> None:
    talk = come_back(date(2027, 3, 1))
    assert "A check-in was due on" in talk.say("Hello").text
    assert "A check-in was due on" not in talk.say("Hello").text


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (Actuals(), "needs a number"),
        (Actuals(items=-3), "how many came: -3 cannot be"),
        (Actuals(items=(50.0, 40.0)), "runs backwards"),
        (Actuals(items=10, new=20), "how many went the new way: 20 is more than how many came (10)"),
        (Actuals(minutes=1e9), "minutes each takes now"),
        (Actuals(minutes=float("nan")), "minutes each takes now"),
        (Actuals(items=10, weeks=0), "weeks: 0 cannot be"),
        (Actuals(items=10, on=date(2030, 1, 1)), "has not come yet"),
    ],
)
def test_a_figure_that_cannot_be_is_one_clear_line(come_back: ComeBack, told: Actuals, says: str) -> None:
    talk = come_back(FIRST)
    before = talk.state()
    with pytest.raises(BadInput) as caught:
        talk.check_in(told)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert talk.state() == before


def test_work_and_ways_that_are_not_known_are_named(come_back: ComeBack) -> None:
    talk = come_back(FIRST)
    with pytest.raises(UnknownName, match="no work 'baking' was told of; known: invoicing"):
        talk.check_in(Actuals(work="baking", items=3))
    with pytest.raises(UnknownName):
        talk.check_in(Actuals(means="magic", items=3))
    with pytest.raises(UnknownName, match="no version 1"):
        talk.compare(1, 9)


def test_before_there_is_a_plan_there_is_nothing_to_check_in_on(tmp_path: Path) -> None:
    with on(FIRST, tmp_path) as plumbline, pytest.raises(BadInput, match="begins nothing yet"):
        plumbline.session("new").check_in(AS_PLANNED)


def test_a_way_of_the_owners_own_can_be_checked_in_on(come_back: ComeBack) -> None:
    talk = come_back(FIRST)
    listing = talk.check_in(Actuals(means="acct", items=40, new=30, minutes=2.0)).check_in
    assert listing is not None
    assert listing.means_id == "acct"
    assert listing.stop is None


def test_a_range_and_hours_instead_of_minutes_are_taken(come_back: ComeBack) -> None:
    talk = come_back(FIRST)
    reply = talk.check_in(Actuals(items=(30.0, 45.0), hours=3.0, words="A quiet month."))
    assert reply.check_in is not None
    assert talk.history()[-1].words == "30-45 came and 3 hours a week now. “A quiet month.”"
