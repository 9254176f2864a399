"""At which number the decision changes."""

from __future__ import annotations

from collections.abc import Callable

from assistant.advice.options import Option
from assistant.domain.advice import Estimate, FlipCondition
from assistant.domain.catalogue import Decision
from assistant.domain.facts import Fact, FactPath
from assistant.domain.profile import Process, Profile
from assistant.estimates.estimate import EstimateSetting, estimate

FEW_DRAWS = 400
STEPS = 9
FARTHEST = 40.0
"""A flip further away than this factor is no use to anybody."""


def flips(
    profile: Profile, process: Process, best: Option, decision: Decision, setting: EstimateSetting
) -> tuple[FlipCondition, ...]:
    """The volume (or the hours) at which `best` becomes worth it, or stops being worth it."""
    path, now, unit = _lever(process, best.estimate, setting)
    quick = setting.model_copy(update={"draws": FEW_DRAWS})

    def worth(value: float) -> bool:
        changed = profile.with_fact(path, Fact(value=value, unit=unit, basis="computed"))
        return _worth_it(estimate(changed, process.id, best.means.id, quick))

    value = _boundary(worth, now)
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


def _worth_it(made: Estimate) -> bool:
    price, hour = made.price_per_freed_hour.mid, made.loaded_cost_per_hour.mid or 0.0
    freed = made.hours_freed_per_week.mid or 0.0
    return not made.above_ceiling and freed >= 0.2 and price is not None and price <= 0.5 * hour


def _boundary(worth: Callable[[float], bool], now: float) -> float | None:
    """The value nearest to `now` at which `worth` changes, by bisection on a rising test; None where it never does."""
    if now <= 0:
        return None
    today = worth(now)
    far = now / FARTHEST if today else now * FARTHEST
    if worth(far) == today:
        return None
    low, high = sorted((now, far))
    for _ in range(STEPS):
        middle = (low * high) ** 0.5
        low, high = (low, middle) if worth(middle) else (middle, high)
    return high


def _round(value: float) -> float:
    return round(value) if value >= 10 else round(value, 1)
