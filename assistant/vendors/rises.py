"""The price rises that a paper states: by how much, from which month, how often, and which prices they move."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.vendors.drafts import Draft
from assistant.vendors.paper import Paper
from assistant.vendors.segments import Segment
from assistant.vendors.sheet import Sheet
from assistant.vendors.words import Words

_EXPLAINED = 0.06
"""Points of a percentage by which the ratio of two prices may differ from it."""
_NOT_THESE = re.compile(
    r"(?:,? though|,? but)? not (?:the |our )?[\w ]+?(?=,|$|\.)|,? ?whereas [^,.;]*|independent of [^,.;]*"
)
_ALL = re.compile(r"\b(?:fees|prices|charges|rates|rentals|rents|amounts|subscriptions)\b")
_IT = re.compile(
    r"\b(?:it|this|that) (?:goes|rises|grows|climbs|will|shall|may|moves|follows|increases|is (?:raised|increased))\b"
)
_AT_LEAST = re.compile(r"\b(?:greater|higher|larger) of\b|\bat least\b")
_PAST = re.compile(r"\b(?:went|rose|was|were|has|had) (?:up|risen|raised|increased)\b|\brose\b")
_YEAR = re.compile(
    r"\b(?:in|to|from|of|into) (?:the )?(?:contract )?"
    r"(?:(?P<ord>second|third|fourth) year|year (?P<n>two|three|four|[2-4]))\b"
)
_YEARS = {"second": 2, "third": 3, "fourth": 4, "two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
_AGAIN = re.compile(
    r"\b(?:each|every|per (?:year|annum)|a year|any|yearly|annual(?:ly)?|p\.a\.|anniversar\w+|compound\w*|"
    r"thereafter)\b"
)


@dataclass(frozen=True, slots=True)
class Rise:
    """A stated rise: `percent` of the price, from month `first` on where that is said, once or `again` and again."""

    percent: float
    segment: Segment
    at_most: bool
    at_renewal: bool
    per_year_of_term: bool
    again: bool
    first: int | None


def stated_rises(sheet: Sheet) -> tuple[Rise, ...]:
    """Every rise that a sentence states in percent, those that are no mere limits and come soonest first."""
    found = []
    for each in sheet.all("escalator"):
        if not isinstance(each.value, float) or _PAST.search(each.segment.words.lower()):
            continue
        here = {(one.name, one.value) for one in sheet.stated if one.segment.start == each.segment.start}
        text = each.segment.words.lower()
        year = _YEAR.search(text)
        yearly = ("escalator_when", "each year") in here
        found.append(
            Rise(
                percent=each.value,
                segment=each.segment,
                at_most=("escalator_form", "at most") in here and not _AT_LEAST.search(text),
                at_renewal=("escalator_when", "at renewal") in here and not yearly,
                per_year_of_term=("escalator_form", "per year of term") in here,
                again=yearly or ("escalator_when", "at renewal") in here or bool(_AGAIN.search(text)),
                first=12 * (_YEARS[year.group("ord") or year.group("n")] - 1) + 1 if year else None,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.at_most, each.at_renewal)))


def with_rises(drafts: list[Draft], paper: Paper, sheet: Sheet, words: Words) -> list[Draft]:
    """The prices, marked as steady where the stated rise does not move them, or only says what they already hold."""
    rise = next(iter(stated_rises(sheet)), None)
    moved = _moved(rise, drafts, paper, words) if rise else drafts
    rising = [each for each in sheet.all("escalator") if rise and each.segment == rise.segment and each.prevails]
    fixed = [
        each.segment
        for each in sheet.all("escalator_form")
        if each.value == "none" and (each.prevails or not rising)  # what gives way to the rise holds no price
    ]
    return [
        each.with_line(steady=not any(each is one for one in moved) or _is_fixed(each, fixed, drafts, words))
        if each.recurring
        else each
        for each in drafts
    ]


def _moved(rise: Rise, drafts: list[Draft], paper: Paper, words: Words) -> list[Draft]:
    """The prices that a rise moves: those that its sentence names, the one before it for "it", else all."""
    if _explains(rise, paper):
        return []
    text = _NOT_THESE.sub(" ", rise.segment.words.lower())
    excluded = " ".join(_NOT_THESE.findall(rise.segment.words.lower()))
    barred = _named(excluded, drafts, words) if excluded else []
    recurring = [each for each in drafts if each.recurring and not any(each is one for one in barred)]
    if _ALL.search(text):
        return recurring
    own = [each for each in recurring if each.amount.segment.start == rise.segment.start]
    if own:
        return own
    if _IT.search(text):
        block = rise.segment.block
        before = [each for each in recurring if each.amount.segment.start < rise.segment.start]
        near = [each for each in before if block - each.amount.segment.block <= 1]
        if near:
            return [each for each in near if each.amount.segment.start == near[-1].amount.segment.start]
    return _named(text, recurring, words) or recurring


def _named(text: str, drafts: list[Draft], words: Words) -> list[Draft]:
    """The prices whose names a text holds."""
    said = {each.rstrip("s") for each in re.findall(r"[a-z]{3,}|[a-z]\d\b", text)} - words.of("function")
    said -= words.of("fee_words")
    return [each for each in drafts if (each.name | {_adverb(each)}) & said]


def _adverb(draft: Draft) -> str:
    """The word by which a fee is told from others: the quarterly fee."""
    return {"week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "yearly"}.get(draft.line.per, "")


def _is_fixed(draft: Draft, fixed: list[Segment], drafts: list[Draft], words: Words) -> bool:
    """True where a sentence says of this price, and not of all, that it stays."""
    for segment in fixed:
        named = _named(segment.words.lower(), [each for each in drafts if each.recurring], words)
        if any(draft is each for each in named) and draft.amount.segment.start != segment.start:
            return True
    return False


def _explains(rise: Rise, paper: Paper) -> bool:
    """True where the percentage is the step between two amounts near it: from 310 to 348, that is 12.26 %."""
    near = [each for each in paper.segments if 0 <= rise.segment.block - each.block <= 1]
    money = [one.mention.mid for each in near for one in paper.masked(each).of_kind("M") if one.mention]
    steps = ((high / low - 1) * 100 for low in money for high in money if 0 < low < high)
    return any(abs(step - rise.percent) <= _EXPLAINED for step in steps)
