"""The calendar of a plan, read by two libraries that know nothing of one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
import vobject
from icalendar import Calendar

from assistant.domain.advice import Recommendation
from assistant.domain.check_in import Trial
from assistant.domain.due import due_day
from assistant.domain.plan import Plan
from assistant.domain.talk import SessionState
from assistant.errors import BadInput
from assistant.estimates.estimate import EstimateSetting
from assistant.export.choice import choice
from assistant.export.exporters import export, export_critique
from assistant.export.material import Material
from assistant.planning.plan import load_plan_words
from tests.conftest import KNOWLEDGE
from tests.export.odd import ODD
from tests.export.taken import named, taken
from tests.planning.firms import TODAY, joinery_session


@pytest.fixture(scope="module")
def made(setting: EstimateSetting) -> Material:
    return taken(joinery_session(setting, load_plan_words(KNOWLEDGE)), setting)


def test_it_holds_the_steps_the_ends_of_tries_the_looks_and_the_last_days_for_a_notice(made: Material) -> None:
    events = Calendar.from_ical(export(".ics", made)).walk("VEVENT")
    starts = [each.decoded("dtstart") for each in events]
    plan = made.plan
    for step in plan.steps:
        assert plan.first_day(step.weeks[0]) in starts
    ends = [each for each in events if str(each["summary"]).startswith("Last day of the try: ")]
    tries = [each for each in plan.steps if each.phase == "try"]
    assert [each.decoded("dtstart") for each in ends] == [plan.last_day(each.weeks[1]) for each in tries]
    assert all("We stop if" in str(each["description"]) or "we stop if" in str(each["description"]) for each in ends)
    notices = [str(each["summary"]) for each in events if "notice" in str(each["summary"])]
    assert notices == [
        "Give notice by today: Lumen dispatch quote.pdf",
        "The very last day to give notice, read to the letter: Lumen dispatch quote.pdf",
    ]
    check_ins = [each for each in events if str(each["summary"]).startswith("Check in after ")]
    assert len(events) == len(plan.steps) + len(tries) + len(check_ins) + len(notices)


def check_ins(made: Material) -> dict[str, list[date]]:
    """The days of check-ins by the way that they are about."""
    found: dict[str, list[date]] = {}
    for each in Calendar.from_ical(export(".ics", made)).walk("VEVENT"):
        said, _, title = str(each["summary"]).partition(": ")
        if said.startswith("Check in after "):
            found.setdefault(title, []).append(each.decoded("dtstart"))
    return found


def test_each_try_is_checked_monthly_for_three_months_then_quarterly_to_the_horizon(made: Material) -> None:
    found, plan = check_ins(made), made.plan
    tries = {each.title: plan.first_day(each.weeks[0]) for each in plan.steps if each.phase == "try"}
    assert set(found) == set(tries)
    assert len(tries) > 1
    for title, days in found.items():
        months = [round((day - tries[title]).days / (365.25 / 12)) for day in days]
        horizon = next(
            job.horizon_months
            for job in made.jobs
            for way in (made.state.recommendation or Recommendation()).initiatives
            if way.title == title and (job.process_id, job.means_id) == (way.process_id, way.means)
        )
        assert months[:3] == [1, 2, 3]
        assert months[3:] == list(range(6, horizon + 1, 3))


def test_a_way_that_has_begun_is_checked_from_its_own_first_day_also_where_names_stay_at_home(made: Material) -> None:
    way = (made.state.recommendation or Recommendation()).initiatives[0]
    began = date(2026, 9, 7)
    trial = Trial(process_id=way.process_id, means_id=way.means, began=began)
    going = made.state.model_copy(update={"profile": made.state.profile.model_copy(update={"trials": (trial,)})})
    for chosen in (choice(), choice(private=True)):
        days = check_ins(replace(made, state=going, choice=chosen))[way.title]
        assert days[0] == due_day(began, 1)
        assert days != check_ins(made)[way.title]


def test_a_look_at_the_numbers_is_one_day_with_a_week_of_warning(made: Material) -> None:
    looks = [each for each in made.plan.steps if each.phase == "review"]
    days = {made.plan.first_day(each.weeks[0]) for each in looks}
    events = Calendar.from_ical(export(".ics", made)).walk("VEVENT")
    found = [each for each in events if "look at the numbers" in str(each["summary"])]
    assert {each.decoded("dtstart") for each in found} == days
    for each in found:
        assert each.decoded("dtend") - each.decoded("dtstart") == timedelta(days=1)
        assert [alarm.decoded("trigger") for alarm in each.walk("VALARM")] == [timedelta(days=-7), timedelta(hours=9)]


def test_days_are_whole_days_with_a_stamp_an_alarm_and_an_id_of_their_own(made: Material) -> None:
    events = Calendar.from_ical(export(".ics", made)).walk("VEVENT")
    assert len({str(each["uid"]) for each in events}) == len(events)
    for each in events:
        assert type(each.decoded("dtstart")) is date
        assert isinstance(each.decoded("dtstamp"), datetime)
        assert each.decoded("dtstamp").date() == TODAY
        assert each.walk("VALARM")


def test_a_second_library_reads_the_same(made: Material) -> None:
    data = export(".ics", made)
    ours = Calendar.from_ical(data).walk("VEVENT")
    theirs = vobject.readOne(data.decode("utf-8")).vevent_list
    assert [each.uid.value for each in theirs] == [str(each["uid"]) for each in ours]
    assert [each.summary.value for each in theirs] == [str(each["summary"]) for each in ours]
    assert [each.description.value for each in theirs] == [str(each["description"]) for each in ours]
    assert [each.dtstart.value for each in theirs] == [each.decoded("dtstart") for each in ours]
    assert [each.dtend.value for each in theirs] == [each.decoded("dtend") for each in ours]
    alarms = [[alarm.trigger.value for alarm in each.valarm_list] for each in theirs]
    assert alarms == [[alarm.decoded("trigger") for alarm in each.walk("VALARM")] for each in ours]


def ids(data: bytes) -> list[str]:
    return [str(each["uid"]) for each in Calendar.from_ical(data).walk("VEVENT")]


def test_ids_stay_when_the_plan_moves_and_differ_between_sessions(setting: EstimateSetting, made: Material) -> None:
    before = ids(export(".ics", made))
    moved = made.plan.model_copy(update={"week_one": made.plan.first_day(3), "made_on": date(2026, 12, 1)})
    assert ids(export(".ics", Material(moved, made.state, made.jobs, (), made.key))) == before
    other = ids(export(".ics", taken(made.state, setting, "other")))
    assert [each for each in other if each in before] == ids(
        export_critique(".ics", made.state.critiques[0], TODAY)
    )  # the days of the paper are the same in every calendar


@pytest.mark.parametrize("words", ODD)
def test_words_that_formats_trip_over_come_back_as_they_are(setting: EstimateSetting, words: str) -> None:
    made = taken(named(words, setting, load_plan_words(KNOWLEDGE)), setting)
    data = export(".ics", made)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert vobject.readOne(data.decode("utf-8")).vevent_list
    said = "\n".join(str(each["description"]) for each in Calendar.from_ical(data).walk("VEVENT"))
    assert made.plan.steps[0].owner.split()[0] in said


def test_without_a_day_there_is_no_calendar() -> None:
    with pytest.raises(BadInput, match="no day to put in"):
        export(".ics", Material(Plan(title="t", made_on=TODAY), SessionState()))
