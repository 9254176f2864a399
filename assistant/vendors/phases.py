"""The months for which a price holds: "for the first 6 months, then", "year 2", "first 3 months free"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.vendors.drafts import Draft
from assistant.vendors.figures import months_of
from assistant.vendors.words import Words

_ORDINALS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
}


def _years(draft: Draft, words: Words) -> tuple[int, int] | None:
    """First and last year of a price for several: "years 2 and 3", "years 2-3"."""
    for place in (draft.amount.before[-28:], draft.amount.column, draft.amount.label):
        found = words.pattern("years_label").search(place)
        if found:
            return int(found.group("a")), int(found.group("b"))
    return None


def phased(drafts: list[Draft], words: Words) -> list[Draft]:
    """Prices that hold for part of the time get their months: "for the first 6 months, then", "year 2"."""
    found: list[Draft] = []
    for draft in drafts:
        earlier = found[-1].line if found else None
        line = draft.line
        if (years := _years(draft, words)) and line.per in ("year", "once") and not draft.total:
            line = line.model_copy(update={"per": "year", "from_month": 12 * years[0] - 11, "to_month": 12 * years[1]})
        elif (year := _year(draft, words)) and line.per in ("year", "once") and not draft.total:
            line = line.model_copy(update={"per": "year", "from_month": 12 * year - 11, "to_month": 12 * year})
        elif draft.recurring and earlier and earlier.to_month and earlier.from_month == 1 and _is_later(draft, words):
            line = line.model_copy(update={"from_month": earlier.to_month + 1})
        elif draft.recurring and (free := _free_months(draft)):
            line = line.model_copy(update={"from_month": free + 1})
        elif draft.recurring and (months := _first_months(draft, words)):
            line = line.model_copy(update={"to_month": months})
        found.append(replace(draft, line=line))
    return found


def _is_later(draft: Draft, words: Words) -> bool:
    """True for a price that follows another one: "then 149", "149 thereafter"."""
    before = draft.amount.before.rpartition("<M")[2]
    return words.hit("later", before[-45:]) or words.hit("later", draft.amount.after[:25])


def _year(draft: Draft, words: Words) -> int | None:
    for place in (draft.amount.before[-22:], draft.amount.column, draft.amount.label if draft.amount.cells > 1 else ""):
        found = list(words.pattern("year_label").finditer(place))
        if found:
            said = found[-1].group("n") or found[-1].group("w")
            return int(said) if said.isdigit() else _ORDINALS[said]
    return None


def _first_months(draft: Draft, words: Words) -> int | None:
    before = draft.amount.before.rpartition("<M")[2]
    after = draft.amount.after.partition("<M")[0]
    for place in (after[:45], before[-45:]):
        found = re.search(r"(?:first|initial|introductory|for) (<D\d+>)", place)
        if found and (words.hit("first", place) or words.hit("later", draft.amount.after)):
            months = months_of(draft.amount.text.figure(found.group(1)))
            if months:
                return round(months)
    if re.search(r"\b(?:first|introductory) year\b|\bin year one\b", f"{before[-25:]} {after[:30]}"):
        return 12
    payments = re.search(r"(<[ND]\d+>) (?:equal |monthly )*(?:payments|instal?lments|rentals) of $", before[-45:])
    if payments and (figure := draft.amount.text.figure(payments.group(1))) and figure.mention:
        return round(figure.mention.low)
    return None


def _free_months(draft: Draft) -> int | None:
    found = re.search(r"first (<D\d+>|month)(?:\W+\w+){0,2}\W+(?:free|at no charge|no charge)", draft.amount.text.text)
    if not found:
        return None
    months = months_of(draft.amount.text.figure(found.group(1))) if "<" in found.group(1) else 1
    return round(months) if months else None
