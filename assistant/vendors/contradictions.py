"""The same thing stated twice, differently, and which statement prevails."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain.proposal import Contradiction, PriceLine
from assistant.vendors.sheet import Read, Sheet, Stated

_NEARLY_AS_SURE = 0.15
_LONG = 600
"""A sentence longer than this states too many things to be held against another."""


@dataclass(frozen=True, slots=True)
class _Compared:
    name: str
    what: str
    unit: str
    sure: float = 0.75


_COMPARED = (
    _Compared("term_months", "the length of the contract", "months"),
    _Compared("renewal_months", "the length of a renewal", "months"),
    _Compared("notice_days", "the notice against renewal", "days"),
    _Compared("auto_renews", "whether it renews by itself", "", 0.93),
    _Compared("escalator", "the yearly price rise", "%"),
    _Compared("payment_days", "the days to pay", "days"),
    _Compared("uptime_percent", "the promised uptime", "%"),
    _Compared("law", "the law that counts", ""),
)


def contradictions(sheet: Sheet, files: tuple[tuple[str, int], ...] = ()) -> tuple[Contradiction, ...]:
    """Values that two sentences of a proposal state differently; `files` are names and offsets of a bundle's parts."""
    found: list[Contradiction] = []
    for compared in _COMPARED:
        statements = _rival_statements(sheet, compared)
        if len(statements) > 1:
            prevails, why = _prevailing(statements, sheet, files)
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


def _prevailing(
    statements: tuple[Stated, ...], sheet: Sheet, files: tuple[tuple[str, int], ...]
) -> tuple[Stated | None, str]:
    """The statement in the part that the text says prevails; None where it does not say, or says it of neither."""
    rule = sheet.one("precedence")
    if rule is None or not isinstance(rule.value, str):
        return None, "The papers do not say which one counts; have it confirmed in writing."
    inside = [each for each in statements if _stands_in(each, rule.value, files)]
    if len(inside) == 1:
        return inside[0], f"The papers say that the {rule.value} prevails: “{rule.segment.words}”"
    return None, f"The papers say that the {rule.value} prevails, but not which of these it is."


def _stands_in(stated: Stated, part: str, files: tuple[tuple[str, int], ...]) -> bool:
    name = next((name for name, start in reversed(files) if start <= stated.segment.start), "")
    place = f"{name} {stated.segment.heading}".lower().replace("-", " ").replace("_", " ")
    return part in place


def _said(value: Read, unit: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g} {unit}".strip()
    return f"{value} {unit}".strip()
