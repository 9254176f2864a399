"""What an owner answers who is asked which kind of work some words mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from numpy.random import Generator

from evals.simulated.opening import short
from evals.simulated.phrases import fill, pick, wordings

if TYPE_CHECKING:
    from evals.simulated.owners import Owner, Work

CATALOGUE = Path(__file__).parents[2] / "knowledge" / "vocabulary" / "processes.yml"
SHARED = 0.7
"""Share of the words asked about that must stand in what the owner told of a piece of work."""
PICKED = 0.7
"""Share of the owners who take a fitting quick reply; the others say it in their own words (own guess)."""


def said_of_kind(owner: Owner, text: str, choices: tuple[str, ...], how: tuple[Generator, str]) -> str:
    """The answer to a question that quotes the owner: the kind that was meant, if it is offered."""
    rng, whose = how
    quoted = re.search(r"“(.+?)”", text)
    work = meant(owner, quoted.group(1)) if quoted else None
    if work is None:
        return pick(rng, "kind_of_work/none", whose)
    fitting = [each for each in (_names()[kind] for kind in readings(work)) if each in choices]
    if fitting and rng.random() < PICKED:
        return fitting[0]
    path = "kind_of_work/own" if fitting else "kind_of_work/other"
    return fill(pick(rng, path, whose), {"it": short(work.id, rng, whose)})


def meant(owner: Owner, words: str) -> Work | None:
    """The work that the words were said of; None where they were said of none."""
    shares = {work.id: max((_share(words, told) for told in _told(work)), default=0.0) for work in owner.works}
    best = max(owner.works, key=lambda work: shares[work.id])
    return best if shares[best.id] >= SHARED else None


def readings(work: Work) -> tuple[str, ...]:
    """The ids of the kinds as which the work may rightly be read."""
    return (work.id, *str(work.facts.get("also_read_as", "")).split())


def _told(work: Work) -> Iterator[str]:
    """What the owner says of the work: the piece of a real text, or any of the wordings."""
    if work.facts.get("quote"):
        yield str(work.facts["quote"])
        return
    yield from wordings()[f"works/{work.id}/tells"]
    yield from wordings()[f"works/{work.id}/short"]


def _share(words: str, told: str) -> float:
    """The share of the words that stand in what was told, or of what was told that stands in them."""
    one, other = _plain(words), _plain(told)
    return max(sum(each in one for each in other) / len(other), sum(each in other for each in one) / max(len(one), 1))


def _plain(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("'", ""))


@cache
def _names() -> Mapping[str, str]:
    """The name of each kind of work in the catalogue."""
    rows = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))["processes"]
    return {row["id"]: row["name"] for row in rows}
