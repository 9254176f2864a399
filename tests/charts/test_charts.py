"""Charts hold the figures of the text and of the spreadsheet, never others."""

from __future__ import annotations

import doctest
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given as tried
from hypothesis import strategies as st

from assistant.alignment.validator import report_of
from assistant.charts import scale as scales
from assistant.charts.cash import MOST, cash
from assistant.charts.grounds import Grounds
from assistant.charts.of_plan import charts
from assistant.charts.scale import scale
from assistant.domain.advice import Recommendation
from assistant.domain.charts import Chart, ChartKind
from assistant.domain.facts import Range
from assistant.domain.findings import Dimension, Finding, Report, Severity, Verdict
from assistant.domain.plan import Plan
from assistant.domain.talk import SessionState
from assistant.estimates.draws import Draws
from assistant.estimates.estimate import EstimateSetting
from assistant.estimates.job import Input, Luck
from assistant.estimates.named import given
from assistant.estimates.outcome import outcome
from assistant.estimates.ranges import as_range
from assistant.estimates.running import running
from assistant.estimates.swings import swings
from assistant.export.exporters import export
from assistant.export.way_results import RESULTS, at_likely
from assistant.language.phrases import say_estimate, say_money, say_payback
from assistant.planning.plan import load_plan_words
from tests.conftest import KNOWLEDGE
from tests.export.taken import taken, with_every_ledger
from tests.planning.firms import TODAY, bakery_session, joinery_session

NET = next(each for each in RESULTS if each.name == "net")
NPV = next(each for each in RESULTS if each.name == "npv")


def grounds(state: SessionState, setting: EstimateSetting) -> Grounds:
    """What the charts of a session are made from, its report scored."""
    made, advice = taken(state, setting), state.recommendation or Recommendation()
    report = report_of((state.report or Report()).findings)
    return Grounds(made.plan, advice, report, made.jobs, Luck(setting.seed, setting.draws))


@pytest.fixture(scope="module", params=["plain", "every ledger"])
def joinery(request: pytest.FixtureRequest, setting: EstimateSetting) -> Grounds:
    """Fourteen ways, without and with money in every ledger."""
    words = load_plan_words(KNOWLEDGE)
    made = joinery_session if request.param == "plain" else with_every_ledger
    return grounds(made(setting, words), setting)


def of_kind(made: Grounds, kind: ChartKind) -> list[Chart]:
    return [each for each in charts(made) if each.kind == kind]


def test_every_kind_of_chart_is_there_with_a_sentence_and_a_table(joinery: Grounds) -> None:
    found = charts(joinery)
    assert {each.kind for each in found} == {"roadmap", "hours", "cash", "tornado", "alignment"}
    assert len({each.name for each in found}) == len(found)
    for each in found:
        assert each.says.endswith(".")
        assert each.behind.rows
        assert {len(row) for row in each.behind.rows} == {len(each.behind.head)}
        assert each.bars or each.points


def test_every_figure_lies_on_its_axis(joinery: Grounds) -> None:
    for each in charts(joinery):
        parts = [part for bar in each.bars for part in bar.parts]
        along = [end for part in parts for end in (part.low, part.high)] + [point.at for point in each.points]
        assert all(each.across.low <= end <= each.across.high for end in along)
        up = [end for point in each.points for end in (point.low, point.mid, point.high)]
        assert each.up is None or all(each.up.low <= end <= each.up.high for end in up)
        assert all(part.low <= part.high for part in parts)
        assert all(point.low <= point.mid <= point.high for point in each.points)


def test_the_roadmap_has_the_weeks_of_the_plan(joinery: Grounds) -> None:
    (made,) = of_kind(joinery, "roadmap")
    shown = sorted((part.low + 1, part.high, part.look) for bar in made.bars for part in bar.parts)
    assert shown == sorted((*each.weeks, each.phase) for each in joinery.plan.steps)


def test_hours_are_said_in_the_words_of_the_plan(joinery: Grounds, setting: EstimateSetting) -> None:
    (made,) = of_kind(joinery, "hours")
    numbers = {each.title: each.numbers for each in joinery.plan.decisions}
    for bar, (title, _, said) in zip(made.bars, made.behind.rows, strict=True):
        assert bar.label == title
        assert any(line.endswith(f" {said}") for line in numbers[title])
        assert said.startswith(bar.said.split(",")[0])
    left = {each.title for each in joinery.plan.decisions if each.decision == "leave it"}
    assert left
    assert left.isdisjoint(bar.label for bar in made.bars)


def test_money_over_the_months_comes_to_what_the_plan_says(joinery: Grounds) -> None:
    found = of_kind(joinery, "cash")
    assert found
    for made in found:
        way = joinery.advice.initiative(made.initiative_id)
        assert way is not None
        if way.cash_per_year.high:
            assert made.says.startswith(f"{say_payback(way.payback_months, 'GBP')}.")
            mid = way.payback_months.mid
            assert made.marks[0].at == (mid if mid is not None else made.across.high)
            continue
        owed = made.points[12]
        assert [-owed.high, -owed.mid, -owed.low] == pytest.approx(
            [way.cost_first_year.low, way.cost_first_year.mid, way.cost_first_year.high]
        )
        assert way.outlook is not None
        assert say_money(way.outlook.costs[3].mid or 0.0, "GBP") in made.says
        assert "not paid back within three years" in made.marks[0].words


