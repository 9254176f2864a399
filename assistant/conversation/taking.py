"""What an owner takes along: everything that the files of a plan are made from."""

from __future__ import annotations

from assistant.charts.grounds import Grounds
from assistant.charts.of_plan import charts
from assistant.conversation import turn
from assistant.conversation.shelf import Shelf
from assistant.domain.advice import Recommendation
from assistant.domain.charts import Chart
from assistant.domain.findings import Report
from assistant.domain.plan import Plan
from assistant.domain.talk import Exchange, SessionState
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import JobInputs, Luck
from assistant.export.material import Material


def material(state: SessionState, history: tuple[Exchange, ...], key: str, shelf: Shelf) -> Material:
    """The plan of a state, made now where none was made yet, beside the inputs of its ways and what was said."""
    plan, jobs = turn.plan_of(state, shelf), _jobs(state, shelf)
    return Material(plan, state, jobs, history, key, charts=_charts(plan, state, jobs, shelf))


def pictured(state: SessionState, shelf: Shelf) -> tuple[Chart, ...]:
    """The charts of a state's plan; none before there is a plan."""
    return _charts(state.plan, state, _jobs(state, shelf), shelf) if state.plan else ()


def _charts(plan: Plan, state: SessionState, jobs: tuple[JobInputs, ...], shelf: Shelf) -> tuple[Chart, ...]:
    advice, report = state.recommendation or Recommendation(), state.report or Report()
    setting = shelf.setting
    return charts(Grounds(plan, advice, report, jobs, Luck(setting.seed, setting.draws)))


def _jobs(state: SessionState, shelf: Shelf) -> tuple[JobInputs, ...]:
    """The inputs of each way that the catalogue still has: a talk of another version may know other ones."""
    tables = shelf.setting.catalogue
    kinds, means = {each.id for each in tables.processes}, {each.id for each in tables.means}
    found = state.recommendation.initiatives if state.recommendation else ()
    ways = [each for each in found if each.process_id in kinds and each.means in means]
    return tuple(
        job_inputs(state.profile, tables.process(each.process_id), tables.way(each.means), shelf.setting)
        for each in ways
    )
