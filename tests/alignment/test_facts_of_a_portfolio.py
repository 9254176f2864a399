"""The facts about all steps together: goals answered, changes at once, money of the year, order, homes of records."""

from __future__ import annotations

import pytest

from assistant.alignment.portfolio import active, portfolio_facts
from assistant.alignment.subject import limit, prior, subject_of
from assistant.domain.advice import GoalLink, Initiative, Recommendation
from assistant.domain.catalogue import Decision
from assistant.domain.facts import Fact, Value
from assistant.domain.profile import Business, Constraint, Goal, Process, Profile, Tool
from assistant.estimates.estimate import EstimateSetting, estimate
from tests.alignment.subjects import INITIATIVE, TODAY
from tests.builders import fact, salon


def step(
    number: int, means: str = "remind", decision: Decision = "now", process_id: str = "appointment_reminders",
    goals: tuple[str, ...] = (),
) -> Initiative:  # fmt: skip
    links = tuple(GoalLink(goal=each, quote=None, measure_moved="hours", direction="down") for each in goals)
    changed = {
        "id": f"i{number}", "means": means, "decision": decision, "process_id": process_id, "serves_goals": links,
    }  # fmt: skip
    return INITIATIVE.model_copy(update=changed)


def seen(
    setting: EstimateSetting, name: str, steps: list[Initiative], profile: Profile | None = None,
    order: tuple[str, ...] = (), uncovered: tuple[str, ...] = (),
) -> Value | None:  # fmt: skip
    made = Recommendation(initiatives=tuple(steps), order=order, uncovered_goals=uncovered)
    found = portfolio_facts(profile or salon(), made, setting)[name]
    return None if found is None else found.value


def test_only_what_changes_something_is_active() -> None:
    decisions: tuple[Decision, ...] = ("now", "next", "later", "leave it", "stop doing it", "simplify first")
    steps = [step(n, decision=each) for n, each in enumerate(decisions)]
    kept = active(Recommendation(initiatives=tuple(steps)))
    assert [each.decision for each in kept] == ["now", "next", "later", "simplify first"]


def test_a_goal_is_answered_by_a_step_or_by_an_honest_line(setting: EstimateSetting) -> None:
    goals = tuple(Goal(kind="other", text=each) for each in ("rest", "growth", "price"))
    firm = salon().model_copy(update={"goals": goals})
    steps = [step(1, goals=("rest",)), step(2, goals=("rest", "fame"))]
    assert seen(setting, "goals_stated", steps, firm) == 3.0
    assert seen(setting, "goals_answered", steps, firm) == 1.0
    assert seen(setting, "goals_answered", steps, firm, uncovered=("price",)) == 2.0
    goalless = firm.model_copy(update={"goals": ()})
    assert seen(setting, "goals_stated", steps, goalless) is None
    assert seen(setting, "goals_answered", steps, goalless) == 0.0


@pytest.mark.parametrize(
    ("steps", "order", "under_way", "changes"),
    [
        ([step(1), step(2), step(3)], (), None, 3.0),
        ([step(1), step(2, decision="next"), step(3, decision="later")], (), None, 1.0),
        ([step(1, decision="simplify first"), step(2, decision="simplify first")], ("i2", "i1"), None, 1.0),
        ([step(1, decision="leave it")], ("i1",), None, 0.0),
        ([step(1)], ("i1",), fact(2.0), 3.0),
        ([], (), fact("several"), 0.0),
    ],
)
def test_changes_at_once_are_those_begun_now_and_those_under_way(
    setting: EstimateSetting, steps: list[Initiative], order: tuple[str, ...], under_way: Fact | None, changes: float
) -> None:
    firm = salon()
    business = firm.business.model_copy(update={"active_changes": under_way})
    firm = firm.model_copy(update={"business": business})
    assert seen(setting, "changes_at_once", steps, firm, order) == changes


@pytest.mark.parametrize(("hours", "counts"), [(2.0, 0.0), (2.5, 1.0), (3.0, 1.0)])
def test_what_is_switched_on_within_two_hours_is_no_change(
    setting: EstimateSetting, hours: float, counts: float
) -> None:
    means = setting.catalogue.way("remind").model_copy(update={"setup_hours": (1.0, hours, 9.0)})
    others = tuple(each for each in setting.catalogue.means if each.id != "remind")
    catalogue = setting.catalogue.model_copy(update={"means": (*others, means)})
    quick = setting.model_copy(update={"catalogue": catalogue})
    assert seen(quick, "changes_at_once", [step(1)]) == counts


