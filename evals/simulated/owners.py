"""Who a simulated owner is: the firm, its work and every fact about it, drawn or read from a real owner's text.

Volumes, minutes and shares are drawn from the catalogue's own ranges, so the population "priors" is the firm that the
program expects; "off" is halved or doubled against it; "texts" starts from what real owners wrote.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.random import Generator

from evals.simulated import facts
from evals.simulated.facts import Kind, Prices
from evals.simulated.opening import opening
from evals.simulated.phrases import branches, wordings
from evals.simulated.texts import Told, ToldWork, told_texts

POPULATIONS = ("priors", "off", "texts")
MANNERS = ("plain", "vague", "wrong", "contradictory", "chatty")
COUNTRIES = ("US", "GB", "IE", "DE", "NL", "CA", "AU")
OWN_TEXTS = Path(__file__).parents[1] / "cases" / "reading.jsonl"
FEW_WORKS = 4
# Work that only a firm with staff has.
OF_STAFF = ("rota", "time_sheets", "absences", "payroll_prep", "cv_screening", "staff_onboarding", "job_dispatch")


@dataclass(frozen=True)
class Work:
    """A kind of work of the firm, by its id in processes.yml, and the truth about it."""

    id: str
    facts: Mapping[str, float | bool | str]
    """hours_per_week = items_per_week * minutes_per_item / 60; shares 0 to 1; rule_based 1 is plain rules; money local.

    also_read_as, where there is one: other ids, by spaces, as which the text may rightly be read; quote: the words of
    a real text that tell of it.
    """


@dataclass(frozen=True)
class Owner:
    """A firm, and how its owner talks."""

    id: str
    population: str
    """One of POPULATIONS."""
    manner: str
    """One of MANNERS."""
    opening: str
    """What is said first."""
    firm: Mapping[str, float | bool | str | tuple[str, ...]]
    works: tuple[Work, ...]
    opened: frozenset[str]
    """Facts that the opening tells, as "scope.name", scope "firm" or the work's id; "told": that there is such work."""

    @property
    def told(self) -> tuple[Work, ...]:
        """The works that the opening speaks of; of the others nothing is said unless somebody asks."""
        return tuple(work for work in self.works if f"{work.id}.told" in self.opened)


def owners(count: int, seed: int, knowledge: Path, texts: Sequence[Path]) -> tuple[Owner, ...]:
    """That many owners, a third of each population in turn; owner n of a seed is the same whatever the count."""
    kinds = facts.kinds(knowledge)
    prices = facts.prices(knowledge)
    told = _order(told_texts([path for path in texts if path.is_file()] or [OWN_TEXTS], kinds, knowledge), seed)
    return tuple(_owner(number, seed, (kinds, prices), told) for number in range(count))


def _order(told: tuple[Told, ...], seed: int) -> tuple[Told, ...]:
    """Shuffled by the seed; texts of the half that is kept aside come only after all the others."""
    rng = np.random.default_rng((seed, 1_000_003))
    shuffled = [told[place] for place in rng.permutation(len(told))]
    return tuple(sorted(shuffled, key=lambda one: one.kept_aside))


