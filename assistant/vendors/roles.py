"""What each figure of a sentence is: the likeliest role that its kind, its neighbours and the words beside it allow."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.vendors.figures import Figure, days_of, hours_of, months_of

SURE = 0.5
"""Probability from which a figure is taken to be something."""
_LEAST = 0.1
"""What the reader must have given a role that is taken because the likelier ones cannot be."""
_BY_FORM = 0.9
"""How sure a role is that the words beside a figure name."""
_LENGTH_OF_TIME = frozenset(
    {
        "term_months", "renewal_months", "exit_locked_months", "billed_ahead_months", "notice_days",
        "exit_notice_days", "payment_days", "suspension_days", "export_days", "delete_days", "deemed_days",
        "acceptance_days", "change_notice_days", "breach_hours", "own_hours", "support_hours",
    }
)  # fmt: skip
_SHARES = frozenset({"escalator", "uptime_percent", "interest_month"})
_DAYS = frozenset({"start_date", "end_date"})
_OPEN = ("other", "notice_days", "exit_notice_days", "renewal_months", "term_months", "exit_locked_months")
"""Roles that the form of a sentence may correct; a figure that is surely something else stays so."""
_CLAUSE = re.compile(r"[;:]|,? (?:and|but|while) (?:we|i|it)\b")
_DEADLINE = re.compile(r"\b(?:by|before|no later than|not later than)(?: the| \w+day)*\W*$")
_LAST_DAY = re.compile(r"\b(?:until|till|through|up to(?: and including)?)(?: the| \w+day)*\W*$")
_FIRST = re.compile(
    r"\b(?:initial|first|minimum|fixed|basic) (?:subscription |contract |hire |rental |service )?(?:term|period)"
    r"(?: \w+){0,3}? (?:of|is|for|lasts|runs(?: for)?)(?: at least)?\W*$"
)
_FURTHER = re.compile(
    r"\b(?:successive|further|additional|subsequent|consecutive|renewal|following|new|later) (?:\w+ )?"
    r"(?:terms?|periods?) (?:of|for)\W*$|"
    r"\b(?:renew(?:s|ed)?|extend(?:s|ed)?|prolonged|rolls? (?:on|over)|carries on|goes on|continues)"
    r"(?: \w+){0,3}? (?:for|by)(?: another| a further| an additional| successive| further)?\W*$"
)
_THE_END = re.compile(
    r"^(?:['’]s?)?(?: \w+)?(?: notice)?(?: in writing)? ?(?:before|prior to|ahead of|in advance of)\b[^.;,]{0,50}?"
    r"\b(?:end(?:s|ing)?|expir(?:y|es|ation|ing)|renew(?:al|s)|runs? out|(?:is|are) (?:out|over|up)|anniversary|"
    r"(?:that|the|each|any|a) (?:\w+ )?(?:term|period))\b"
)
_TURN_BY_TURN = re.compile(r"(\w+)[- ]to[- ]\1", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(?:from|goes|go|then|rolls?|rolling|runs?|renews?|continues?|carries|thereafter)(?: on)?(?: an?)? $"
)
"""It goes on from year to year: how long a renewal is, whatever came before it."""
_PAST_DUE = re.compile(r"^['’]? ?(?:past due|overdue|late\b|in arrears|behind|after (?:the |its )?due)")
_GIVEN_TO_YOU = re.compile(
    r"\bremind|\b(?:we|i)(?:'ll| will)? (?:write to|e-?mail|tell|call|warn|notify) you\b", re.IGNORECASE
)
"""Words by which the vendor gives the notice."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a figure is taken to be, and how surely."""

    figure: Figure
    name: str
    sure: float


