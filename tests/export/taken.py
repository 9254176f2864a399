"""What the files of a plan are made from, for the two firms of the tests of plans."""

from __future__ import annotations

from assistant.charts.grounds import Grounds
from assistant.charts.of_plan import charts
from assistant.domain.advice import Recommendation
from assistant.domain.facts import Fact
from assistant.domain.findings import Report
from assistant.domain.profile import Process, Profile
from assistant.domain.talk import Exchange, SessionState
from assistant.estimates.estimate import EstimateSetting
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import Luck
from assistant.export.material import Material
from assistant.planning.plan import PlanWords
from tests.builders import fact
from tests.planning import firms

SAID = (Exchange(n=1, kind="say", words="=We bake for cafés", reply="Noted: cafés."),)
TELLING: dict[str, dict[str, Fact]] = {
    "invoicing": {
        "error_rate": fact(0.05),
        "cash_per_error": fact(40.0, "GBP", "forty pounds each"),
        "outside_bill_per_year": fact(3000.0, "GBP", "3,000 a year"),
        "lost_sales_per_month": fact(500.0, "GBP", "500 a month"),
    },
    "payment_chasing": {"posts_expected_to_go": fact(0.5, quote="half a post"), "hours_per_week": fact(60.0, "hours")},
    "email_enquiries": {"posts_expected_to_go": fact(2.0, quote="two posts"), "items_per_week": fact(2000.0)},
    "time_sheets": {
        "hours_per_week": fact(12.0, "hours"),
        "freed_hours_use": fact("less overtime", quote="less overtime"),
        "doer": fact("staff"),
    },
}
"""What opens every ledger: mistakes that cost, lost sales, a bill, posts and hours that are paid one by one."""


def taken(state: SessionState, setting: EstimateSetting, key: str = "own") -> Material:
    """All that the files of a session are made from."""
    assert state.plan is not None
    ways = state.recommendation.initiatives if state.recommendation else ()
    tables = setting.catalogue
    jobs = (
        job_inputs(state.profile, tables.process(each.process_id), tables.way(each.means), setting) for each in ways
    )
    found = tuple(jobs)
    advice, report = state.recommendation or Recommendation(), state.report or Report()
    drawn = charts(Grounds(state.plan, advice, report, found, Luck(setting.seed, setting.draws)))
    return Material(state.plan, state, found, SAID, key, charts=drawn)


def with_every_ledger(setting: EstimateSetting, words: PlanWords) -> SessionState:
    """The joinery with money in every ledger."""
    told = firms.joinery()
    business = told.business.model_copy(update={"contribution_margin": fact(0.4, quote="forty per cent")})
    works = tuple(each.model_copy(update=TELLING.get(each.id, {})) for each in told.processes)
    return advised(told.model_copy(update={"business": business, "processes": works}), setting, words)


def named(name: str, setting: EstimateSetting, words: PlanWords) -> SessionState:
    """The bakery whose one piece of work, owner and goal bear this name."""
    told = firms.bakery()
    work: Process = told.processes[0].model_copy(update={"name": name, "doer": fact(name, quote=name)})
    goal = told.goals[0].model_copy(update={"text": name, "quote": name})
    return advised(told.model_copy(update={"processes": (work,), "goals": (goal,)}), setting, words, firms.JOINERY[3:4])


def advised(
    profile: Profile, setting: EstimateSetting, words: PlanWords, choices: tuple[firms.Choice, ...] = firms.JOINERY
) -> SessionState:
    """A firm with its plan."""
    made = tuple(firms.initiative(each, profile, setting) for each in choices)
    order = tuple(each.id for each in made if each.decision != "leave it")
    advice = Recommendation(initiatives=made, order=order, currency="GBP")
    return firms.session(profile.processes[0].name, profile, advice, firms.inputs(setting, words))
