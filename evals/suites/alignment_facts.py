"""How the plain facts of an alignment case become the facts that our rules ask for.

The cases were written from the domain text before the rules were. Where a rule asks under another name, or asks one
thing for what the text tells in several, the translation stands here, one entry a rule. Null is not known and stays so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.domain.facts import Value

Told = Mapping[str, object]
Asked = dict[str, Value | None]

STAGES = {"early": 1.0, "scaling": 2.0, "mature": 3.0}
STABLE_MONTHS = 6
MACHINES = ("bot", "voice")

UNMAPPED: Mapping[str, str] = {
    "PE03": "the case turns on how many hours the use can absorb; our rule asks only whether a use is named",
    "DL01": "the case turns on one site of three; our rule asks for the share of the volume",
}
"""Cases whose verdict turns on a fact that our rule does not ask for; they are counted apart, not scored."""


def facts_of(rule_id: str, told: Told) -> Asked | None:
    """The facts that our rule asks for, or None where the case cannot be put to it."""
    translate = TRANSLATIONS.get(rule_id)
    return translate(told) if translate and rule_id not in UNMAPPED else None


def _number(told: Told, name: str) -> float | None:
    value = told.get(name)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _flag(told: Told, name: str) -> bool | None:
    value = told.get(name)
    return value if isinstance(value, bool) else None


def _words(told: Told, name: str) -> str | None:
    value = told.get(name)
    return value if isinstance(value, str) else None


def _list(told: Told, name: str) -> tuple[str, ...]:
    value = told.get(name)
    return tuple(str(each) for each in value) if isinstance(value, list) else ()


def _numbers(told: Told, *names: str) -> Asked:
    return {name: _number(told, name) for name in names}


def _stated(told: Told, name: str) -> bool | None:
    """Whether something is written down: None where it was not told, as null stands for not known."""
    return True if told.get(name) else None


def _goals(told: Told) -> Asked:
    """No goal told means that what the step serves is not known."""
    return {"goals_served": float(len(_list(told, "serves_goals"))) if _list(told, "goals") else None}


def _change(told: Told) -> Asked:
    touched = _flag(told, "change_touches_process")
    return {
        "stable": None if touched is None else not touched,
        **_numbers(told, "change_within_months", "not_reusable_share", "cost_first_year", "small_spend"),
    }


def _reader(told: Told) -> Asked:
    """Asked, and no decision or reader named, means that there is none."""
    asked = bool(told.get("decision_asked"))
    return {
        "output": _words(told, "output"),
        "decision_named": bool(told.get("decision_changed")) if asked else _stated(told, "decision_changed"),
        "reader_named": bool(told.get("user")) if asked else _stated(told, "user"),
    }


def _capture(told: Told) -> Asked:
    capture = told.get("capture")
    planned = isinstance(capture, Mapping) and bool(capture.get("part_of_plan")) and bool(capture.get("priced"))
    return {"automates": True, "captures_paper": planned, "digital_input": _number(told, "digital_input_share")}


def _stable(told: Told) -> Asked:
    months = _number(told, "stable_months_ahead")
    return {"automates": True, "stable": None if months is None else months >= STABLE_MONTHS}


def _pieces(told: Told) -> Asked:
    brought = _list(told, "brought_by_purchase")
    return {
        "automates": True,
        "missing_pieces": tuple(each for each in _list(told, "missing_prerequisites") if each not in brought),
    }


def _benefits(told: Told) -> Asked:
    benefits = told.get("deciding_benefits")
    listed = benefits if isinstance(benefits, list) else []
    bases = tuple(str(each.get("basis")) for each in listed if isinstance(each, Mapping))
    return {"buys_something": bool(_number(told, "cost_first_year")), "benefit_bases": bases}


def _homes(told: Told) -> Asked:
    """A record has two homes where a new tool becomes one beside the old, or holds it without a connection."""
    record = _words(told, "new_tool_record") or ""
    doubled = bool(told.get("new_tool_is_home")) or not told.get("connects_to_home")
    return {"records_with_two_homes": (record,) if record and doubled else ()}


def _measure_and_date(told: Told) -> Asked:
    named = {"measure_set": "kpi", "target_set": "target", "date_set": "date"}
    return {ours: _stated(told, name) for ours, name in named.items()}


TRANSLATIONS: Mapping[str, Callable[[Told], Asked]] = {
    "GL01": _goals,
    "GL02": lambda told: {"reasons": _list(told, "reasons")},
    "GL04": _change,
    "CP01": lambda told: {
        "core_skill": told.get("process") == told.get("core_skill"),
        "judgement_share": _number(told, "judgement_share"),
        "person_decides": _flag(told, "person_decides"),
    },
    "CP02": _reader,
    "MK01": lambda told: {
        **_numbers(told, "customer_facing", "human_touch"),
        "personal_service": any("person" in each for each in _list(told, "differentiator")),
        "person_is_default": _flag(told, "person_is_default"),
    },
    "MK02": lambda told: {
        "customers_meet_machine": told.get("customers_meet") in MACHINES,
        "minutes_to_person": _number(told, "minutes_to_person"),
    },
    "RS01": lambda told: {
        "buys_something": bool(_number(told, "cost_first_year_p90")),
        "cost_first_year_high": _number(told, "cost_first_year_p90"),
        "budget_first_year": _number(told, "budget_first_year"),
    },
    "RS04": lambda told: _numbers(told, "rollout_hours_per_week", "spare_hours_per_week"),
    "RS05": _pieces,
    "PR01": _stable,
    "PR03": _capture,
    "PR04": lambda told: {
        "automates": True,
        "exception_share": _number(told, "exception_share"),
        "person_after_each": _flag(told, "person_after_each"),
    },
    "PR05": lambda told: {
        "automates": True,
        "judgement_share": _number(told, "judgement_share"),
        "person_decides": _flag(told, "person_decides"),
    },
    "PR06": lambda told: {
        "automates": True,
        "irreversible": _flag(told, "irreversible"),
        "approval_step": _flag(told, "approval_step"),
    },
    "PE02": lambda told: {
        "posts_expected_to_go": _number(told, "posts_expected_to_go"),
        "staff_told": _flag(told, "staff_told"),
    },
    "DL03": lambda told: {
        "automates": True,
        "fallback_kept": _flag(told, "fallback"),
        "reversible_days": _number(told, "reversible_days"),
    },
    "MS01": _measure_and_date,
    "MS03": lambda told: {
        **_numbers(told, "cost_first_year", "small_spend"),
        "stop_rule_set": _stated(told, "stop_rule"),
    },
    "GV01": lambda told: {
        "automates": True,
        "about_people": bool(_list(told, "affects")),
        "person_decides": _flag(told, "person_decides"),
    },
    "GV02": lambda told: {
        "customers_meet_machine": told.get("means") in MACHINES,
        "uses_ai": told.get("means") in MACHINES,
        "discloses_machine": _flag(told, "discloses_ai"),
    },
    "GV06": lambda told: {
        "automates": True,
        "touches_money_or_mail": bool(_list(told, "touches")),
        "own_accounts": _flag(told, "own_accounts"),
    },
    "ST01": lambda told: {
        "stage_of_means": STAGES.get(_words(told, "stage_of_means") or ""),
        "stage_of_firm": STAGES.get(_words(told, "stage") or ""),
    },
    "ST02": lambda told: {
        "hyperautomation": told.get("means") in ("hyperautomation", "process mining", "bot fleet", "custom ai"),
        "people_in_firm": _number(told, "headcount"),
        "automations_live": _number(told, "automations_live"),
    },
    "SY01": _homes,
    "EV01": _benefits,
    "EV06": lambda told: {
        "cash_per_year": _number(told, "cash_counted_hours_per_week"),
        "cash_mechanism": _words(told, "mechanism"),
    },
}
