"""Invented firms -> ranges: how often what happens lies inside P10 to P90, and whether the width is well spent."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.catalogue import Catalogue, load_catalogue
from assistant.domain.advice import AllTold, Estimate
from assistant.domain.catalogue import Spread
from assistant.domain.facts import Fact, Range
from assistant.domain.profile import Business, Process, Profile
from assistant.estimates.estimate import EstimateSetting, estimate
from assistant.estimates.outlook import outlook
from assistant.estimates.priors import load_priors
from evals.casebook import attempt
from evals.measure import Measure
from evals.score import Mark, Score, passed, share
from evals.suite import Suite, Workplace
from evals.synthetic import MONTHS, Firm, firms

COUNT, SEED = 200, 20261122
LEVEL = 0.8
"""The share of truths that a range from P10 to P90 promises to hold."""
SHARE = 0.5
"""The plain rival: the middle, half of it less to half of it more."""
PLACES = {
    "supplier invoices": ("bill_entry", "capture"),
    "quotes": ("quoting_standard", "form"),
    "appointment reminders": ("appointment_reminders", "remind"),
    "bookings by phone": ("appointment_booking", "booking"),
    "orders typed in": ("online_orders", "nocode"),
    "timesheets": ("time_sheets", "rota"),
    "customer e-mails": ("email_enquiries", "llm"),
    "questions on the website": ("social_messages", "bot"),
    "late payments": ("payment_chasing", "remind"),
    "stock and reorders": ("reordering", "pos"),
    "weekly reports": ("management_report", "report"),
    "staff rota": ("rota", "rota"),
}
"""Each invented work and its tool, and the nearest of the means that the catalogue lists for that kind of work."""

RESULTS = {
    "hours": "hours freed a week in the second year",
    "first_year": "outside cost of the first year",
    "three_years": "outside cost of three years",
}


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every firm; money in the catalogue's neutral unit, so that no currency outweighs another."""
    knowledge = place.settings.knowledge()
    setting = EstimateSetting(
        catalogue=load_catalogue(knowledge),
        priors=load_priors(knowledge),
        draws=place.settings.draws,
        seed=place.settings.seed,
    )
    for number, firm in place.some(tuple(enumerate(firms(COUNT, SEED)))):
        case = f"firm-{number:03}"
        made = attempt(estimated, firm, setting)
        yield Mark("without_error", case, None, passed(not made.error, made.error))
        if made.result is not None:
            yield from marks(case, firm, *made.result, 1 / rate_of(firm, setting.catalogue))


def marks(case: str, firm: Firm, made: Estimate, told: AllTold, rate: float) -> Iterator[Mark]:
    """The marks of one firm: what was to be expected, all told, and what was promised as long as the tool is in use.

    `rate` turns its money into the neutral unit.
    """
    truth = firm.truth
    pairs = {
        "hours": (ends(told.hours_freed_per_week), truth.hours_freed_per_week, 1.0),
        "first_year": (ends(told.cost_first_year), truth.cost_first_year, rate),
        "three_years": (ends(told.total_cost), truth.cost_three_years, rate),
    }
    in_use = {
        "hours": made.hours_freed_per_week,
        "first_year": made.cost_first_year,
        "three_years": made.total_cost,
    }
    held = 0
    for name, ((low, mid, high), true, unit) in pairs.items():
        inside = low <= true <= high
        held += inside
        why = f"{firm.work}: {true:.1f} is not in {low:.1f} to {high:.1f} (middle {mid:.1f})"
        yield Mark(f"inside_{name}", case, None, passed(inside, why))
        yield Mark(f"outside_{name}", case, None, Score(float(not inside)))
        if truth.dropped_in_month is None or truth.dropped_in_month > MONTHS:
            least, _, most = ends(in_use[name])
            yield Mark(f"inside_{name}_kept", case, None, passed(least <= true <= most))
        rival = interval_score(mid - SHARE * abs(mid), mid + SHARE * abs(mid), true)
        yield Mark(f"interval_{name}", case, None, _over(interval_score(low, high, true), rival, unit))
        if name == "hours":
            yield Mark("bias_hours", case, None, Score(mid - true))
        else:
            yield Mark(f"bias_{name}", case, None, _over(mid - true, true, unit))
    yield Mark("inside_all", case, None, share(held, len(pairs)))
    yield Mark("outside_all", case, None, share(len(pairs) - held, len(pairs)))