def test_the_year_pays_for_all_steps_but_the_later_ones(setting: EstimateSetting) -> None:
    firm = salon()
    one, other = (
        estimate(firm, "appointment_reminders", each, setting).cost_first_year.mid or 0.0 for each in ("remind", "acct")
    )
    assert 0 < one < other
    steps = [step(1), step(2, "acct", "next"), step(3, "acct", "later"), step(4, "simplify", "simplify first")]
    cost = seen(setting, "cost_of_all_first_year", steps, firm)
    assert cost == pytest.approx(one + other)
    assert seen(setting, "cost_of_all_first_year", [], firm) == 0.0


def test_what_the_firm_can_spend_and_who_is_in_it_are_as_told(setting: EstimateSetting) -> None:
    assert seen(setting, "budget_first_year", []) == 1_500.0
    assert seen(setting, "most_changes_at_once", []) == 1.0
    assert seen(setting, "most_changes_at_once", [], Profile(business=Business())) is None


STOCK, BOUGHT = step(1, "sheet", process_id="stock_count"), step(2, "acct", process_id="reordering")


@pytest.mark.parametrize(
    ("steps", "order", "early"),
    [
        ([STOCK, BOUGHT], ("i1", "i2"), ()),
        ([STOCK, BOUGHT], ("i2", "i1"), ("reordering",)),
        ([STOCK, BOUGHT], ("i2",), ()),
        ([BOUGHT], ("i2",), ()),
        ([STOCK.model_copy(update={"decision": "leave it"}), BOUGHT], ("i2", "i1"), ()),
    ],
)
def test_a_step_before_the_one_it_rests_on_is_too_early(
    setting: EstimateSetting, steps: list[Initiative], order: tuple[str, ...], early: tuple[str, ...]
) -> None:
    names = tuple(setting.catalogue.process(each).name for each in early)
    assert seen(setting, "steps_before_their_basis", steps, order=order) == names


@pytest.mark.parametrize(
    ("kinds", "means", "homes"),
    [
        (("crm",), "crm", ("customers",)),
        (("crm",), "acct", ()),
        (("pos",), "erp", ("stock and sales",)),
        (("pos", "acct"), "acct", ("money",)),
        ((None,), "crm", ()),
        (("useown",), "useown", ()),
    ],
)
def test_a_record_with_two_homes_is_bought_where_it_has_one(
    setting: EstimateSetting, kinds: tuple[str | None, ...], means: str, homes: tuple[str, ...]
) -> None:
    tools = tuple(Tool(name=f"tool {n}", kind=each, quote=f"we use {n}") for n, each in enumerate(kinds))
    firm = salon().model_copy(update={"tools": tools})
    made = portfolio_facts(firm, Recommendation(initiatives=(step(1, means),)), setting)["records_with_two_homes"]
    assert made is not None
    assert (made.value, made.quote) == (homes, "we use 0")


def test_without_tools_nobody_knows_of_homes(setting: EstimateSetting) -> None:
    assert seen(setting, "records_with_two_homes", [step(1, "crm")], salon().model_copy(update={"tools": ()})) is None


def test_a_subject_is_estimated_anew_and_knows_its_work(setting: EstimateSetting) -> None:
    firm = salon()
    made = subject_of(INITIATIVE, firm, setting, TODAY)
    assert made.estimate == estimate(firm, "appointment_reminders", "remind", setting)
    assert (made.process, made.profile, made.initiative) == (firm.processes[0], firm, INITIATIVE)
    assert (made.kind.id, made.means.id, made.today) == ("appointment_reminders", "remind", TODAY)
    bare = subject_of(step(1, "acct", process_id="invoicing"), firm, setting, TODAY)
    kind = setting.catalogue.process("invoicing")
    assert (bare.process, bare.means.id) == (Process(id="invoicing", name=kind.name), "acct")


def test_a_range_of_the_catalogue_is_a_weak_fact_of_its_ends() -> None:
    assert prior((1.0, 2.0, 5.0)) == Fact(value=(1.0, 5.0), basis="assumed")
    assert prior((1.0, 2.0, 5.0), "benchmark").basis == "benchmark"


def test_a_limit_is_the_first_of_its_kind_that_has_a_figure() -> None:
    wordless, first, second = (Constraint(kind="time", text="", amount=each) for each in (None, fact(3.0), fact(9.0)))
    money = Constraint(kind="budget", text="", amount=fact(500.0))
    firm = Profile(constraints=(money, wordless, first, second))
    assert limit(firm, "time") == fact(3.0)
    assert limit(firm, "skill") is None
