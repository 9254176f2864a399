"""The offer held against what the owner has told: same facts, same limits as the rules of alignment."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.catalogue import Catalogue
from assistant.domain.facts import Fact, Value
from assistant.domain.findings import Finding
from assistant.domain.profile import BUDGET, SPARE_HOURS, STAGES, Process, Profile
from assistant.rulebook import judge
from assistant.vendors.paper import Paper
from assistant.vendors.rules import CROSS_RULES
from assistant.vendors.sheet import Sheet
from assistant.vendors.words import Words

_SKILLED_MEANS = 2


def cross_checks(
    profile: Profile | None, paper: Paper, sheet: Sheet, catalogue: Catalogue, first_year_cost: float | None
) -> tuple[Finding, ...]:
    """A finding for every rule that what is known lets decide, or that is broken; nothing without a profile."""
    if profile is None:
        return ()
    named = named_processes(profile, paper, catalogue)
    facts = _facts(profile, named, paper, sheet, catalogue)
    facts["offer_first_year"] = Fact(value=first_year_cost, basis="computed") if first_year_cost else None
    subject = named[0].id if named else "proposal"
    findings = (judge(one, facts, subject) for one in CROSS_RULES)
    return tuple(each for each in findings if each.verdict in ("held", "broken"))


def named_processes(profile: Profile, paper: Paper, catalogue: Catalogue) -> tuple[Process, ...]:
    """The owner's processes that the offer speaks of, most often named first."""
    text = paper.text.lower()
    counted: list[tuple[int, Process]] = []
    for process in profile.processes:
        kind = next((each for each in catalogue.processes if each.id == process.id), None)
        words = {process.name.lower(), *(kind.words if kind else ())}
        hits = sum(len(re.findall(rf"\b{re.escape(word)}", text)) for word in words if len(word) > 3)
        if hits:
            counted.append((hits, process))
    return tuple(process for _, process in sorted(counted, key=lambda each: -each[0]))


def _facts(
    profile: Profile, named: tuple[Process, ...], paper: Paper, sheet: Sheet, catalogue: Catalogue
) -> dict[str, Fact | None]:
    lower, words = paper.text.lower(), paper.vocabulary.offer
    facts: dict[str, Fact | None] = {
        "process_stable": _first(named, lambda each: each.stable),
        "digital_input_share": _share(_first(named, lambda each: each.digital_input)),
        "exception_share": _first(named, lambda each: each.exception_share),
        "budget_first_year": profile.fact(BUDGET),
        "spare_hours_per_week": profile.fact(SPARE_HOURS),
        "captures_paper": _own(words.hit("captures", lower)),
        "customers_meet_machine": _own(words.hit("meets_customers", lower)),
        "person_within_reach": _own(words.hit("person", lower)),
        "needed_hours_per_week": _needed_hours(sheet),
        "goals_served": _goals_served(profile, lower, words),
    }
    return facts | _from_means(profile, lower, catalogue, words)


def _first(named: tuple[Process, ...], pick: Callable[[Process], Fact | None]) -> Fact | None:
    return next((fact for each in named if (fact := pick(each)) is not None), None)


def _share(fact: Fact | None) -> Fact | None:
    """A yes/no about digital input as a share."""
    if fact is None or not isinstance(fact.value, bool):
        return fact
    return fact.model_copy(update={"value": 1.0 if fact.value else 0.0})


def _own(value: Value) -> Fact:
    return Fact(value=value, basis="computed")


def _needed_hours(sheet: Sheet) -> Fact | None:
    found = sheet.one("own_hours")
    hours = sheet.number("own_hours")
    if found is None or hours is None or "week" not in found.segment.text.lower():
        return None
    return Fact(value=hours, unit="hours", quote=found.segment.text, basis="computed")


def _goals_served(profile: Profile, lower: str, words: Words) -> Fact | None:
    """How many of the owner's goals the offer has words for; None where no goal of a known kind was told."""
    known = words.group("goal")
    goals = [each for each in profile.goals if each.kind in known]
    if not goals:
        return None
    served = sum(bool(known[each.kind].search(lower)) for each in goals)
    return Fact(value=float(served), quote=goals[0].quote, basis="owner")


def _from_means(profile: Profile, lower: str, catalogue: Catalogue, words: Words) -> dict[str, Fact | None]:
    """Whether the owner has a tool of the offered kind, and how many stages ahead the offer is."""
    hits = {
        each.id: sum(len(re.findall(rf"\b{re.escape(word)}", lower)) for word in each.words) for each in catalogue.means
    }
    best = max(hits, key=lambda name: hits[name], default=None)
    if best is None or hits[best] < _SKILLED_MEANS:
        return {"tool_owned_already": None, "stages_ahead": None}
    owned = [each for each in profile.tools if _kind_of(each.name, each.kind, catalogue) == best]
    doubled = bool(owned) and not words.hit("replaces", lower)
    quote = owned[0].quote if owned else None
    return {
        "tool_owned_already": Fact(value=doubled, quote=quote, basis="owner") if profile.tools else None,
        "stages_ahead": _stages_ahead(profile, best, catalogue),
    }


def _stages_ahead(profile: Profile, means_id: str, catalogue: Catalogue) -> Fact | None:
    stage = catalogue.bands.stage_of(profile)
    if stage is None:
        return None
    ahead = STAGES.index(catalogue.way(means_id).stage) - STAGES.index(stage.value)
    return Fact(value=float(ahead), quote=stage.quote, basis="computed")


def _kind_of(name: str, kind: str | None, catalogue: Catalogue) -> str | None:
    if kind:
        return kind
    tool = next((each for each in catalogue.tools if name.lower() in (each.name.lower(), *each.words)), None)
    return tool.kind if tool else None