def _owner(number: int, seed: int, tables: tuple[Mapping[str, Kind], Prices], told: tuple[Told, ...]) -> Owner:
    rng = np.random.default_rng((seed, number))
    population = POPULATIONS[number % 3]
    text = told[number // 3 % len(told)] if population == "texts" else None
    firm, ids = _firm(rng, tables[0], text)
    paper, mess = rng.standard_normal(2)
    works = []
    for work in ids:
        drawn = facts.work_facts(rng, tables[0][work.id], firm, (float(paper), float(mess)))
        if population == "off":
            drawn = _off(rng, drawn)
        drawn = facts.consistent(drawn, work)
        offer = facts.offer(rng, tables[0][work.id], tables[1], float(str(firm["headcount"])))
        also = {"also_read_as": " ".join(work.also)} if work.also else {}
        quote = {"quote": work.quote} if work.quote else {}
        works.append(Work(work.id, drawn | offer | also | quote))
    owner = Owner(
        id=f"{population}-{number:03d}",
        population=population,
        manner=MANNERS[number // 3 % len(MANNERS)],
        opening=text.text if text else "",
        firm=firm,
        works=_plausible(tuple(works), ids, float(str(firm["headcount"]))),
        opened=text.opened if text else frozenset(),
    )
    if text:
        return owner
    said, opened = opening(owner, rng)
    return replace(owner, opening=said, opened=opened)


def _off(rng: Generator, drawn: dict[str, float | bool | str]) -> dict[str, float | bool | str]:
    """Volume, minutes and exceptions halved or doubled, each by its own coin."""
    for name in ("items_per_week", "minutes_per_item", "exception_share"):
        drawn[name] = float(drawn[name]) * (0.5 if rng.random() < 0.5 else 2.0)
    drawn["exception_share"] = min(float(drawn["exception_share"]), 0.95)
    return drawn


def _plausible(works: tuple[Work, ...], told: tuple[ToldWork, ...], headcount: float) -> tuple[Work, ...]:
    """The works within a half of everybody's 38 hours (own guess): what no text tells gets fewer items."""
    total = sum(float(work.facts["hours_per_week"]) for work in works)
    free = [work for work, text in zip(works, told, strict=True) if text.items is None and text.hours is None]
    over = total - 0.5 * 38 * headcount
    loose = sum(float(work.facts["hours_per_week"]) for work in free)
    if over <= 0 or not free:
        return works
    by = max(1 - over / loose, 0.02)
    return tuple(replace(work, facts=_fewer(work.facts, by)) if work in free else work for work in works)


def _fewer(drawn: Mapping[str, float | bool | str], by: float) -> dict[str, float | bool | str]:
    items = float(drawn["items_per_week"]) * by
    return {**drawn, "items_per_week": items, "hours_per_week": items * float(drawn["minutes_per_item"]) / 60}


def _firm(
    rng: Generator, kinds: Mapping[str, Kind], text: Told | None
) -> tuple[dict[str, float | bool | str | tuple[str, ...]], tuple[ToldWork, ...]]:
    """The facts of the firm, and its works with what a text tells of them."""
    trade = str(rng.choice(branches("trades")))
    size = float(wordings()[f"trades/{trade}/size"][0])
    # Firms of one trade differ by a factor of two (own guess), and one in seven is a person alone.
    people = float(np.clip(round(size * math.exp(0.7 * rng.standard_normal())), 1, 250))
    people = 1.0 if rng.random() < 1 / 7 else people
    country = str(rng.choice(COUNTRIES, p=[0.3, 0.25, 0.07, 0.12, 0.08, 0.1, 0.08]))
    if text:
        # Who writes at length and names no number of people has few (own guess).
        people = text.headcount or float(np.clip(round(people * 3 / size), 1, 20))
        country, trade = text.country or country, text.industry or "small firm"
    firm = facts.firm_facts(rng, people, country)
    firm["industry"] = trade
    ids = text.works if text else _works(rng, trade, people, kinds)
    if text:
        told = {"goals": text.goals, "strengths": text.strengths, "tools": text.tools}
        firm |= {name: words for name, words in told.items() if words}
    return firm, ids


def _works(rng: Generator, trade: str, people: float, kinds: Mapping[str, Kind]) -> tuple[ToldWork, ...]:
    """One to four kinds of work of the trade, those that take long more often."""
    fitting = [one for one in wordings()[f"trades/{trade}/works"] if people >= 3 or one not in OF_STAFF]
    number = min(int(rng.choice([1, 2, 3, FEW_WORKS], p=[0.15, 0.5, 0.25, 0.1])), len(fitting))
    weights = np.array([math.sqrt(kinds[one].items[1] * kinds[one].minutes[1]) for one in fitting])
    chosen = rng.choice(len(fitting), size=number, replace=False, p=weights / weights.sum())
    return tuple(ToldWork(fitting[place]) for place in chosen)
