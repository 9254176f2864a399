"""The same thing stated twice, differently, and which statement prevails."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain.proposal import Contradiction, PriceLine, Risk
from assistant.vendors.ladders import Thresholds
from assistant.vendors.precedence import Precedence
from assistant.vendors.sheet import Read, Sheet, Stated

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
    return tuple(found)


def price_contradiction(one: PriceLine, other: PriceLine) -> Contradiction:
    """Two prices for the same thing."""
    return Contradiction(
        what=f"the price: {one.currency} {one.amount:,.2f} or {other.amount:,.2f} per {one.per}",
        quotes=(one.text, other.text),
        prevails=None,
        why="The first one is counted here; have the right one confirmed in writing.",
    )


def _rival_statements(sheet: Sheet, compared: _Compared) -> tuple[Stated, ...]:
    found = sheet.all(compared.name)
    statements = [each for each in found if each.sure >= compared.sure and len(each.segment.text) <= _LONG]
    if not statements:
        return ()
    rivals: dict[Read, Stated] = {}
    for each in statements:
        if each.sure >= statements[0].sure - _NEARLY_AS_SURE and each.value != "same":
            rivals.setdefault(each.value, each)
    return tuple(rivals.values())


def _opposed(sheet: Sheet, compared: _Compared, thresholds: Thresholds) -> tuple[Stated, ...]:
    """The surest fine statement and the surest one that is a flag or worse, where there are both."""
    found = [each for each in sheet.all(compared.name) if each.sure >= compared.sure]
    risks: list[tuple[Stated, Risk]] = [(each, thresholds.risk_of(compared.name, each.value)) for each in found]
    if compared.name == _RISES:
        risks = [(each, "ok" if each.value == "none" else "flag") for each in found]
    fine = next((each for each, risk in risks if risk == "ok"), None)
    bad = next((each for each, risk in risks if risk in ("flag", "blocker")), None)
    return (fine, bad) if fine and bad and fine.segment.start != bad.segment.start else ()


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