def roles(text: str, figures: Sequence[Figure], shares: Sequence[Mapping[str, float]]) -> list[Role]:
    """What each figure of a sentence is.

    A money amount is no length of time. A sentence states one notice, the surer one. Of two lengths that would be the
    same one, the first is the term and the second the renewal.
    """
    lower = text.lower()
    possible = [_possible(lower, figure, each) for figure, each in zip(figures, shares, strict=True)]
    ranked = [_likeliest(each) for each in possible]
    ranked = [_by_form(lower, figure, role) for figure, role in zip(figures, ranked, strict=True)]
    notices = [sure for name, sure in ranked if name == "notice_days"]
    found: list[Role] = []
    for figure, (name, sure), each in zip(figures, ranked, possible, strict=True):
        if name == "notice_days" and sure < max(notices):
            name, sure = _likeliest({role: share for role, share in each.items() if role != "notice_days"})
        _add(found, figure, name, sure)
    return found


def _add(found: list[Role], figure: Figure, name: str, sure: float) -> None:
    """Adds a role; "runs for a year and goes on for a year at a time" has two lengths, each once."""
    taken = {each.name for each in found}
    if name == "term_months" and name in taken:
        name = "renewal_months"
    elif name == "renewal_months" and name in taken:
        found[:] = [Role(each.figure, "term_months", each.sure) if each.name == name else each for each in found]
    found.append(Role(figure, name, sure))


def _possible(text: str, figure: Figure, shares: Mapping[str, float]) -> dict[str, float]:
    """The roles that a figure can have by its kind and by the words before and around it."""
    barred = _barred(figure)
    before, after = _clause(text, figure)
    if _DEADLINE.search(before):
        barred |= _DAYS
    if _LAST_DAY.search(before):
        barred |= {"start_date"}
    if _GIVEN_TO_YOU.search(f"{before} {after}"):
        barred |= {"notice_days"}
    if _PAST_DUE.search(after):
        barred |= {"payment_days"}
    kept = {role: share for role, share in shares.items() if role not in barred}
    return kept if len(kept) < len(shares) else dict(shares)


def _barred(figure: Figure) -> frozenset[str]:
    if figure.day is not None:
        return _LENGTH_OF_TIME | _SHARES
    barred = _DAYS
    if figure.mention is None or figure.mention.kind not in ("percent", "number"):
        barred |= _SHARES
    is_length = any(each is not None for each in (months_of(figure), days_of(figure), hours_of(figure)))
    return barred if is_length else barred | _LENGTH_OF_TIME


def _likeliest(shares: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest of the roles that are left; "other" where the reader thought little of all of them."""
    total = sum(shares.values())
    name = max(shares, key=lambda each: shares[each], default="other")
    if shares.get(name, 0.0) < _LEAST:
        return "other", 1.0
    return name, min(1.0, shares[name] / total)


def _by_form(text: str, figure: Figure, role: tuple[str, float]) -> tuple[str, float]:
    """The role that the words beside a length name: an initial term of, further periods of, before the term ends."""
    if role[0] not in _OPEN or figure.mention is None or days_of(figure) is None:
        return role
    before, after = _clause(text, figure)
    if _TURN_BY_TURN.search(figure.mention.quote) and _GOES_ON.search(before):
        return "renewal_months", max(_BY_FORM, role[1] if role[0] == "renewal_months" else 0.0)
    if _FIRST.search(before):
        return "term_months", max(_BY_FORM, role[1] if role[0] == "term_months" else 0.0)
    if role[0] != "term_months" and _FURTHER.search(before):
        return "renewal_months", max(_BY_FORM, role[1] if role[0] == "renewal_months" else 0.0)
    is_notice = role[0] in ("other", "exit_notice_days") and not _GIVEN_TO_YOU.search(f"{before} {after}")
    return ("notice_days", _BY_FORM) if is_notice and _THE_END.search(after) else role


def _clause(text: str, figure: Figure) -> tuple[str, str]:
    """The words before and after a figure in its own part of the sentence."""
    starts = [each.end() for each in _CLAUSE.finditer(text, 0, figure.start)]
    end = next((each.start() for each in _CLAUSE.finditer(text, figure.end)), len(text))
    start = max(starts, default=0)
    if starts:
        start = next(each.start() for each in _CLAUSE.finditer(text) if each.end() == starts[-1])
    return text[start : figure.start], text[figure.end : end]
