"""Real cases of automation, one by one: what the estimates say beforehand, beside what was told afterwards.

No pass mark: a case is told because it went well, as a rule by who sold it, and an honest range may miss it. What a
seller tells stands apart. The ranges are those of a means in use, for so are the cases when they are told. The cases
were known when our tables were written, so none of them is unseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.catalogue import load_catalogue
from assistant.domain.catalogue import Spread
from assistant.domain.facts import Fact
from assistant.domain.profile import Process, Profile
from assistant.errors import BadInput
from assistant.estimates.estimate import EstimateSetting, estimate
from assistant.estimates.priors import load_priors
from evals.casebook import Attempt, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, Score, passed
from evals.suite import Suite, Table, Workplace
from evals.suites.calibration import ends
from evals.suites.case_readings import LEFT_OUT, READINGS, Reading
from evals.table import figure

PLACE = "cases/cases.jsonl"
SELLER = "_seller_told"
HEADS = ("case", "told by", "work", "means", "what", "P10", "P50", "P90", "actual", "inside")
UNITS = {
    "items_per_week": "items/week",
    "minutes_per_item": "minutes",
    "hours_per_week": "h/week",
    "error_rate": "share",
}
WEEKS = 52.0
"""Weeks in the year of a share, which they do not change."""


class RealCase(Case):
    """A stored case: its figures by name, and how good its evidence is."""

    numbers: dict[str, float | tuple[float, float] | str]
    evidence: str

    @property
    def is_seller_told(self) -> bool:
        """True where a seller or its agency is the source."""
        return "vendor" in self.evidence.lower()


@dataclass(frozen=True)
class Held:
    """The range of one outcome, and what was told to have happened."""

    spread: Spread
    actual: float

    @property
    def is_inside(self) -> bool:
        """True where what happened lies between P10 and P90."""
        low, _, high = self.spread
        return low <= self.actual <= high


@dataclass(frozen=True)
class Line:
    """One outcome of one case, put to the estimates."""

    case: RealCase
    reading: Reading
    found: Attempt[Held]


def run(place: Workplace) -> Iterator[Mark]:
    """Whether each outcome lies inside its range, and how far from the middle."""
    for line in lines(place):
        yield from marks(line)


def lines(place: Workplace) -> Iterator[Line]:
    """Every reading with what the estimates say; BadInput where its case is not in the file."""
    path, knowledge = place.shared(PLACE), place.settings.knowledge()
    cases = {each.id: each for each in load(path, RealCase)}
    setting = EstimateSetting(
        catalogue=load_catalogue(knowledge),
        priors=load_priors(knowledge),
        draws=place.settings.draws,
        seed=place.settings.seed,
    )
    for reading in place.some(READINGS):
        case = cases.get(reading.case)
        if case is None:
            raise BadInput(f"{path}: no case {reading.case!r}; put it back, or mend evals/suites/case_readings.py")
        yield Line(case, reading, attempt(held, reading, case, setting))


def held(reading: Reading, case: RealCase, setting: EstimateSetting) -> Held:
    """What the product says before it knows the outcome, and the outcome."""
    single = {key: value for key, value in case.numbers.items() if isinstance(value, float)}
    return Held(estimated(reading, case, setting), reading.actual(single))


def estimated(reading: Reading, case: RealCase, setting: EstimateSetting) -> Spread:
    """P10, P50 and P90 of the outcome.

    A share of mistakes is read off the ledger of mistakes: cash saved over cash lost, with one unit of money for each.
    """
    profile = profile_of(reading, case, setting.catalogue.process(reading.process_id).name)
    made = estimate(profile, reading.process_id, reading.means_id, setting)
    if reading.outcome == "share of mistakes avoided":
        rate = profile.processes[0].error_rate
        lost = WEEKS * (rate.mid if rate else 0.0)
        low, mid, high = ends(made.cash_per_year)
        return low / lost, mid / lost, high / lost
    return ends(
        {
            "hours freed a week": made.hours_freed_per_week,
            "hours it takes today, a week": made.hours_today_per_week,
            "own hours to set it up": made.setup_hours,
        }[reading.outcome]
    )


def profile_of(reading: Reading, case: RealCase, name: str) -> Profile:
    """What is told beforehand, as facts.

    Where the outcome is a share of mistakes, the work is one item a week that costs one unit of money if it goes wrong,
    all of it exact: only the share counts.
    """
    facts: dict[str, Fact] = {
        told.slot: _fact(case.numbers[told.key], told.factor, UNITS[told.slot]) for told in reading.told
    }
    if reading.outcome == "share of mistakes avoided":
        share = facts["error_rate"].mid
        facts |= {
            "items_per_week": Fact(value=(1.0, 1.0), unit="items/week"),
            "active_weeks": Fact(value=WEEKS, unit="weeks/year"),
            "cash_per_error": Fact(value=(1.0, 1.0), unit="money"),
            "error_rate": Fact(value=(share, share), unit="share"),
        }
    if reading.alone:
        facts["doer"] = Fact(value="owner")
    return Profile(processes=(Process.model_validate({"id": reading.process_id, "name": name, **facts}),))


def marks(line: Line) -> Iterator[Mark]:
    """The marks of one outcome; one that could not be estimated is not inside."""
    apart = SELLER if line.case.is_seller_told else ""
    found, name = line.found.result, f"{line.case.id} {line.reading.outcome}"
    if found is None:
        yield Mark(f"inside{apart}", name, None, passed(False, line.found.error))
        return
    low, mid, high = (figure(each) for each in found.spread)
    why = f"{figure(found.actual)} is not in {low} to {high} (middle {mid})"
    yield Mark(f"inside{apart}", name, None, passed(found.is_inside, why))
    if found.spread[1] > 0:
        yield Mark(f"actual_to_middle{apart}", name, None, Score(found.actual / found.spread[1]))


def one_by_one(place: Workplace) -> Table:
    """Each outcome in a line of its own."""
    return Table(HEADS, tuple(_cells(line) for line in lines(place)))


def _cells(line: Line) -> tuple[str, ...]:
    reading, found = line.reading, line.found.result
    told_by = "seller" if line.case.is_seller_told else "others"
    said = (line.case.id, told_by, reading.process_id, reading.means_id, reading.outcome)
    if found is None:
        return (*said, "", "", "", "", line.found.error)
    return (
        *said,
        *(figure(each) for each in found.spread),
        figure(found.actual),
        "yes" if found.is_inside else "above" if found.actual > found.spread[2] else "below",
    )


def left_out(place: Workplace) -> tuple[str, ...]:
    """The cases that no estimate can be held to, and why."""
    return tuple(f"{', '.join(each.cases)}: {each.why}" for each in LEFT_OUT)


def _fact(told: float | tuple[float, float] | str, factor: float, unit: str) -> Fact:
    if isinstance(told, str):
        raise BadInput(f"{told!r} is no figure; read another one in evals/suites/case_readings.py")
    value = (told[0] * factor, told[1] * factor) if isinstance(told, tuple) else told * factor
    return Fact(value=value, unit=unit)


def _measures() -> Iterator[Measure]:
    for apart, who in (("", "not told by a seller"), (SELLER, "told by a seller")):
        yield Measure(f"inside{apart}", f"outcomes inside P10 to P90 ({who})", better="neither")
        told = f"what was told over the middle of the range; half lie below ({who})"
        yield Measure(f"actual_to_middle{apart}", told, better="neither", statistic="p50", unit="x")


CASES = Suite(
    name="cases",
    about="real cases, known to who wrote our tables -> ranges, one by one, without a pass mark (public data: cases)",
    run=run,
    needs=PLACE,
    left_out=left_out,
    one_by_one=one_by_one,
    measures=tuple(_measures()),
)
