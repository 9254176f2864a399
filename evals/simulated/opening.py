"""What an owner says first: trade, people, the work that hurts, and now and then a figure, a goal or an offer."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from numpy.random import Generator

from evals.simulated import figures
from evals.simulated.belief import believed
from evals.simulated.phrases import fill, join, pick, region, upper, wordings
from evals.simulated.speech import typed

if TYPE_CHECKING:
    from evals.simulated.owners import Owner, Work

SHORTEST, LONGEST = 25, 90  # words
Part = tuple[str, frozenset[str]]
"""A piece of the opening, and the facts that it tells."""


def opening(owner: Owner, rng: Generator) -> tuple[str, frozenset[str]]:
    """The first message, of 25 to 90 words, and the facts that it tells."""
    whose = region(str(owner.firm["country"]))
    main, *rest = sorted(owner.works, key=lambda work: -float(work.facts["hours_per_week"]))
    needed = [_intro(owner, rng, whose), _first(owner, main, rng, whose)]
    extra = [part for part in _extras(owner, main, rest, (rng, whose)) if part]
    spoken = needed + extra
    while _length(spoken) > LONGEST and len(spoken) > len(needed):
        spoken.pop()
    for more in (_goal, _strength, _close, _close, _close):
        if _length(spoken) < SHORTEST:
            spoken.append(more(owner, rng, whose))
    text = " ".join(dict.fromkeys(words for words, _ in spoken))
    return typed(text, owner.id, rng), frozenset().union(*(facts for _, facts in spoken))


def price(work: Work, sign: str, rng: Generator, whose: str) -> str:
    """The price of the offer as said: once and a month, or a month alone."""
    once, month = float(work.facts["offer_once"]), float(work.facts["offer_per_month"])
    said = {"once": figures.money(once, sign, rng, exact=True), "month": figures.money(month, sign, rng, exact=True)}
    template = pick(rng, f"answers/price/{'both' if once else 'month'}", whose)
    return template.replace("{once}", said["once"]).replace("{month}", said["month"])


def short(work: str, rng: Generator, whose: str) -> str:
    """The work in the owner's words, half a line."""
    return pick(rng, f"works/{work}/short", whose)


def sign(country: str) -> str:
    """The currency's sign."""
    return wordings().get(
        f"countries/{country}/sign", ("€" if country in ("FR", "ES", "IT", "AT", "BE", "PT") else "",)
    )[0]


def _length(parts: list[Part]) -> int:
    return sum(len(words.split()) for words, _ in parts)


def _intro(owner: Owner, rng: Generator, whose: str) -> Part:
    firm = owner.firm
    people = int(float(str(firm["headcount"])))
    crew = pick(rng, "opening/alone" if people == 1 else "opening/team", whose)
    said = figures.people(people, rng)
    crew = crew.replace("{n}", said).replace("{less}", figures.people(people - 1, rng) if people != 2 else "one")
    crew = crew.replace("one others", "one other")
    values = {
        "trade": pick(rng, f"trades/{firm['industry']}/words", whose),
        "place": pick(rng, f"countries/{firm['country']}/places", whose),
        "people": crew,
    }
    told = frozenset(f"firm.{name}" for name in ("industry", "country", "headcount", "processes"))
    intro = fill(pick(rng, "opening/intro", whose), values)
    return re.sub(r"\b(in|from) (near|just outside|outside)\b", r"\2", intro), told


def _first(owner: Owner, work: Work, rng: Generator, whose: str) -> Part:
    words = _tell(work, rng, whose, "opening/first")
    way, told = rng.random(), {f"{work.id}.told"}
    if way < 0.4:  # figures are in a little over half of the openings, hours before counts (own guess)
        name, value = "hours", float(_truth(owner, work, "hours_per_week"))
        words += " " + fill(pick(rng, f"opening/{name}", whose), {"n": figures.hours(value, rng)})
        told.add(f"{work.id}.hours_per_week")
    if way > 0.25 and way < 0.6:
        value = float(_truth(owner, work, "items_per_week"))
        noun = pick(rng, f"works/{work.id}/items", whose)
        words += " " + fill(pick(rng, "opening/items", whose), {"n": figures.count(value, rng, noun)})
        told.add(f"{work.id}.items_per_week")
    return words, frozenset(told)


def _extras(owner: Owner, main: Work, rest: list[Work], how: tuple[Generator, str]) -> list[Part | None]:
    """What may follow, in order of what is dropped last; the shares are own guesses."""
    rng, whose = how
    offered = [work for work in owner.works if "wanted_means" in work.facts]
    chances: list[tuple[float, Callable[[], Part]]] = [
        (0.7 if rest else 0, lambda: (_tell(rest[0], rng, whose, "opening/second"), frozenset({f"{rest[0].id}.told"}))),
        (0.5 if offered else 0, lambda: _offer(owner, offered[0], rng, whose)),
        (0.5, lambda: _goal(owner, rng, whose)),
        (0.25, lambda: _tools(owner, rng, whose)),
        (0.25, lambda: _strength(owner, rng, whose)),
        (0.5, lambda: _close(owner, rng, whose)),
    ]
    return [part() if rng.random() < chance else None for chance, part in chances]


def _truth(owner: Owner, work: Work, name: str) -> float:
    truth = float(work.facts[name])
    return float(str(believed(owner.id, work.id, name, truth))) if owner.manner == "wrong" else truth


def _tell(work: Work, rng: Generator, whose: str, path: str) -> str:
    tell = pick(rng, f"works/{work.id}/tells", whose)
    return fill(pick(rng, path, whose), {"tell": tell, "it": short(work.id, rng, whose)})


def _offer(owner: Owner, work: Work, rng: Generator, whose: str) -> Part:
    values = {
        "means": pick(rng, f"means/{work.facts['wanted_means']}", whose),
        "price": price(work, sign(str(owner.firm["country"])), rng, whose),
    }
    told = frozenset(f"{work.id}.{name}" for name in ("told", "wanted_means", "offer_per_month", "offer_once"))
    text = fill(pick(rng, "opening/offer", whose), values)
    return f"{upper(short(work.id, rng, whose))}: {text[:1].lower() + text[1:] if text[:2] != 'I ' else text}", told


def _goal(owner: Owner, rng: Generator, whose: str) -> Part:
    goals = owner.firm["goals"]
    assert isinstance(goals, tuple)
    return fill(pick(rng, "opening/goal", whose), {"goal": " and ".join(goals)}), frozenset({"firm.goals"})


def _strength(owner: Owner, rng: Generator, whose: str) -> Part:
    strengths = owner.firm["strengths"]
    assert isinstance(strengths, tuple)
    said = fill(pick(rng, "opening/strength", whose), {"strength": " and ".join(strengths)})
    return said, frozenset({"firm.strengths"})


def _tools(owner: Owner, rng: Generator, whose: str) -> Part:
    tools = owner.firm["tools"]
    assert isinstance(tools, tuple)
    if not tools:
        return _close(owner, rng, whose)
    return fill(pick(rng, "opening/tools", whose), {"tools": join(tools)}), frozenset({"firm.tools"})


def _close(owner: Owner, rng: Generator, whose: str) -> Part:
    return pick(rng, "opening/close", whose), frozenset()
