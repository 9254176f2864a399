"""Whether a figure in one sentence is a figure of another: in any unit and period, rounded as people round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.language.bounds import Bound, bound
from assistant.language.matching import stem
from assistant.language.quantities import Figure, Mention, find, scaled, to_minutes, weeks_in

EXACT, ABOUT = 0.05, 0.12
"""How far, as a share of it, a figure may stand from the one that it rounds: as it is, and where it says "about" and is
a round one."""
ROUGH = 0.3
"""How far beyond a figure a bound may lie that is said of it: "over an hour" for 70 minutes."""
TEXTS = 2_000
"""Texts whose figures are remembered."""
DIGITS = re.compile(r"\d[\d.,]*")
YEAR = re.compile(r"(?:19|20)\d\d")
SMALLEST = 1e-6
MEASURES = {"minutes", "calendar", "share"}
CENTS_OF = {"USD", "EUR", "AUD", "CAD", "NZD"}
"""Currencies whose hundredth is a cent: "4 to 9 cents"."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure in one unit of its kind: minutes of work, weeks of the calendar, shares of a hundred, an amount of
    money, or a count of the noun whose stem `kind` is ("" without one).

    `per` is "week" where it recurs, "hour" for a wage.
    """

    kind: str
    low: float
    high: float
    per: str
    approximate: bool
    bound: Bound | None


def unfounded(sentence: str, grounds: Iterable[str]) -> Iterator[str]:
    """The figures of a sentence, as they stand in it, that are none of the grounds'."""
    texts = tuple(grounds)
    known = [each for text in texts for _, readings in _figures(text) for each in readings]
    spoken = {_bare(found.group()) for text in texts for found in DIGITS.finditer(text)}
    figures = _figures(sentence)
    for mention, readings in figures:
        is_year = YEAR.fullmatch(mention.quote) is not None and mention.quote in spoken
        if not is_year and not any(_same(mine, theirs) for mine in readings for theirs in known):
            yield mention.quote
    for found in DIGITS.finditer(sentence):
        inside = any(each.start <= found.start() < each.end for each, _ in figures)
        if not inside and _bare(found.group()) not in spoken:
            yield found.group()


def _bare(digits: str) -> str:
    return digits.replace(",", "").rstrip(".")


@lru_cache(maxsize=TEXTS)
def _figures(text: str) -> tuple[tuple[Mention, tuple[Measured, ...]], ...]:
    """Each figure of a text with what it may mean; a bare number may bear the unit of another in its text ("3 to 7
    hours, likely 5"). What is known is asked for again with every sentence of a reply."""
    found = []
    mentions = find(text)
    full = [each for each in mentions if each.kind in ("duration", "money", "percent")]
    for mention in mentions:
        readings = [*_readings(mention)]
        if mention.kind == "number" and not mention.unit and not mention.per:
            for other in full:
                lent = replace(mention, kind=other.kind, unit=other.unit, per=other.per)
                readings += _readings(lent)
                if other.unit in CENTS_OF and other.high < 1:
                    readings += _readings(replace(lent, value=scaled(lent.value, 0.01)))
        found.append((mention, tuple(readings)))
    return tuple(found)


def _readings(mention: Mention) -> Iterator[Measured]:
    if mention.kind == "duration":
        if (minutes := to_minutes(mention.value, mention.unit)) is not None:
            yield _measured("minutes", minutes, mention)
        if not mention.per and (weeks := weeks_in(mention.unit.removesuffix("s"), days=7.0)) is not None:
            yield _measured("calendar", scaled(mention.value, weeks), mention)
    elif mention.kind == "money":
        yield _measured(f"money {mention.unit}", mention.value, mention)
    elif mention.kind == "percent":
        yield _measured("share", mention.value, mention)
    else:
        yield _measured(_noun(mention.unit), mention.value, mention)
        if mention.high < 1:
            yield _measured("share", scaled(mention.value, 100), mention)


def _measured(kind: str, value: Figure, mention: Mention) -> Measured:
    weeks = weeks_in(mention.per) if mention.per and mention.per != "hour" else None
    value = value if weeks is None else scaled(value, 1 / weeks)
    low, high = value if isinstance(value, tuple) else (value, value)
    per = "week" if weeks is not None else "hour" if mention.per == "hour" else ""
    return Measured(kind, low, high, per, mention.approximate and _is_round(mention), bound(mention.quote))


def _is_round(mention: Mention) -> bool:
    """True for a figure to which people round: two, 40, 2.5, a third; about 4.2 hours are not 3.8."""
    figures = [f"{each:.6g}".replace(".", "").strip("0") for each in (mention.low, mention.high)]
    in_words = DIGITS.search(mention.quote) is None
    return in_words or all(len(each) <= 1 or (len(each) == 2 and each.endswith("5")) for each in figures)


def _same(mine: Measured, theirs: Measured) -> bool:
    """True where what is said is what is known: the same range, the same figure, or an end of a range said as one."""
    if not _is_of_one_kind(mine, theirs):
        return False
    if mine.low < mine.high:
        return _near(mine, mine.low, theirs.low) and _near(mine, mine.high, theirs.high)
    if mine.bound:
        end, beyond = (theirs.high, 1) if mine.bound == "upper" else (theirs.low, -1)
        return _near(mine, mine.low, end) or 0 < beyond * (mine.low - end) <= ROUGH * abs(end)
    return theirs.low == theirs.high and _near(mine, mine.low, theirs.low)


def _is_of_one_kind(mine: Measured, theirs: Measured) -> bool:
    """A count without its noun is one of any noun, an amount without its currency one of any; work told without its
    period may recur, money not."""
    is_money = theirs.kind.startswith("money")
    alike = mine.kind == theirs.kind or (mine.kind == "money " and is_money)
    counted = not {mine.kind, theirs.kind} & MEASURES and not is_money and not mine.kind.startswith("money")
    if not alike and not (counted and "" in (mine.kind, theirs.kind)):
        return False
    return mine.per == theirs.per or (not mine.per and theirs.per == "week" and not is_money)


def _noun(counted: str) -> str:
    """What is counted, by the stem of its last word: enough to tell invoices from customers."""
    return stem(counted.lower().rpartition(" ")[2])


def _near(mine: Measured, value: float, known: float) -> bool:
    room = ABOUT if mine.approximate else EXACT
    return abs(value - known) <= max(room * abs(known), SMALLEST)