def test_the_likely_total_crosses_nil_where_it_is_said_to_be_paid_back(joinery: Grounds) -> None:
    for made in of_kind(joinery, "cash"):
        way = joinery.advice.initiative(made.initiative_id)
        months = way.payback_months.mid if way else None
        if way is None or months is None or months == 0:
            continue
        assert made.points[int(months) - 1].mid < 0
        assert made.points[-1].mid >= 0


def test_the_running_total_ends_at_cash_less_costs(joinery: Grounds) -> None:
    for job in joinery.jobs:
        totals = running(job, joinery.luck)
        assert len(totals) == job.horizon_months + 1
        assert all((each.low or 0) <= (each.mid or 0) <= (each.high or 0) for each in totals)
        undiscounted = outcome(job.model_copy(update={"discount_rate": 0.0}), joinery.luck)
        owed = as_range(-undiscounted.npv, "")
        assert ends(totals[-1]) == pytest.approx([-(each or 0) for each in (owed.high, owed.mid, owed.low)], abs=1e-6)
        if not undiscounted.gains.any():
            cost = as_range(undiscounted.total, "")
            assert ends(totals[-1]) == pytest.approx([-(each or 0) for each in (cost.high, cost.mid, cost.low)])


def ends(found: Range) -> list[float]:
    return [each or 0.0 for each in (found.low, found.mid, found.high)]


class Counting(Luck):
    """Luck that remembers what it was asked for."""

    asked: tuple[str, ...] = ()

    def __call__(self, one: Input) -> Draws:
        self.asked += (one.stream,)
        return super().__call__(one)


def test_nothing_is_drawn_for_ways_whose_money_is_not_shown(setting: EstimateSetting) -> None:
    made = grounds(with_every_ledger(setting, load_plan_words(KNOWLEDGE)), setting)
    assert len(made.begun) > MOST
    luck = Counting(setting.seed, setting.draws)
    shown = list(cash(replace(made, luck=luck)))
    assert len(shown) == MOST
    last = next(n for n, each in enumerate(made.begun) if each.id == shown[-1].initiative_id)
    least = Counting(setting.seed, setting.draws)
    for way in made.begun[: last + 1]:
        job = made.job(way)
        assert job is not None
        running(job, least)
    assert luck.asked == least.asked


def test_the_tornado_turns_about_the_figure_of_the_spreadsheet(joinery: Grounds) -> None:
    (made,) = of_kind(joinery, "tornado")
    way = joinery.advice.initiative(made.initiative_id)
    assert way is not None
    job = joinery.job(way)
    assert job is not None
    likely = at_likely(job)
    row = NPV if likely.found.gains.any() else NET
    assert made.marks[0].at == pytest.approx(row.value(likely))
    assert made.marks[0].words.startswith("all at their likely figures: ")
    widths = [max(part.high for part in bar.parts) - min(part.low for part in bar.parts) for bar in made.bars]
    assert widths == sorted(widths, reverse=True)


def test_an_end_of_the_tornado_is_what_the_spreadsheet_gives_for_it(joinery: Grounds) -> None:
    """What a cell comes to where one input is put to its end, for the input that moves most."""
    (made,) = of_kind(joinery, "tornado")
    way = joinery.advice.initiative(made.initiative_id)
    assert way is not None
    job = joinery.job(way)
    assert job is not None
    assert made.bars[0].label.startswith("Share of the work on one that falls away")
    one = given(job)["removed"]
    ends = []
    for end in (one.spread[0], one.spread[2]):
        fixed = one.model_copy(update={"spread": (end, end, end)})
        ends.append(NET.value(at_likely(job.model_copy(update={"removed_share": fixed}))))
    shown = (min(part.low for part in made.bars[0].parts), max(part.high for part in made.bars[0].parts))
    assert shown == pytest.approx((min(ends), max(ends)))


@pytest.mark.parametrize("hours_a_month", [0.5, 3.0, 4.6, 5.2, 20.0])
def test_no_figure_that_is_said_of_the_tornado_loses_its_sign(setting: EstimateSetting, hours_a_month: float) -> None:
    """The more hours it takes to keep it going, the less it frees, and from some on less than nothing."""
    made = bakery_with(setting, "upkeep_hours_per_month", hours_a_month)
    swung = swings(made.jobs[0])
    (chart,) = of_kind(made, "tornado")
    said = [(swung.base, chart.marks[0].words.rpartition(": ")[2])]
    for each, row in zip(swung.found, chart.behind.rows, strict=False):
        said += [(each.low, row[3]), (each.high, row[4])]
    assert len(said) > 3
    assert [words.startswith("-") for _, words in said] == [value < 0 for value, _ in said]


