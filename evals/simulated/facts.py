"""Facts of a firm and of its work, drawn from the ranges of the catalogue and from the guesses told beside each."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from numpy.random import Generator

from evals.simulated.figures import nice
from evals.simulated.phrases import branches, wordings
from evals.simulated.texts import ToldWork

Triple = tuple[float, float, float]
Facts = dict[str, float | bool | str]
Prices = Mapping[str, tuple[float, float, float]]
NORMAL_P90 = 1.2816  # how many standard deviations P10 and P90 lie from the middle
OUTERMOST = 2.3  # a draw lies between about P1 and P99
MONTHS = 4.33  # weeks a month


@dataclass(frozen=True)
class Kind:
    """The ranges of a kind of work, each P10, P50 and P90; items are those of a firm of ten."""

    id: str
    minutes: Triple
    items: Triple
    exceptions: Triple
    judgement: Triple
    digital: Triple
    means: tuple[str, ...]


@cache
def kinds(knowledge: Path) -> Mapping[str, Kind]:
    """The kinds of work of processes.yml by their id."""
    table = yaml.safe_load((knowledge / "vocabulary" / "processes.yml").read_text(encoding="utf-8"))
    return {
        row["id"]: Kind(
            row["id"],
            tuple(row["minutes_per_item"]),
            tuple(row["items_per_week"]),
            tuple(row["exception_share"]),
            tuple(row["judgement_share"]),
            tuple(row["digital_input_share"]),
            tuple(one for one in row["means"] if f"means/{one}" in wordings()),
        )
        for row in table["processes"]
    }


@cache
def prices(knowledge: Path) -> Prices:
    """By means: the middle price once, a month, and a month for each person."""
    table = yaml.safe_load((knowledge / "vocabulary" / "means.yml").read_text(encoding="utf-8"))
    names = ("setup_cost", "cost_per_month", "cost_per_person_month")
    return {row["id"]: (row[names[0]][1], row[names[1]][1], row[names[2]][1]) for row in table["means"]}


def work_facts(
    rng: Generator, kind: Kind, firm: Mapping[str, float | bool | str | tuple[str, ...]], leaning: tuple[float, float]
) -> Facts:
    """Every fact of a work; leaning: how much on paper and how messy the whole firm is, standard normal."""
    people, pay = float(str(firm["headcount"])), _pay(str(firm["country"]))
    paper, mess = (0.6 * lean + 0.8 * float(rng.standard_normal()) for lean in leaning)  # a third is the firm's (guess)
    # Ranges are for a firm of ten, and work grows slower than people.
    items = max(_size(rng.standard_normal(), kind.items) * (people / 10) ** 0.7, 1 / 52)
    minutes = _size(rng.standard_normal(), kind.minutes)
    doer = _doer(rng, people)
    others = doer != "owner" and people >= 3
    # Owners count their own hour half as much again; a fifth comes on top of pay for tax and insurance (own guesses).
    wage = pay * (1.8 if doer == "owner" else 1.2) * math.exp(0.2 * rng.standard_normal())
    return {
        "items_per_week": items,
        "minutes_per_item": minutes,
        "hours_per_week": items * minutes / 60,
        "exception_share": _share(0.6 * mess + 0.8 * rng.standard_normal(), kind.exceptions),
        "digital_input": _share(-paper, kind.digital),
        "rule_based": 1 - _share(0.5 * mess + 0.87 * rng.standard_normal(), kind.judgement),
        # The shares below are own guesses; messy work is rarely written down and lacks more of what a tool needs.
        "stable": bool(rng.random() < 0.85),
        "documented": bool(rng.random() < 1 / (1 + math.exp(0.4 + 1.1 * mess))),
        "needed": bool(rng.random() >= 0.04),
        "doer": doer,
        "freed_hours_use": _use(rng, doer),
        "wage_per_hour": float(np.clip(wage, 8, 80)),
        "posts_expected_to_go": bool(others and rng.random() < 0.05),
        "staff_told": bool(rng.random() < 0.4),
        "doers_asked": bool(not others or rng.random() < 0.4),
        "prerequisite_met": bool(rng.random() < 1 / (1 + math.exp(0.6 * mess))),
        "minutes_to_person": float(rng.choice([1, 2, 5, 10, 30, 60, 240, 1440])),
        "consent": bool(rng.random() < 0.6),
        "data_terms": bool(rng.random() < 0.5),
    }


def consistent(drawn: Facts, told: ToldWork) -> Facts:
    """The draw with what a text tells put in its place: told hours stand, and items times minutes make them."""
    items, minutes, hours = told.items, told.minutes, told.hours
    if hours is not None and items is None:
        minutes = minutes or float(drawn["minutes_per_item"])
        items = hours * 60 / minutes
    elif hours is not None and items is not None:
        minutes = hours * 60 / items
    items, minutes = items or float(drawn["items_per_week"]), minutes or float(drawn["minutes_per_item"])
    # Without told items, a job told as very long comes seldom: half a week of one person at most (own guess).
    if told.items is None and hours is None:
        items = min(items, max(60 * 20 / minutes, 1 / 52)) if told.minutes else items
    by = {"doer": told.doer} if told.doer else {}
    worked = {"items_per_week": items, "minutes_per_item": minutes, "hours_per_week": items * minutes / 60}
    return {**drawn, **worked, **by}


def offer(rng: Generator, kind: Kind, price: Prices, people: float) -> Facts:
    """The offer that about one in seven has in mind: what, and its price once and a month; empty for the others."""
    if not kind.means or rng.random() >= 0.16:
        return {}
    means = str(rng.choice(kind.means))
    once, month, person = price[means]
    spread = math.exp(0.5 * rng.standard_normal())  # offers lie around list prices by a factor (own guess)
    monthly = max(round((month + person * min(people, 10)) * spread), 19)
    setup = round(once * spread / 10) * 10 if rng.random() < 0.6 else 0
    return {"wanted_means": means, "offer_per_month": float(monthly), "offer_once": float(setup)}


def firm_facts(rng: Generator, people: float, country: str) -> dict[str, float | bool | str | tuple[str, ...]]:
    """The facts of the firm but for its trade; sizes are own guesses, money local."""
    budget = 0.0 if rng.random() < 0.08 else nice(400 * people**0.6 * math.exp(0.9 * rng.standard_normal()))
    spare = 0.0 if rng.random() < 0.12 else 2.2 * people**0.15 * math.exp(0.6 * rng.standard_normal())
    return {
        "headcount": people,
        "country": country,
        "goals": _words(rng, "goals", 1 + int(rng.random() < 0.35)),
        "strengths": _words(rng, "strengths", 1 + int(rng.random() < 0.3)),
        "spare_hours_per_week": float(np.clip(round(spare * 2) / 2, 0, 10)),
        "budget_first_year": budget,
        "tools": _tools(rng),
        "own_accounts": bool(rng.random() < 0.35),
        "free_cash": nice(5000 * people**0.8 * math.exp(1.0 * rng.standard_normal())),
    }


def _use(rng: Generator, doer: str) -> str:
    """A use of the freed hours; what only the owner can do is no use of somebody else's."""
    use = _words(rng, "uses", 1)[0]
    while doer != "owner" and re.search(r"\b(my|I)\b", use):
        use = _words(rng, "uses", 1)[0]
    return use


