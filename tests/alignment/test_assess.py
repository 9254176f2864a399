"""A told plan put to the rules: which verdict follows from which facts."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.alignment.assess import assess
from assistant.catalogue import Catalogue
from assistant.domain.assessment import Planned
from assistant.domain.facts import Fact, Value
from assistant.domain.profile import Profile

TODAY = date(2026, 5, 4)
GOOD: dict[str, Value] = {"goals_served": 1.0}


def planned(
    facts: dict[str, Value], process_id: str | None = "counter_service", purpose: str | None = "free Fridays"
) -> Planned:
    """A plan with told facts."""
    told = {name: Fact(value=value, quote="as told") for name, value in facts.items()}
    return Planned(quote="a screen", process_id=process_id, purpose=purpose, facts=told)


@pytest.mark.parametrize(
    ("facts", "verdict", "rule"),
    [
        ({}, "aligned", None),
        (
            {"personal_service": True, "person_is_default": False, "customer_facing": 3.0, "human_touch": 3.0},
            "misaligned",
            "MK01",
        ),
        (
            {"personal_service": True, "person_is_default": True, "customer_facing": 3.0, "human_touch": 3.0},
            "aligned",
            None,
        ),
        ({"person_is_default": False}, "cannot tell", "MK01"),
        ({"goals_served": 0.0}, "misaligned", "GL01"),
        ({"reasons": ("competitor_has_it",)}, "misaligned", "GL02"),
        ({"reasons": ("competitor_has_it", "own_need")}, "aligned", None),
        ({"posts_expected_to_go": 2.0, "staff_told": False}, "misaligned", "PE02"),
        ({"posts_expected_to_go": 2.0, "staff_told": True}, "aligned", None),
        ({"posts_expected_to_go": 2.0}, "cannot tell", "PE02"),
        ({"stable": False}, "not yet", "PR01"),
        ({"exception_share": 0.5, "person_after_each": False}, "not yet", "PR04"),
        ({"stable": False, "goals_served": 0.0}, "misaligned", "GL01"),
        ({"missing_pieces": ("numbers",)}, "not yet", "RS05"),
        ({"records_with_two_homes": ("customers",)}, "not yet", "SY01"),
        ({"benefit_bases": ("vendor",), "buys_something": True}, "cannot tell", "EV01"),
        ({"cash_per_year": 9_000.0, "cash_mechanism": ""}, "cannot tell", "EV06"),
    ],
)
def test_the_verdict_follows_from_what_was_told(
    catalogue: Catalogue, facts: dict[str, Value], verdict: str, rule: str | None
) -> None:
    made = assess(planned({**GOOD, **facts}), Profile(), catalogue, TODAY)
    assert made.verdict == verdict
    assert rule is None or rule in made.decided_by


@pytest.mark.parametrize(("process_id", "purpose"), [(None, "free Fridays"), ("counter_service", None)])
def test_without_work_or_purpose_nothing_can_be_told(
    catalogue: Catalogue, process_id: str | None, purpose: str | None
) -> None:
    made = assess(planned({}, process_id, purpose), Profile(), catalogue, TODAY)
    assert made.verdict == "cannot tell"
    assert made.questions_open


def test_a_quick_win_may_run_ahead_of_the_goals(catalogue: Catalogue) -> None:
    quick: dict[str, Value] = {
        "goals_served": 0.0, "cost_first_year": 120.0, "setup_hours": 2.0, "cancel_days": 31.0,
        "reversible_days": 1.0, "review_within_days": 30.0,
    }  # fmt: skip
    assert assess(planned(quick, "filing"), Profile(), catalogue, TODAY).verdict == "aligned"
    assert (
        assess(planned({**quick, "cancel_days": 365.0}, "filing"), Profile(), catalogue, TODAY).verdict == "misaligned"
    )


def test_a_plan_that_names_no_work_is_asked_for_it_first(catalogue: Catalogue) -> None:
    others = planned({"reasons": ("fashion",)}, None, None)
    assert assess(others, Profile(), catalogue, TODAY).questions_open[:2] == ("process", "purpose")
    for share, verdict in ((0.8, "cannot tell"), (0.9, "misaligned")):
        vague = planned({"goals_served": 0.0}, None, None).model_copy(update={"sureness": {"goals_served": share}})
        assert assess(vague, Profile(), catalogue, TODAY).verdict == verdict


def test_an_unsure_reason_does_not_decide(catalogue: Catalogue) -> None:
    plan = planned({**GOOD, "reasons": ("fashion",)})
    unsure = plan.model_copy(update={"sureness": {"reasons": 0.4}})
    assert assess(plan, Profile(), catalogue, TODAY).decided_by == ("GL02",)
    assert assess(unsure, Profile(), catalogue, TODAY).verdict == "cannot tell"