def interval_score(low: float, high: float, true: float, level: float = LEVEL) -> float:
    """Width of a range plus what it costs to miss: 2 / (1 - level) times the distance (Gneiting & Raftery 2007).

    >>> [round(interval_score(2, 6, true), 6) for true in (3, 1, 6.5)]
    [4.0, 14.0, 9.0]
    """
    return (high - low) + 2 / (1 - level) * (max(low - true, 0.0) + max(true - high, 0.0))


def estimated(firm: Firm, setting: EstimateSetting) -> tuple[Estimate, AllTold]:
    """The product's estimate from what the owner says alone, and what it expects all told."""
    process_id, means_id = PLACES[firm.work]
    profile = profile_of(firm, setting.catalogue.process(process_id).name)
    told = outlook(profile, process_id, means_id, setting).all_told
    if told is None:
        raise ValueError(f"{means_id} has no end")
    return estimate(profile, process_id, means_id, setting), told


def profile_of(firm: Firm, name: str) -> Profile:
    """What the owner says as facts."""
    alone = firm.doer != "team"
    work = Process(
        id=PLACES[firm.work][0],
        name=name,
        items_per_week=_said(firm.items_per_week, "items/week"),
        minutes_per_item=_said(firm.minutes_per_item, "minutes"),
        hours_per_week=_said(firm.hours_per_week, "h/week"),
        exception_share=_said(firm.exception_share, "share"),
        wage_per_hour=_said(firm.wage_per_hour, "money/hour"),
        people=_said(1, "people") if alone else None,
        doer=Fact(value="owner") if firm.doer == "owner" else None,
        wanted_means=Fact(value=PLACES[firm.work][1]),
        offer_once=_said(firm.setup_price, "money"),
        offer_per_month=_said(firm.monthly_price, "money/month"),
    )
    business = Business(country=Fact(value=firm.country), headcount=_said(firm.people, "people"))
    return Profile(business=business, processes=(work,))


def rate_of(firm: Firm, catalogue: Catalogue) -> float:
    """Local money for one neutral unit."""
    country = catalogue.country(firm.country)
    return country.money_per_neutral if country else 1.0


def ends(found: Range | None) -> Spread:
    """P10, P50 and P90; ValueError where one is missing."""
    if found is None or found.low is None or found.mid is None or found.high is None:
        raise ValueError(f"a range without an end: {found}")
    return found.low, found.mid, found.high


def _said(value: float | None, unit: str) -> Fact | None:
    return None if value is None else Fact(value=float(value), unit=unit)


def _over(value: float, of: float, unit: float) -> Score:
    """A part of a ratio of sums: weighted by what it is divided by, its mean over firms is that ratio."""
    return Score(value / of, weight=of * unit) if of else Score(0.0, weight=0.0)


def _measures() -> Iterator[Measure]:
    """Too narrow and too wide are both wrong, so neither share is held against a baseline: only against its bar."""
    yield Measure("without_error", "firms without an error", bar=1.0)
    for name, what in {**RESULTS, "all": "all three"}.items():
        yield Measure(f"inside_{name}", f"truths inside P10 to P90 ({what}); 0.8 is promised", 0.7, "neither")
        yield Measure(f"outside_{name}", f"truths outside; less than a tenth is too wide ({what})", 0.1, "neither")
    for name, what in RESULTS.items():
        kept = f"of those that kept the tool for three years, inside what was promised for that ({what})"
        yield Measure(f"inside_{name}_kept", kept, better="neither")
        yield Measure(
            f"interval_{name}",
            f"interval score over that of the middle ± 50 % ({what}; Gneiting & Raftery 2007)",
            bar=1.0,
            better="lower",
            unit="x",
        )
    yield Measure("bias_hours", f"middle less truth ({RESULTS['hours']})", better="neither", unit="h/week")
    for name in ("first_year", "three_years"):
        told = f"sum of middle less truth, over the sum of truths ({RESULTS[name]})"
        yield Measure(f"bias_{name}", told, better="neither")


CALIBRATION = Suite(
    name="calibration",
    about=f"{COUNT} invented firms: what the owner says -> ranges, against three years drawn (evals/synthetic.py)",
    run=run,
    measures=tuple(_measures()),
)
