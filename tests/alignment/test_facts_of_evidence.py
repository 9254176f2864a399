"""The facts of the try, of what the figures of a step rest on, and of what else was looked at or is there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from assistant.alignment.conduct import ways
from assistant.domain.advice import Alternative
from assistant.domain.facts import Fact, Value
from assistant.domain.profile import Tool
from assistant.estimates.estimate import EstimateSetting
from tests.alignment.subjects import INITIATIVE, NOBODY_SAID, PILOT, TODAY, Parts, around, check, estimated, facts_of
from tests.builders import fact

NO_TRY: Parts = {"initiative": {"pilot": None}}


def without(name: str) -> Parts:
    """The try with one of its lines left empty."""
    return {"initiative": {"pilot": PILOT.model_copy(update={name: ""})}}


DELIVERY_CASES: list[tuple[Parts, str, Value | None]] = [
    ({}, "pilot_weeks", 6.0),
    (NO_TRY, "pilot_weeks", 0.0),
    ({}, "pilot_volume_share", 0.25),
    (NO_TRY, "pilot_volume_share", 1.0),
    ({}, "is_pilot", True),
    (NO_TRY, "is_pilot", False),
    ({}, "date_set", True),
    (NO_TRY, "date_set", False),
    ({}, "review_within_days", 56.0),
    ({"initiative": {"pilot": PILOT.model_copy(update={"review_on": TODAY + timedelta(days=1)})}},
     "review_within_days", 1.0),
    (NO_TRY, "review_within_days", 999.0),
    *((without(line), name, False) for line, name in (
        ("measure", "measure_set"), ("target", "target_set"), ("baseline", "baseline_planned"),
        ("stop_if", "stop_rule_set"), ("counter_measure", "counter_measure_set"),
    )),
    *(({}, name, True) for name in (
        "measure_set", "target_set", "baseline_planned", "stop_rule_set", "counter_measure_set",
    )),
    *((NO_TRY, name, False) for name in (
        "measure_set", "target_set", "baseline_planned", "stop_rule_set", "counter_measure_set",
    )),
    ({}, "reader_named", True),
    ({"initiative": {"step_owner": None}}, "reader_named", False),
    ({}, "decision_named", True),
    ({"initiative": {"serves_goals": ()}}, "decision_named", False),
    ({"means": {"reversible_days": 30}}, "reversible_days", 30.0),
    ({"means": {"cancel_days": 90}}, "cancel_days", 90.0),
    ({}, "setup_hours", 16.0),
    (estimated(setup_hours=None), "setup_hours", 0.0),
    ({"initiative": {"decision": "later"}, "process": {"stable": fact(False)}}, "waits_out_the_change", True),
    ({"initiative": {"decision": "now"}, "process": {"stable": fact(False)}}, "waits_out_the_change", False),
    ({"initiative": {"decision": "later"}, "process": {"stable": fact(True)}}, "waits_out_the_change", False),
    ({"initiative": {"decision": "later"}, "process": {"stable": None}}, "waits_out_the_change", False),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "name", "wanted"), DELIVERY_CASES)
def test_the_try(setting: EstimateSetting, parts: Parts, name: str, wanted: Value | None) -> None:
    check(setting, parts, name, wanted)


@pytest.mark.parametrize(
    ("promised", "estimated_hours", "times"),
    [
        (4.0, 4.0, 1.0), (3.0, 4.0, 1.0), (5.0, 4.0, 1.25), (8.0, 4.0, 2.0), (0.5, 0.2, 2.5), (None, 4.0, 1.0),
        (1.0, 0.0, 100.0), (1.0, None, 100.0), (1.0, -2.0, 100.0), (0.0, -2.0, 1.0), (-1.0, -2.0, 1.0),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ledger", ["hours_freed_per_week", "margin_per_year"])
def test_a_promise_is_held_against_our_own_estimate_of_it(
    setting: EstimateSetting, ledger: str, promised: float | None, estimated_hours: float | None, times: float
) -> None:
    parts: Parts = {"initiative": {ledger: around(promised)}, "estimate": {ledger: around(estimated_hours)}}
    check(setting, parts, "promised_over_estimate", times)


@pytest.mark.parametrize(
    ("told", "planned", "wanted"),
    [
        (None, None, NOBODY_SAID),
        ("calling back", "calling back", "calling back"),
        (None, "Calling back quotes!", "Calling back quotes!"),
        ("calling back", None, ""),
        ("whatever", "", ""),
        (None, "We'll see.", ""),
        (None, "  Not   sure ", ""),
        (None, "nothing", ""),
    ],
)
def test_freed_hours_need_a_use_with_a_name(
    setting: EstimateSetting, told: str | None, planned: str | None, wanted: str | None
) -> None:
    said = None if told is None else fact(told, quote="in my words")
    parts: Parts = {"process": {"freed_hours_use": said}, "initiative": {"freed_hours_use": planned}}
    check(setting, parts, "freed_hours_use", wanted)
    found = facts_of(setting, **parts)["freed_hours_use"]
    if found is not None:
        assert found.quote == ("in my words" if told else None)


def counted(items: Fact | None, minutes: Fact | None, hours: Fact | None) -> Parts:
    return {"process": {"items_per_week": items, "minutes_per_item": minutes, "hours_per_week": hours}}


GUESS = Fact(value=9.0, basis="vendor")
OURS = Fact(value=9.0, basis="computed")
TOLD = Fact(value=9.0)


@pytest.mark.parametrize(
    ("items", "minutes", "hours", "known", "bases"),
    [
        (None, None, TOLD, True, ("owner",)),
        (None, None, OURS, True, ("computed",)),
        (None, None, GUESS, False, ("vendor",)),
        (TOLD, TOLD, None, True, ("owner",)),
        (TOLD, OURS, GUESS, True, ("computed", "owner", "vendor")),
        (TOLD, None, None, False, ("owner",)),
        (None, TOLD, None, False, ("owner",)),
        (TOLD, GUESS, None, False, ("owner", "vendor")),
        (GUESS, TOLD, GUESS, False, ("owner", "vendor")),
        (None, None, None, False, ()),
    ],
)
def test_hours_are_known_from_the_owner_or_from_count_and_minutes(
    setting: EstimateSetting, items: Fact | None, minutes: Fact | None, hours: Fact | None,
    known: bool, bases: tuple[str, ...],
) -> None:  # fmt: skip
    different = [
        each and each.model_copy(update={"value": float(n)}) for n, each in enumerate((items, minutes, hours), 1)
    ]
    parts = counted(*different)
    check(setting, parts, "hours_known", known)
    check(setting, parts, "benefit_bases", bases)


EVIDENCE_CASES: list[tuple[Parts, str, Value | None]] = [
    (counted(fact(70.0), fact(3.0), fact((3.0, 5.0))), "hours_said", 4.0),
    (counted(fact(70.0), fact(3.0), fact("most of it")), "hours_said", NOBODY_SAID),
    (counted(fact(70.0), fact(3.0), None), "hours_said", NOBODY_SAID),
    (counted(fact(70.0), fact(3.0), None), "hours_counted", 3.5),
    (counted(fact(70.0), None, fact(3.0)), "hours_counted", NOBODY_SAID),
    (counted(None, fact(3.0), fact(3.0)), "hours_counted", NOBODY_SAID),
    ({}, "hours_today", 12.0),
    (estimated(hours_today_per_week=None), "hours_today", 0.0),
    ({}, "hours_of_people", 180.0),
    ({"process": {"people": fact((1.0, 2.0))}}, "hours_of_people", 120.0),
    ({"firm": {"headcount": None}}, "hours_of_people", NOBODY_SAID),
    ({"firm": {"headcount": fact("a few")}}, "hours_of_people", NOBODY_SAID),
    ({}, "chance_of_gain", 0.8),
    ({}, "cash_per_year", 0.0),
    ({"initiative": {"cash_per_year": around(1_000.0)}}, "cash_per_year", 2_000.0),
    ({"initiative": {"cash_per_year": around(None)}}, "cash_per_year", 0.0),
    ({}, "cash_mechanism", ""),
    ({"process": {"posts_expected_to_go": None}}, "cash_mechanism", ""),
    ({"process": {"posts_expected_to_go": fact(1.0, quote="Ann retires")}}, "cash_mechanism", "Ann retires"),
    ({"process": {"posts_expected_to_go": fact((0.0, 1.0))}}, "cash_mechanism", "a smaller bill"),
    ({"process": {"posts_expected_to_go": fact("maybe", quote="maybe")}}, "cash_mechanism", ""),
    ({"process": {"posts_expected_to_go": fact(True)}}, "cash_mechanism", "a smaller bill"),
    ({"process": {"posts_expected_to_go": fact(False)}}, "cash_mechanism", ""),
    ({"process": {"freed_hours_use": fact("cut the overtime")}}, "cash_mechanism", "cut the overtime"),
    ({"process": {"doer": fact("an agency")}}, "cash_mechanism", "an agency"),
    ({"process": {"outside_bill_per_year": fact(900.0, quote="the bureau's bill")}},
     "cash_mechanism", "the bureau's bill"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "name", "wanted"), EVIDENCE_CASES)
def test_what_the_figures_rest_on(setting: EstimateSetting, parts: Parts, name: str, wanted: Value | None) -> None:
    check(setting, parts, name, wanted)


@pytest.mark.parametrize(
    ("parts", "name", "quote"),
    [
        (counted(fact(70.0, quote="seventy"), None, fact(3.0, quote="three hours")), "hours_known", "seventy"),
        (counted(None, None, GUESS.model_copy(update={"quote": "they say"})), "hours_known", None),
        (counted(None, None, fact(3.0, quote="three hours")), "hours_said", "three hours"),
        ({"process": {"people": fact(2.0, quote="two of us")}}, "hours_of_people", "two of us"),
        ({"process": {"doer": fact("assistant", quote="Ann does")}}, "done_by_others", "Ann does"),
        ({"process": {"prerequisite_met": fact(False, quote="no list yet")}}, "missing_pieces", "no list yet"),
    ],
)
def test_a_fact_keeps_the_words_it_was_told_in(
    setting: EstimateSetting, parts: Parts, name: str, quote: str | None
) -> None:
    found = facts_of(setting, **parts)[name]
    assert found is not None
    assert found.quote == quote


def test_a_piece_that_is_missing_is_as_sure_as_it_was_told(setting: EstimateSetting) -> None:
    found = facts_of(setting, process={"prerequisite_met": Fact(value=False, basis="vendor")})["missing_pieces"]
    assert found is not None
    assert found.basis == "vendor"


def test_only_ways_with_a_reason_were_looked_at(setting: EstimateSetting) -> None:
    looked = [
        Alternative(means_id=means_id, name=means_id, taken=False, reason=reason)
        for means_id, reason in (
            ("stop", "missed"),
            ("useown", "there"),
            ("acct", "fits"),
            ("crm", "also"),
            ("simplify", ""),
        )
    ]
    kinds = ways(INITIATIVE.model_copy(update={"alternatives": tuple(looked)}), setting)
    assert sorted(kinds) == ["automate", "stop doing it", "use what you have"]


@pytest.mark.parametrize(
    ("tools", "means", "doing"),
    [
        ((), {}, NOBODY_SAID),
        (("Fresha",), {}, ("Fresha",)),
        (("calendely", "FRESHA"), {}, ("Calendly", "Fresha")),
        (("QuickBooks",), {}, ()),
        (("Fresha",), {"decision": "use what you have"}, ()),
    ],
)
def test_a_tool_in_use_that_does_this_work_already(
    setting: EstimateSetting, tools: tuple[str, ...], means: dict[str, Any], doing: tuple[str, ...] | None
) -> None:
    named = tuple(Tool(name=each, quote=f"we have {each}") for each in tools)
    found = facts_of(setting, profile={"tools": named}, means=means)["tools_doing_it"]
    assert (found and found.value) == doing
    if doing:
        assert found is not None
        assert found.quote == f"we have {tools[0]}"