def test_a_small_share_is_not_said_to_be_nothing(setting: EstimateSetting) -> None:
    (chart,) = of_kind(bakery_with(setting, "covered_share", 0.004), "tornado")
    row = next(each for each in chart.behind.rows if each[0] == "Share of items that it can take")
    assert row[1:3] == ("0.32 %", "0.48 %")


def bakery_with(setting: EstimateSetting, name: str, likely: float) -> Grounds:
    """The bakery with one input of its way between four and six fifths of this figure."""
    made = grounds(bakery_session(setting, load_plan_words(KNOWLEDGE)), setting)
    moved = getattr(made.jobs[0], name).model_copy(update={"spread": (0.8 * likely, likely, 1.2 * likely)})
    return replace(made, jobs=(made.jobs[0].model_copy(update={name: moved}),))


def test_a_family_without_a_share_says_why() -> None:
    found = [
        Finding(rule_id=rule, verdict=verdict, severity=severity, scope="portfolio", title=rule, why="", dimension=of)
        for rule, verdict, severity, of in JUDGED
    ]
    nothing = Grounds(Plan(title="t", made_on=TODAY), Recommendation(), report_of(found), (), Luck(1, 10))
    (made,) = charts(nothing)
    assert {row[0]: row[1] for row in made.behind.rows} == {
        "Market": "only notes judged", "Resource": "too little known", "Goals": "100 %",
    }  # fmt: skip


JUDGED: tuple[tuple[str, Verdict, Severity, Dimension], ...] = (
    ("MK08", "held", "note", "market"),
    ("MK09", "broken", "note", "market"),
    ("RS01", "held", "must", "resource"),
    ("RS02", "unknown", "must", "resource"),
    ("RS03", "unknown", "should", "resource"),
    ("GL01", "held", "must", "goals"),
)


def test_rules_are_counted_as_the_report_counts_them(joinery: Grounds) -> None:
    (made,) = of_kind(joinery, "alignment")
    shown = {row[0].lower(): tuple(map(int, row[2:])) for row in made.behind.rows}
    assert shown == {each.dimension: (each.held, each.broken, each.of - each.known) for each in joinery.report.scores}
    for bar, score in zip(made.bars, joinery.report.scores, strict=True):
        assert sum(part.high - part.low for part in bar.parts) == score.of


def test_charts_are_the_same_in_the_file(setting: EstimateSetting) -> None:
    made = taken(bakery_session(setting, load_plan_words(KNOWLEDGE)), setting)
    page = " ".join(export(".md", made).decode("utf-8").replace("\\", "").split())
    assert made.charts
    for each in made.charts:
        assert " ".join(each.says.split()) in page
        for row in each.behind.rows:
            assert " | ".join(" ".join(cell.split()) for cell in row) in page


def test_one_piece_of_work_has_its_charts(setting: EstimateSetting) -> None:
    made = grounds(bakery_session(setting, load_plan_words(KNOWLEDGE)), setting)
    (hours,) = of_kind(made, "hours")
    assert len(hours.bars) == len(of_kind(made, "roadmap")[0].bars) == 1
    assert not of_kind(made, "alignment")  # no rule was put to anything


def test_where_there_is_nothing_to_show_there_is_no_chart(setting: EstimateSetting) -> None:
    nothing = Grounds(Plan(title="t", made_on=TODAY), Recommendation(), Report(), (), Luck(1, 10))
    assert charts(nothing) == ()
    made = grounds(bakery_session(setting, load_plan_words(KNOWLEDGE)), setting)
    (way,) = made.advice.initiatives
    left = made.advice.model_copy(
        update={"initiatives": (way.model_copy(update={"decision": "leave it"}),), "order": ()}
    )
    idle = made.plan.model_copy(update={"steps": ()})
    kinds = {each.kind for each in charts(Grounds(idle, left, Report(), made.jobs, made.luck))}
    assert kinds.isdisjoint({"roadmap", "hours", "cash", "alignment"})


def test_what_the_words_say_is_what_the_range_says(setting: EstimateSetting) -> None:
    made = grounds(bakery_session(setting, load_plan_words(KNOWLEDGE)), setting)
    (hours,) = of_kind(made, "hours")
    (way,) = made.advice.initiatives
    assert say_estimate(way.hours_freed_per_week, "") in hours.says


@tried(st.lists(st.floats(-1e9, 1e9, allow_nan=False).filter(lambda each: each == 0 or abs(each) > 1e-6), max_size=6))
def test_an_axis_holds_every_figure_on_even_steps(values: list[float]) -> None:
    made = scale("h", values, str)
    slack = 1e-6 * (made.high - made.low)
    assert made.low - slack <= min([0.0, *values])
    assert max([0.0, *values]) <= made.high + slack
    steps = [after.at - before.at for before, after in pairwise(made.ticks)]
    assert 1 <= len(steps) <= 7
    assert np.allclose(steps, steps[0])
    assert any(abs(each.at) <= slack for each in made.ticks)


def test_the_worked_axes_come_out() -> None:
    results = doctest.testmod(scales)
    assert results.attempted > 0
    assert results.failed == 0