def _tools(rng: Generator) -> tuple[str, ...]:
    """None for one in eight, else one to four, of them one in six that the program cannot know."""
    if rng.random() < 1 / 8:
        return ()
    drawn = []
    for _ in range(int(rng.integers(1, 5))):
        group = str(rng.choice(["common", "known", "other"], p=[0.5, 0.33, 0.17]))
        drawn.append(str(rng.choice(wordings()[f"tools/{group}"])))
    return tuple(dict.fromkeys(drawn))


def _words(rng: Generator, path: str, number: int) -> tuple[str, ...]:
    groups = branches(path)
    chosen = [str(rng.choice(wordings()[f"{path}/{groups[rng.integers(len(groups))]}"])) for _ in range(number)]
    return tuple(dict.fromkeys(chosen))


def _doer(rng: Generator, people: float) -> str:
    if people == 1:
        return "owner"
    own = 0.45 if people < 10 else 0.12 if people < 50 else 0.02
    return str(rng.choice(["owner", "shared", "staff"], p=[own, 0.2, 0.8 - own]))


def _pay(country: str) -> float:
    known = wordings().get(f"countries/{country}/pay")
    return float(known[0]) if known else 18.0  # elsewhere: a middling European wage (own guess)


def _size(z: float, triple: Triple) -> float:
    """A draw from a lognormal with two sides by its P10, P50 and P90."""
    low, middle, high = triple
    z = float(np.clip(z, -OUTERMOST, OUTERMOST))
    return middle * math.exp(z / NORMAL_P90 * math.log(high / middle if z > 0 else middle / low))


def _share(z: float, triple: Triple) -> float:
    """A draw from a normal with two sides by its P10, P50 and P90, kept within 0 and 1."""
    low, middle, high = triple
    z = float(np.clip(z, -OUTERMOST, OUTERMOST))
    return float(np.clip(middle + (high - middle if z > 0 else middle - low) * z / NORMAL_P90, 0, 1))
