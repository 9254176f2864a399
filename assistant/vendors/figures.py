"""Figures of a sentence, read by the one grammar of `language` and put back as tokens that patterns can name.

"renews for 12 months unless 60 days' notice" reads "renews for <D0> unless <D1>' notice"; D duration, M money, P
percent, C count of things, N bare number, T date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.language import dates, quantities
from assistant.language.quantities import Mention
from assistant.vendors.segments import cell_spans

_LETTER = {"duration": "D", "money": "M", "percent": "P", "count": "C", "number": "N", "rate": "N"}
_TOKEN = re.compile(r"<([DMPCNT])(\d+)>")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "<": "(", ">": ")"})
_DAYS = {"days": 1.0, "weeks": 7.0, "fortnights": 14.0, "months": 30.0, "quarters": 90.0, "years": 365.0}
_MONTHS = {"months": 1.0, "quarters": 3.0, "years": 12.0}
_POSSESSIVE = re.compile(r"(?P<unit>day|week|month|quarter|year)s?['’]s?(?P<rest> .*)?$", re.IGNORECASE)
_WORKING = re.compile(r"^\s*(?:business|working)\b|\b(?:business|working)\s+days?\b", re.IGNORECASE)
_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")
_SPACES = re.compile(r"\s+")
_NUMBERING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})+\.?|\(?\d{1,2}[.)])\s+(?=[A-Z(\"'“‘])")
"""The number of a clause before its words: 3.3 Pages, (2) Fees. It counts nothing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity or date at its place in the sentence."""

    start: int
    end: int
    mention: Mention | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence in lower case on one line whose figures are tokens; `figures` holds them by number."""

    text: str
    figures: tuple[Figure, ...]
    original: str

    def figure(self, token: str) -> Figure | None:
        """The figure that a token such as "<D3>" stands for."""
        found = _TOKEN.search(token)
        return self.figures[int(found.group(2))] if found else None

    def of_kind(self, letter: str) -> tuple[Figure, ...]:
        """All figures of a kind, by its letter, in order."""
        return tuple(self.figures[int(n)] for kind, n in _TOKEN.findall(self.text) if kind == letter)


def masked(text: str, today: date, has_figures: bool = True) -> Masked:
    """The sentence with its figures masked; dates win over numbers that overlap them."""
    figures: list[Figure] = []
    if has_figures:
        figures = [Figure(each.start, each.end, day=each.day) for each in dates.find(text, today)]
        taken = [(each.start, each.end) for each in figures]
        numbering = _NUMBERING.match(text)
        for start, end in cell_spans(text):
            start = min(end, max(start, numbering.end() if numbering else 0))
            for mention in map(as_length, quantities.find(text[start:end])):
                first, last = mention.start + start, mention.end + start
                if all(last <= before or first >= after for before, after in taken):
                    figures.append(Figure(first, last, mention=mention))
        figures.sort(key=lambda each: each.start)
    parts: list[str] = []
    place = 0
    for number, each in enumerate(figures):
        letter = "T" if each.mention is None else _LETTER[each.mention.kind]
        parts += [text[place : each.start].lower().translate(_STRAIGHT), f"<{letter}{number}>"]
        place = each.end
    parts.append(text[place:].lower().translate(_STRAIGHT))
    if not has_figures:
        parts = [_DECIMAL.sub("\u00b7", part) for part in parts]  # the dot of 99.5 ends no sentence
    return Masked(_SPACES.sub(" ", "".join(parts)).strip(), tuple(figures), text)


def as_length(mention: Mention) -> Mention:
    """A count of "month's notice" as the length of time it is; every other mention as it was."""
    found = _POSSESSIVE.match(mention.unit) if mention.kind == "count" else None
    if found is None:
        return mention
    kept = mention.quote[: len(mention.quote) - len(found.group("rest") or "")]
    return replace(
        mention, kind="duration", unit=f"{found.group('unit').lower()}s", end=mention.start + len(kept), quote=kept
    )


def days_of(figure: Figure | None, after: str = "") -> float | None:
    """A length of time in days: a month counts 30, a working day 7/5; a range its low end. None for other figures."""
    if figure is None or figure.mention is None or figure.mention.unit not in _DAYS:
        return None
    days = figure.mention.low * _DAYS[figure.mention.unit]
    working = figure.mention.unit == "days" and bool(_WORKING.search(figure.mention.quote) or _WORKING.match(after))
    return float(-(-days * 7 // 5)) if working else days


def months_of(figure: Figure | None) -> float | None:
    """A length of time in months; None for days, weeks and other figures."""
    if figure is None or figure.mention is None or figure.mention.unit not in _MONTHS:
        return None
    return figure.mention.low * _MONTHS[figure.mention.unit]
