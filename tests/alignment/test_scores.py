"""Scores, the pass mark and the tactical exception, on findings made by hand; which rules meet which subject."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.alignment.validator import report_of, scores, validate, with_exception
from assistant.domain.advice import Recommendation
from assistant.domain.findings import Dimension, Finding, Severity, Verdict, Waiver
from assistant.estimates.estimate import EstimateSetting
from tests.alignment.subjects import INITIATIVE
from tests.builders import salon

TODAY = date(2026, 11, 21)


def found(
    verdict: Verdict, severity: Severity = "must", rule_id: str = "XX01", dimension: Dimension = "goals",
    ours: bool = False,
) -> Finding:  # fmt: skip
    return Finding(
        rule_id=rule_id, verdict=verdict, severity=severity, scope="initiative", title="", why="", dimension=dimension,
        ours=ours,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("findings", "score", "counts"),
    [
        ([found("held")], 1.0, (1, 0, 1, 1)),
        ([found("broken")], 0.0, (0, 1, 1, 1)),
        ([found("held"), found("broken", "should")], 0.6, (1, 1, 2, 2)),
        ([found("held", "should"), found("broken")], 0.4, (1, 1, 2, 2)),
        ([found("held"), found("held", "should"), found("broken"), found("broken")], 0.45, (2, 2, 4, 4)),
        ([found("held"), found("broken", "note")], 1.0, (1, 1, 2, 2)),
        ([found("held", "note"), found("broken", "note")], None, (1, 1, 2, 2)),
        ([found("held"), found("unknown")], 1.0, (1, 0, 1, 2)),
        ([found("held"), found("unknown"), found("unknown")], None, (1, 0, 1, 3)),
        ([found("held"), found("broken"), found("unknown"), found("unknown")], 0.5, (1, 1, 2, 4)),
        ([found("held"), found("not applicable"), found("not applicable")], 1.0, (1, 0, 1, 1)),
        ([found("held"), found("broken", ours=True)], 1.0, (1, 0, 1, 1)),
    ],
)
def test_a_score_is_the_weight_of_what_holds_among_what_is_known(
    findings: list[Finding], score: float | None, counts: tuple[int, int, int, int]
) -> None:
    (made,) = scores(findings)
    assert made.score == score
    assert (made.held, made.broken, made.known, made.of) == counts


def test_each_dimension_has_a_score_of_its_own_and_an_empty_one_has_none() -> None:
    made = scores([found("held", dimension="market"), found("broken", dimension="capability")])
    assert {each.dimension: each.score for each in made} == {"capability": 0.0, "market": 1.0}
    assert scores([found("not applicable")]) == ()


WAIVED = found("broken").model_copy(update={"waived": Waiver(by="owner", reason="I want it")})


@pytest.mark.parametrize(
    ("findings", "passes"),
    [
        ([], True),
        ([found("held")], True),
        ([found("unknown")], True),
        ([found("broken", "should")], True),
        ([found("held"), found("broken")], False),
        ([WAIVED], True),
        ([WAIVED, found("broken")], False),
    ],
)
def test_a_report_passes_where_no_must_rule_is_broken_and_unwaived(findings: list[Finding], passes: bool) -> None:
    made = report_of(iter(findings))
    assert made.passes is passes
    assert list(made.findings) == findings
    assert made.scores == scores(findings)


QUICK = found("held", "note", "DL04")
GOALLESS = found("broken", "must", "GL01")


@pytest.mark.parametrize(
    ("beside", "waives"),
    [
        ([QUICK], True),
        ([], False),
        ([found("broken", "note", "DL04")], False),
        ([found("unknown", "note", "DL04")], False),
        ([QUICK, found("broken", "must", "MK01")], False),
        ([QUICK, found("broken", "must", "EV02")], False),
        ([QUICK, found("broken", "should", "MK03")], True),
        ([QUICK, found("held", "must", "MK01")], True),
        ([QUICK, found("unknown", "must", "PE02")], True),
        ([QUICK, found("broken", "must", "RS01")], True),
    ],
)
def test_a_quick_win_suspends_only_while_nothing_that_guards_people_breaks(beside: list[Finding], waives: bool) -> None:
    judged = with_exception([GOALLESS, *beside], TODAY)
    waived = [each.rule_id for each in judged if each.waived]
    assert waived == (["GL01"] if waives else [])
    assert [each.rule_id for each in judged] == ["GL01", *(each.rule_id for each in beside)]


def test_what_holds_or_may_not_be_suspended_is_left_as_it_is() -> None:
    judged = with_exception([QUICK, found("held", rule_id="GL04"), found("broken", rule_id="RS01"), GOALLESS], TODAY)
    waived = judged[-1].waived
    assert waived is not None
    assert (waived.by, waived.until) == ("tactical exception", date(2027, 2, 19))
    assert [each.waived for each in judged[:-1]] == [None, None, None]


def test_rules_of_a_step_meet_each_step_and_rules_of_the_portfolio_meet_it_once(setting: EstimateSetting) -> None:
    left = INITIATIVE.model_copy(update={"id": "i2", "decision": "leave it"})
    next_one = INITIATIVE.model_copy(update={"id": "i3", "decision": "next"})
    made = Recommendation(initiatives=(INITIATIVE, left, next_one), order=("i1", "i3"))
    report = validate(salon(), made, setting, TODAY)
    assert {each.subject for each in report.findings} == {"i1", "i3", "portfolio"}
    assert all((each.scope == "portfolio") == (each.subject == "portfolio") for each in report.findings)
    assert validate(salon(), Recommendation(), setting, TODAY).findings == ()


def test_a_report_dates_its_exception_from_today(setting: EstimateSetting) -> None:
    goalless = INITIATIVE.model_copy(update={"serves_goals": (), "means": "useown"})
    report = validate(salon(), Recommendation(initiatives=(goalless,), order=("i1",)), setting, date(2026, 1, 1))
    gl01 = next(each for each in report.findings if each.rule_id == "GL01")
    assert gl01.verdict == "broken"
    dl04 = next(each for each in report.findings if each.rule_id == "DL04")
    assert (gl01.waived is not None) == (dl04.verdict == "held")
