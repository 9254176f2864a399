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
from assistant.language.restated import unlike
from assistant.vendors.segments import cell_spans

_LETTER = {"duration": "D", "money": "M", "percent": "P", "count": "C", "number": "N", "rate": "N"}
_TOKEN = re.compile(r"<([DMPCNT])(\d+)>")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "<": "(", ">": ")"})
_DAYS = {"days": 1.0, "weeks": 7.0, "fortnights": 14.0, "months": 30.0, "quarters": 90.0, "years": 365.0}
_MONTHS = {"months": 1.0, "quarters": 3.0, "years": 12.0}
_HOURS = {"hours": 1.0, "minutes": 1 / 60, "days": 8.0, "weeks": 40.0}
_MOST_A_MONTH = 4
_YEARLY = re.compile(r"per annum|p\.?a\.?\b|a year|annual|per year|yearly|above|over (?:the )?(?:bank|base)|base rate")
_POSSESSIVE = re.compile(r"(?P<unit>day|week|month|quarter|year)s?['’]s?(?P<rest> .*)?$", re.IGNORECASE)
_UNBROKEN = re.compile(
    r"(?:clear|consecutive|running|complete|whole|unbroken) (?P<unit>day|week|month|quarter|year)s?$"
)
"""Adjectives of a length of time that the grammar takes for a thing: four clear weeks."""
_WORKING = re.compile(r"^\s*(?:business|working)\b|\b(?:business|working)\s+days?\b", re.IGNORECASE)
_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")
_SPACES = re.compile(r"\s+")
_NUMBERING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})+\.?|\(?\d{1,2}[.)])\s+(?=[A-Z(\"'“‘$£€₹¥])")
"""The number of a clause before its words: 3.3 Pages, (2) Fees. It counts nothing."""

_ORDINALS = {word: number for number, words in enumerate(
    (("first", "one"), ("second", "two"), ("third", "three"), ("fourth", "four"), ("fifth", "five"), ("sixth", "six"),
     ("seventh", "seven"), ("eighth", "eight"), ("ninth", "nine"), ("tenth", "ten"), ("eleventh", "eleven"),
     ("twelfth", "twelve"), ("thirteenth", "thirteen")), start=1) for word in words}  # fmt: skip
_UNITS = {
    "day": "days", "week": "weeks", "fortnight": "fortnights", "month": "months", "quarter": "quarters",
    "year": "years", "daily": "days", "weekly": "weeks", "monthly": "months", "quarterly": "quarters",
    "yearly": "years", "annual": "years", "annually": "years",
}  # fmt: skip
_ORDINAL_WORDS = "|".join(_ORDINALS)
_LENGTH = re.compile(
    rf"\b(?P<named>day|week|month|year) (?P<after>\d{{1,3}}|{_ORDINAL_WORDS})\b"
    rf"|\b(?:(?:an?|each|every|another|the|this|next|last|full|calendar|rolling|"
    rf"(?P<ordinal>{_ORDINAL_WORDS})|(?P<number>\d{{1,3}})(?:st|nd|rd|th)) )*"
    rf"(?P<unit>day|week|fortnight|month|quarter|year)(?:['’]s|[- ](?:to|by|on)[- ](?:day|week|month|quarter|year))?\b"
    rf"|\b(?P<adverb>daily|weekly|monthly|quarterly|yearly|annual(?:ly)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity or date at its place in the sentence."""

    start: int
    end: int
    mention: Mention | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence in lower case on one line whose figures are tokens; `figures` holds them by number.

    `unlike` are pairs of which the second, in brackets, says the first again and differs: it is no figure of its own.
    """

    text: str
    figures: tuple[Figure, ...]
    original: str
    unlike: tuple[tuple[Mention, Mention], ...] = ()

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
    apart: list[tuple[Mention, Mention]] = []
    if has_figures:
        figures = [Figure(each.start, each.end, day=each.day) for each in dates.find(text, today)]
        taken = [(each.start, each.end) for each in figures]
        numbering = _NUMBERING.match(text)
        for start, end in cell_spans(text):
            start = min(end, max(start, numbering.end() if numbering else 0))
            mentions = tuple(map(as_length, quantities.find(text[start:end])))
            apart += unlike(text[start:end], mentions)
            for mention in mentions:
                first, last = mention.start + start, mention.end + start
                again = any(mention is other for _, other in apart)
                if not again and all(last <= before or first >= after for before, after in taken):
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
    return Masked(_SPACES.sub(" ", "".join(parts)).strip(), tuple(figures), text, tuple(apart))


def lengths(text: str) -> tuple[Figure, ...]:
    """Lengths of time that are said without a number: "a year", "month to month", "the sixth month", "a quarter's".

    They are apart from the figures of `masked`: what they are hangs on their sentence.
    """
    taken = [(each.start, each.end) for each in quantities.find(text)]
    found: list[Figure] = []
    for match in _LENGTH.finditer(text):
        start, end = match.span()
        if any(start < stop and first < end for first, stop in taken):
            continue
        said = (match.group("ordinal") or match.group("after") or match.group("number") or "1").lower()
        count = float(said) if said.isdigit() else float(_ORDINALS[said])
        unit = _UNITS[(match.group("unit") or match.group("named") or match.group("adverb")).lower()]
        mention = Mention("duration", count, unit, "", approximate=False, start=start, end=end, quote=match.group())
        found.append(Figure(start, end, mention=mention))
    return tuple(found)


def as_length(mention: Mention) -> Mention:
    """A count of "month's notice" or of clear weeks as the length of time it is; every other mention as it was."""
    if mention.kind == "count" and (unbroken := _UNBROKEN.match(mention.unit)):
        return replace(mention, kind="duration", unit=f"{unbroken.group('unit')}s")
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
    if figure.mention.unit == "years" and figure.mention.low < 1:
        days = figure.mention.low * 12 * _DAYS["months"]  # half a year is six months
    working = figure.mention.unit == "days" and bool(_WORKING.search(figure.mention.quote) or _WORKING.match(after))
    return float(-(-days * 7 // 5)) if working else days


def months_of(figure: Figure | None) -> float | None:
    """A length of time in months; None for days, weeks and other figures."""
    if figure is None or figure.mention is None or figure.mention.unit not in _MONTHS:
        return None
    return figure.mention.low * _MONTHS[figure.mention.unit]


def hours_of(figure: Figure) -> float | None:
    """A length of time in hours of work: a day counts 8, a week 40; None for other figures."""
    if figure.mention is None or figure.mention.unit not in _HOURS:
        return None
    return figure.mention.mid * _HOURS[figure.mention.unit]


def number_of(figure: Figure) -> float | None:
    """The middle of a figure; a share counts as its percentage. None for a date."""
    return None if figure.mention is None else figure.mention.mid


def per_month_of(figure: Figure, after: str) -> float | None:
    """A percentage a month, of one that is said a day, a month or a year; None for other figures.

    One above 4 without a period is taken for a year's.
    """
    if figure.mention is None or figure.mention.kind != "percent":
        return None
    value, per = figure.mention.mid, figure.mention.per
    if per == "day":
        return value * 30
    if per == "year" or (per == "" and (_YEARLY.search(after) or value > _MOST_A_MONTH)):
        return value / 12
    return value
