"""The facts of how a step is carried out: hours and hands, safeguards, and what becomes of the hours."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.domain.advice import Safeguard
from assistant.domain.facts import Value
from assistant.domain.profile import Constraint
from assistant.estimates.estimate import EstimateSetting
from tests.alignment.subjects import NOBODY_SAID, Parts, check, estimated, facts_of
from tests.builders import fact

PEOPLE_CASES: list[tuple[Parts, str, Value | None]] = [
    ({}, "people_in_firm", 3.0),
    ({"firm": {"headcount": None}}, "people_in_firm", NOBODY_SAID),
    ({}, "spare_hours_per_week", 3.0),
    ({"profile": {"constraints": (Constraint(kind="skill", text="a bit", amount=fact(1.0)),)}}, "team_skill", 1.0),
    ({}, "team_skill", NOBODY_SAID),
    ({}, "rollout_hours_per_week", 2.0),
    (estimated(setup_hours=None), "rollout_hours_per_week", 0.0),
    ({}, "upkeep_hours_per_week", 0.5),
    (estimated(upkeep_hours_per_week=None), "upkeep_hours_per_week", 0.0),
    ({}, "hours_freed_per_week", 4.0),
    (estimated(hours_freed_per_week=None), "hours_freed_per_week", 0.0),
    ({}, "gross_hours_freed_per_week", 4.5),
    (estimated(hours_freed_per_week=-0.2), "gross_hours_freed_per_week", 0.3),
    (estimated(hours_freed_per_week=-3.0), "gross_hours_freed_per_week", 0.0),
    ({"process": {"doer": None}}, "done_by_others", NOBODY_SAID),
    ({"process": {"doer": fact("owner")}}, "done_by_others", False),
    ({"process": {"doer": fact("assistant")}}, "done_by_others", True),
    ({"process": {"doer": fact("assistant")}, "firm": {"headcount": fact(1.0)}}, "done_by_others", False),
    ({"process": {"doer": fact("assistant")}, "firm": {"headcount": fact(2.0)}}, "done_by_others", True),
    ({"process": {"doer": fact("assistant")}, "firm": {"headcount": None}}, "done_by_others", True),
    ({"process": {"posts_expected_to_go": fact(1.0)}}, "posts_expected_to_go", 1.0),
    ({"process": {"posts_expected_to_go": fact(1.0)}, "firm": {"headcount": fact(1.0)}}, "posts_expected_to_go", 0.0),
    ({"process": {"doers_asked": fact(True)}}, "doers_asked", True),
    ({"process": {"staff_told": fact(False)}}, "staff_told", False),
    ({}, "step_owner", "Maria"),
    ({"initiative": {"step_owner": None}}, "step_owner", ""),
    ({"firm": {"customers_asked": fact(5.0)}}, "customers_asked", 5.0),
    ({"process": {"prerequisite_met": fact(True)}}, "missing_pieces", ()),
    ({"process": {"prerequisite_met": fact(False)}, "kind": {"prerequisite": "a list"}}, "missing_pieces", ("a list",)),
    ({"process": {"prerequisite_met": None}}, "missing_pieces", NOBODY_SAID),
]  # fmt: skip
KEPT = {
    "approval_step": "approval", "way_to_person": "way to a person", "fallback_kept": "way back",
    "handover_page": "handover page", "discloses_machine": "says it is a machine", "qualified_review": "review",
    "data_terms": "data terms",
}  # fmt: skip
HARMLESS: Parts = {
    "kind": {"family": "office", "irreversible": False, "personal_data": "none"}, "means": {"contacts_people": False},
}  # fmt: skip
KEY_CASES: list[tuple[dict[str, Any], dict[str, Any], bool]] = [
    ({}, {}, False),
    ({"family": "money"}, {}, True),
    ({"irreversible": True}, {}, True),
    ({"personal_data": "ordinary"}, {}, True),
    ({}, {"contacts_people": True}, True),
]


@pytest.mark.parametrize(("parts", "name", "wanted"), PEOPLE_CASES)
def test_hours_and_hands(setting: EstimateSetting, parts: Parts, name: str, wanted: Value | None) -> None:
    check(setting, parts, name, wanted)


@pytest.mark.parametrize(("fact_name", "kind"), KEPT.items())
def test_a_safeguard_counts_where_it_stands_in_the_plan(setting: EstimateSetting, fact_name: str, kind: str) -> None:
    kept = facts_of(setting, initiative={"safeguards": (Safeguard.model_validate({"kind": kind, "text": "so"}),)})
    for name in KEPT:
        found = kept[name]
        if name in ("qualified_review", "data_terms") and name != fact_name:
            assert found is None, name
        else:
            assert found is not None
            assert found.value is (name == fact_name), name


@pytest.mark.parametrize("name", ["qualified_review", "data_terms"])
def test_what_the_owner_said_of_it_comes_before_the_plan(setting: EstimateSetting, name: str) -> None:
    told = fact(False)
    plan = (Safeguard(kind="review", text="so"), Safeguard(kind="data terms", text="so"))
    assert facts_of(setting, process={name: told}, initiative={"safeguards": plan})[name] == told


@pytest.mark.parametrize(("kind", "means", "wanted"), KEY_CASES)
def test_money_mail_and_what_cannot_be_undone_need_keys(
    setting: EstimateSetting, kind: dict[str, Any], means: dict[str, Any], wanted: bool
) -> None:
    parts = {"kind": HARMLESS["kind"] | kind, "means": HARMLESS["means"] | means}
    check(setting, parts, "touches_money_or_mail", wanted)


def test_side_effects_accounts_and_consent_are_as_told(setting: EstimateSetting) -> None:
    check(setting, {}, "side_effects_written", False)
    check(setting, {"initiative": {"side_effects": ("fewer calls",)}}, "side_effects_written", True)
    check(setting, {}, "own_accounts", True)
    check(setting, {"process": {"consent": fact(False)}}, "consent", False)
