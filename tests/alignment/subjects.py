"""One initiative with a hand-made estimate, for tests of the facts that rules are put to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from assistant.alignment.case import initiative_facts
from assistant.alignment.subject import Subject
from assistant.domain.advice import Alternative, Estimate, GoalLink, Initiative, Pilot
from assistant.domain.facts import Range, Value
from assistant.estimates.estimate import EstimateSetting
from assistant.rulebook import Facts
from tests.builders import salon

TODAY = date(2026, 11, 21)
Changes = Mapping[str, object]
Parts = dict[str, dict[str, Any]]
NOBODY_SAID = None


def around(mid: float | None) -> Range:
    """A range from half to twice its middle; of nothing where there is no middle."""
    return Range(low=mid and mid / 2, mid=mid, high=mid and mid * 2, unit="")


ESTIMATE = Estimate(
    process_id="appointment_reminders", means_id="remind", hours_today_per_week=around(12.0),
    cost_today_per_year=around(9_000.0), loaded_cost_per_hour=around(16.0), hours_freed_per_week=around(4.0),
    cash_per_year=around(0.0), margin_per_year=around(300.0), price_per_freed_hour=around(3.0),
    cost_first_year=around(1_000.0), cost_per_year_after=around(400.0), setup_hours=around(16.0),
    upkeep_hours_per_week=around(0.5), payback_months=around(6.0), npv=around(700.0), probability_npv_positive=0.8,
    above_ceiling=False,
)  # fmt: skip
PILOT = Pilot(
    what="one week's appointments", weeks=6, volume_share=0.25, measure="no-shows", baseline="this week's",
    target="half", counter_measure="complaints", stop_if="they rise", review_on=TODAY + timedelta(days=56),
)  # fmt: skip
INITIATIVE = Initiative(
    id="i1", process_id="appointment_reminders", title="Reminders", decision="now", means="remind", reason="it pays",
    serves_goals=(GoalLink(goal="Fridays free", quote=None, measure_moved="hours", direction="down"),),
    hours_freed_per_week=around(4.0), cash_per_year=around(0.0), margin_per_year=around(300.0),
    price_per_freed_hour=around(3.0), cost_first_year=around(1_000.0), cost_per_year_after=around(400.0),
    payback_months=around(6.0), npv=around(700.0), pilot=PILOT, step_owner="Maria",
    alternatives=(Alternative(means_id="stop", name="stop", taken=False, reason="they would miss it"),),
)  # fmt: skip


def subject(setting: EstimateSetting, **parts: Changes) -> Subject:
    """The salon's reminders by a tool of their own; a part by its name, with what is otherwise about it."""
    catalogue = setting.catalogue
    profile = salon()
    whole = {
        "initiative": INITIATIVE,
        "profile": profile.model_copy(update={"business": profile.business.model_copy(update=parts.pop("firm", {}))}),
        "process": profile.processes[0],
        "kind": catalogue.process("appointment_reminders"),
        "means": catalogue.way("remind"),
        "estimate": ESTIMATE,
    }
    changed = {name: each.model_copy(update=parts.pop(name, {})) for name, each in whole.items()}
    assert not parts, parts
    return Subject.model_construct(**changed, today=TODAY)


def facts_of(setting: EstimateSetting, **parts: Changes) -> Facts:
    """Every fact of that subject."""
    return initiative_facts(subject(setting, **parts), setting)


def check(setting: EstimateSetting, parts: Parts, name: str, wanted: Value | None) -> None:
    """The fact of that name has this value, and not one that only compares as equal."""
    found = facts_of(setting, **parts)[name]
    value = None if found is None else found.value
    assert value == pytest.approx(wanted)
    assert type(value) is type(wanted)


def estimated(**mids: float | None) -> Parts:
    """The parts in which these results of the estimate have these middles."""
    return {"estimate": {name: around(mid) for name, mid in mids.items()}}
