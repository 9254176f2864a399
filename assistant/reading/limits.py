"""Limits that bind: money, spare hours, skill, rules, what an owner will not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain.facts import Fact
from assistant.domain.profile import Constraint, ConstraintKind
from assistant.language import quantities
from assistant.language.matching import Match
from assistant.language.measures import measures
from assistant.reading import figures
from assistant.reading.placing import Placed
from assistant.reading.refusals import refused
from assistant.reading.scene import Scene
from assistant.reading.stance import stance_of

MONTHS_PER_YEAR = 12.0
LEAST_SUM = 100.0
"""Below it a sum of which no word says that it is a purse is none: hours, people and wages are small figures, too."""


def constraints(scene: Scene, placed: Sequence[Placed]) -> tuple[Constraint, ...]:
    """All limits told, those with an amount first."""
    found = [*_budgets(scene, placed), *_spare_hours(scene, placed), *_skill(scene), *_rules(scene)]
    return tuple(found)


def _budgets(scene: Scene, placed: Sequence[Placed]) -> Iterator[Constraint]:
    """What may be spent in the first year; a monthly sum counts twelve times."""
    for each in placed:
        mention = each.mention
        clause = scene.clause(mention.start)
        named = mention.kind == "money" and scene.has("budget", clause) and not scene.has("wage", clause)
        sizable = mention.low >= LEAST_SUM or (mention.kind == "money" and mention.per == "month")
        if not named and not (each.role == "budget" and sizable and mention.kind in ("money", "number")):
            continue
        if stance_of(scene, mention.start, mention.end) in ("other firm", "vendor", "denied"):
            continue
        yearly = quantities.scaled(mention.value, MONTHS_PER_YEAR) if mention.per == "month" else mention.value
        quote = scene.quote(mention.start, mention.end)
        yield Constraint(kind="budget", text=quote, amount=figures.fact_of(mention, yearly, mention.unit), quote=quote)
        return


def _spare_hours(scene: Scene, placed: Sequence[Placed]) -> Iterator[Constraint]:
    """Hours a week for making changes; none where the owner has no time at all."""
    for each in placed:
        mention = each.mention
        clause = scene.clause(mention.start)
        timed = mention.kind == "duration" and mention.unit in ("hours", "minutes", "days", "evenings", "mornings")
        if not timed or not (scene.has("spare_time", clause) or each.role == "spare"):
            continue
        weekly = quantities.to_hours_a_week(mention.value, mention.unit, mention.per or "week")
        if weekly is not None:
            quote = scene.quote(mention.start, mention.end)
            yield Constraint(
                kind="time", text=quote, amount=figures.fact_of(mention, weekly, "hours a week"), quote=quote
            )
            return
    for match in scene.cues.get("no_spare_time", ()):
        if stance_of(scene, match.start, match.end) == "fact":
            quote = scene.quote(match.start, match.end)
            yield Constraint(kind="time", text=quote, quote=quote)
            return


def _skill(scene: Scene) -> Iterator[Constraint]:
    """How much the team likes tools: 0 not at all, 2 well; 3 would be a developer."""
    for cue, level in (("skill_low", 0.0), ("skill_high", 2.0)):
        for match in scene.cues.get(cue, ()):
            if stance_of(scene, match.start, match.end) in ("fact", "denied", "past"):
                quote = scene.quote(match.start, match.end)
                amount = Fact(value=level, unit="level", quote=quote)
                yield Constraint(kind="skill", text=quote, amount=amount, quote=quote)
                return


def _rules(scene: Scene) -> Iterator[Constraint]:
    """Laws and what the owner refuses or insists on, one a clause."""
    kinds: tuple[tuple[str, ConstraintKind], ...] = (("rule_limit", "rule"), ("preference", "preference"))
    for cue, kind in kinds:
        seen: set[int] = set()
        for match in (*scene.cues.get(cue, ()), *(_growth_refused(scene) if kind == "preference" else ())):
            clause = scene.clause(match.start)
            if clause.start in seen or stance_of(scene, match.start, match.start) in ("other firm", "vendor"):
                continue
            seen.add(clause.start)
            quote = scene.quote(match.start, match.end)
            amount = next(
                (
                    figures.fact_of(each, each.value, each.unit)
                    for each in scene.figures(clause)
                    if (each.kind == "money" or each.unit in measures().seconds_of)
                ),
                None,
            )
            yield Constraint(kind=kind, text=quote, amount=amount, quote=quote)


def _growth_refused(scene: Scene) -> Iterator[Match]:
    """Words of growth in a clause that refuses it: no bigger; I don't need any more customers."""
    for match in scene.cues.get("goal_kinds.growth", ()):
        if refused(scene.clause(match.start).text) is not None:
            yield match
