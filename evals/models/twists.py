"""What a liar makes of words that it was given: a figure moved, a decision turned round, a mark that leads nowhere."""

from __future__ import annotations

import re
from random import Random

FIGURE = re.compile(r"(?<![\w.,\[])\d+(?:,\d{3})*(?:\.\d+)?(?!\w|[.,]\d|\])")
MARK = re.compile(r"\[([^\[\]\n]{1,60})\]")
TRIES = 50


def sentences(text: str) -> tuple[str, ...]:
    """The text's sentences and lines, without blanks around them."""
    parts = (each.strip() for each in re.split(r"(?<=[.!?])\s+|\n+", text))
    return tuple(each for each in parts if each)


def figures(text: str) -> tuple[float, ...]:
    """The values of the figures that stand in a text, in order; marks in brackets are none."""
    return tuple(float(each.replace(",", "")) for each in FIGURE.findall(text))


def nudged(text: str, draw: Random) -> str:
    """The text with one figure, drawn by lot, moved by a tenth or so; as it was where no figure stands in it."""
    found = list(FIGURE.finditer(text))
    if not found:
        return text
    one = draw.choice(found)
    return text[: one.start()] + _near(one.group(), draw) + text[one.end() :]


def new_figure(draw: Random, low: int, high: int, known: tuple[float, ...]) -> int:
    """A whole number from low to high that is none of the known ones, if 50 draws find one."""
    for _ in range(TRIES):
        figure = draw.randint(low, high)
        if figure not in known:
            return figure
    return high + 1


def turned(text: str, opposites: tuple[tuple[str, str], ...], draw: Random) -> str:
    """The text with one decision, drawn by lot, replaced by its opposite; empty where none stands in it."""
    both = [*opposites, *((b, a) for a, b in opposites)]
    here = [(a, b) for a, b in both if re.search(rf"\b{re.escape(a)}\b", text, re.IGNORECASE)]
    if not here:
        return ""
    told, opposite = draw.choice(here)
    return re.sub(rf"\b{re.escape(told)}\b", opposite, text, flags=re.IGNORECASE)


def marks_that_lead_nowhere(text: str, draw: Random) -> tuple[str, ...]:
    """Up to three marks that look like the text's own ("[4]", "[kind/name]") and are none of them."""
    known = tuple(dict.fromkeys(MARK.findall(text)))
    alike = [_mark_like(each, known, draw) for each in draw.sample(known, min(3, len(known)))]
    return tuple(f"[{each}]" for each in alike if each not in known)


def _near(figure: str, draw: Random) -> str:
    decimals = len(figure.partition(".")[2])
    value = float(figure.replace(",", ""))
    smallest = 10.0**-decimals
    step = max(smallest, round(value * draw.uniform(0.04, 0.15) / smallest) * smallest)
    other = value - step if draw.random() < 0.5 and value > step else value + step
    return f"{other:,.{decimals}f}" if "," in figure else f"{other:.{decimals}f}"


def _mark_like(mark: str, known: tuple[str, ...], draw: Random) -> str:
    if mark.isdigit():
        return str(max(int(each) for each in known if each.isdigit()) + draw.randint(1, 9))
    head, dash, _ = mark.rpartition("-")
    return f"{head or mark}{dash or '-'}{draw.randint(100, 999)}"
