"""The same thing stated twice, differently, and which statement prevails."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain.proposal import Contradiction, PriceLine, Risk
from assistant.language.quantities import Mention
from assistant.vendors.ladders import Thresholds
from assistant.vendors.paper import Paper
from assistant.vendors.precedence import Precedence
from assistant.vendors.sheet import SAME, Read, Sheet, Stated

_NEARLY_AS_SURE = 0.35
_LONG = 600
"""A sentence longer than this states too many things to be held against another."""


@dataclass(frozen=True, slots=True)
class _Compared:
    name: str
    what: str
    unit: str
    sure: float = 0.6


_COMPARED = (
    _Compared("term_months", "the length of the contract", "months"),
    _Compared("renewal_months", "the length of a renewal", "months"),
    _Compared("notice_days", "the notice against renewal", "days"),
    _Compared("auto_renews", "whether it renews by itself", "", 0.93),
    _Compared("escalator", "the yearly price rise", "%"),
    _Compared("payment_days", "the days to pay", "days", 0.9),
    _Compared("uptime_percent", "the promised uptime", "%", 0.9),
    _Compared("law", "the law that counts", ""),
)


_RISES = "escalator_form"
_AFTERWARDS = re.compile(r"^\W*(?:after that|thereafter|afterwards|from then|then)\b", re.IGNORECASE)
_FOR_A_WHILE = re.compile(r"\b(?:until|till|during|for the|in) |\b(?:months?|years?|seasons?)\b", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:one-? ?off|one-? ?time|set-?up|once)\b", re.IGNORECASE)
"""Prices that are paid once, which no rise moves."""
_PROMISED = re.compile(r"\b(?:guarantee|promise)", re.IGNORECASE)
_OPPOSED = (
    _Compared("exit_by", "who may leave early", ""),
    _Compared("export", "how your data comes out", ""),
    _Compared("training", "whether your data trains models", ""),
    _Compared("data_owner", "whose the data is", ""),
    _Compared("build_owner", "whose what is built is", ""),
    _Compared("refund_on_failure", "whether money comes back", ""),
    _Compared("acceptance", "when work counts as done", "", 0.55),
    _Compared(_RISES, "whether the price rises", ""),
)
"""Values in words: what is fine in one place contradicts what is a flag in another."""


def contradictions(sheet: Sheet, thresholds: Thresholds, counts: Precedence | None = None) -> tuple[Contradiction, ...]:
    """Values that two sentences of a proposal state differently; `counts` is what the papers say about that."""
    found: list[Contradiction] = []
    for compared in (*_COMPARED, *_OPPOSED):
        is_word = compared in _OPPOSED
        statements = _opposed(sheet, compared, thresholds) if is_word else _rival_statements(sheet, compared)
        if len(statements) > 1:
            prevails, why = _prevailing(statements, counts)
            found.append(
                Contradiction(
                    what=f"{compared.what}: {' or '.join(_said(each.value, compared.unit) for each in statements)}",
                    quotes=tuple(each.segment.text for each in statements),
                    prevails=_said(prevails.value, compared.unit) if prevails else None,
                    why=why,
                )
            )
    return (*found, *_promise_taken_back(sheet))


def _promise_taken_back(sheet: Sheet) -> tuple[Contradiction, ...]:
    """A result that one sentence guarantees and another one does not promise."""
    denied = sheet.all("promise_denied")
    claims = (*sheet.all("claim"), *(each for each in sheet.perhaps if _PROMISED.search(each.segment.words)))
    promised = [
        each
        for each in claims
        if each.value == "guaranteed" and all(each.segment.start != one.segment.start for one in denied)
    ]
    if not promised or not denied:
        return ()
    return (
        Contradiction(
            what="whether a result is promised",
            quotes=(promised[0].segment.text, denied[0].segment.text),
            prevails=None,
            why="What is promised in one place is taken back in another; have the promise and its remedy in writing.",
        ),
    )


def unlike_figures(paper: Paper) -> tuple[Contradiction, ...]:
    """Figures that a sentence says in words and, in the brackets behind them, in digits that say something else."""
    return tuple(
        Contradiction(
            what=f"a figure in words and in brackets: {first.quote} or {_with_unit(second)}",
            quotes=(segment.text,),
            prevails=None,
            why="I go by the words; have the right one confirmed in writing.",
        )
        for segment in paper.segments
        for first, second in paper.masked(segment).unlike
    )


def _with_unit(mention: Mention) -> str:
    """The figure as it was said, with the unit that may stand behind the brackets: 60 days."""
    bare = mention.kind == "duration" and mention.unit not in mention.quote.lower()
    return f"{mention.quote} {mention.unit}" if bare and mention.high > 1 else mention.quote


def price_contradiction(one: PriceLine, other: PriceLine, counts: Precedence | None = None) -> Contradiction:
    """Two prices for the same thing; the first one is in the part that counts, where the papers say so."""
    stands = counts is not None and counts.holds(one.start) and not counts.holds(other.start)
    why = "The first one is counted here; have the right one confirmed in writing."
    if counts is not None and stands:
        why = f"The papers say that the {counts.named} counts: “{counts.sentence.words}”"
    return Contradiction(
        what=f"the price: {one.currency} {one.amount:,.2f} or {other.amount:,.2f} per {one.per}",
        quotes=(one.text, other.text),
        prevails=f"{one.currency} {one.amount:,.2f}" if stands else None,
        why=why,
    )


def _rival_statements(sheet: Sheet, compared: _Compared) -> tuple[Stated, ...]:
    found = sheet.all(compared.name)
    statements = [each for each in found if each.sure >= compared.sure and len(each.segment.text) <= _LONG]
    if not statements:
        return ()
    rivals: dict[Read, Stated] = {}
    for each in statements:
        value = sheet.number("term_months") if each.value == SAME else each.value
        apart = all(each.segment.start != one.segment.start for one in rivals.values())
        if each.sure >= statements[0].sure - _NEARLY_AS_SURE and value is not None and apart:
            rivals.setdefault(value, each)
    return tuple(rivals.values())


def _opposed(sheet: Sheet, compared: _Compared, thresholds: Thresholds) -> tuple[Stated, ...]:
    """The surest fine statement and the surest one that is a flag or worse, where there are both."""
    found = [each for each in sheet.all(compared.name) if each.sure >= compared.sure]
    risks: list[tuple[Stated, Risk]] = [(each, thresholds.risk_of(compared.name, each.value)) for each in found]
    if compared.name == _RISES:
        risks = [(each, "ok" if each.value == "none" else "flag") for each in found]
    fine = next((each for each, risk in risks if risk == "ok"), None)
    bad = next((each for each, risk in risks if risk in ("flag", "blocker")), None)
    if fine is None or bad is None or fine.segment.start == bad.segment.start or _agree(fine, bad):
        return ()
    return fine, bad


def _agree(fine: Stated, bad: Stated) -> bool:
    """True where both hold: one owns what another may use; a price stays for a while and moves after that."""
    if (fine.value, bad.value) == ("owner", "wide licence"):
        return True
    if fine.name != _RISES:
        return False
    for_a_while = bad.value != "percent" and _FOR_A_WHILE.search(fine.segment.words)
    return bool(_AFTERWARDS.search(bad.segment.words) or _ONCE.search(fine.segment.words) or for_a_while)


def _prevailing(statements: tuple[Stated, ...], counts: Precedence | None) -> tuple[Stated | None, str]:
    """The statement in the part that the papers say counts; None where they do not say, or say it of neither."""
    if counts is None:
        return None, "The papers do not say which one counts; have it confirmed in writing."
    inside = [each for each in statements if each.prevails]
    if len(inside) == 1:
        return inside[0], f"The papers say that the {counts.named} counts: “{counts.sentence.words}”"
    return None, f"The papers say that the {counts.named} counts, but not which of these it is."


def _said(value: Read, unit: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g} {unit}".strip()
    return f"{value} {unit}".strip()
