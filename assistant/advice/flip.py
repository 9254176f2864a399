"""At which number the decision changes."""

from __future__ import annotations

from assistant.advice.options import HOUR_WORTH_SHARE, LEAST_HOURS_FREED, Option
from assistant.domain.advice import Estimate, FlipCondition
from assistant.domain.catalogue import Decision
from assistant.domain.facts import FactPath
from assistant.domain.profile import Process, Profile
from assistant.estimates.estimate import EstimateSetting, Glance, glance
from assistant.estimates.flips import nearest_flip, with_changed

FEW_DRAWS = 400


def flips(
    profile: Profile, process: Process, best: Option, decision: Decision, setting: EstimateSetting
) -> tuple[FlipCondition, ...]:
    """The volume (or the hours) at which `best` becomes worth it, or stops being worth it."""
    path, now, unit = _lever(process, best.estimate, setting)
    quick = setting.model_copy(update={"draws": FEW_DRAWS})

    def worth(value: float) -> bool:
        return _worth_it(glance(with_changed(profile, path, value), process.id, best.means.id, quick))

    value = nearest_flip(worth, now)
    if value is None or (decision == "leave it" and value < now):
        return ()
    rises = value > now
    becomes: Decision = "now" if rises else "leave it"
    thing = setting.catalogue.process(process.id).items if path.name == "items_per_week" else "hours"
    text = (
        f"{'Ask again above' if rises else 'Drop it below'} about {_round(value):g} {thing} a week"
        f" ({'now' if _said(process) else 'assumed now'} {_round(now):g})."
    )
    return (
        FlipCondition(path=path, fact=f"{thing} a week", now=now, needed=value, unit=unit, becomes=becomes, text=text),
    )


def _said(process: Process) -> bool:
    """True where the owner said how much there is."""
    return process.hours_per_week is not None or process.items_per_week is not None


def _lever(process: Process, made: Estimate, setting: EstimateSetting) -> tuple[FactPath, float, str]:
    items = process.items_per_week
    if items and items.is_number and process.hours_per_week is None:
        return FactPath(scope=process.id, name="items_per_week"), items.mid, setting.catalogue.process(process.id).items
    return FactPath(scope=process.id, name="hours_per_week"), made.hours_today_per_week.mid or 0.0, "hours"


def _worth_it(made: Glance) -> bool:
    price, enough = made.price_per_freed_hour, made.hours_freed_per_week >= LEAST_HOURS_FREED
    cheap = price is not None and price <= HOUR_WORTH_SHARE * made.loaded_cost_per_hour
    return not made.above_ceiling and enough and cheap


def _round(value: float) -> float:
    return round(value) if value >= 10 else round(value, 1)
