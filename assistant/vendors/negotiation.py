"""What to ask for, the weightiest first, and the letter; every sentence of it comes from a finding."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.domain.facts import Range
from assistant.domain.proposal import Claim, Contradiction, MissingClause, Negotiation, Risk
from assistant.vendors.checks import Check
from assistant.vendors.ladders import RISKS

_MOST_IN_LETTER = 9
_MOST_QUESTIONS = 7


def negotiation(
    made: tuple[Check, ...],
    prices: Mapping[str, Range],
    missing: tuple[MissingClause, ...],
    against: tuple[Contradiction, ...],
) -> tuple[Negotiation, ...]:
    """Every broken rule and every gap as something to ask for, sorted by risk and then by money."""
    asks: list[tuple[Risk, float, Negotiation]] = []
    for check in made:
        if check.finding.verdict == "broken":
            price = prices.get(check.rule_id)
            worth = price.mid if price else None
            ask = Negotiation(ask=check.finding.remedy, why=check.finding.why, worth=worth, finding=check.rule_id)
            asks.append((check.risk, worth or 0.0, ask))
    for gap in missing:
        ask = Negotiation(ask=gap.ask, why=gap.why_it_matters, worth=None, finding=gap.type)
        asks.append((gap.risk, 0.0, ask))
    for each in against:
        ask = Negotiation(
            ask=f"Please confirm in writing which counts, {each.what}.", why=each.why, worth=None, finding="VN18"
        )
        asks.append(("flag", 0.0, ask))
    asks.sort(key=lambda each: (RISKS.index(each[0]), -each[1]))
    return tuple(each for _, _, each in asks if each.ask)


def letter(asks: tuple[Negotiation, ...], claims: tuple[Claim, ...], file: str) -> str:
    """A letter to the vendor: changes wanted, open questions, evidence for promises. Empty where all is well.

    Hidden words have no part in it: what stands in it may not hang on them.
    """
    changes = [each for each in asks if each.finding.startswith("VN") and each.finding not in ("VN33", "VN34")]
    questions = [each for each in asks if not each.finding.startswith("VN")]
    if not (changes or questions):
        return ""
    lines = ["Hello,", "", f"Thank you for your offer ({file}). Before we decide, please look at these points with us."]
    if changes:
        lines += ["", "What we would like to change:"]
        lines += [f"{n}. {_request(each.ask)}" for n, each in enumerate(changes[:_MOST_IN_LETTER], start=1)]
    if questions:
        lines += ["", "What we did not find in the papers:"]
        lines += [f"- {each.ask}" for each in questions[:_MOST_QUESTIONS]]
    if claims:
        lines += ["", f"You write: “{_short(claims[0].quote)}” What was measured, on whom, and over which time?"]
    lines += ["", "Please answer in writing; we will attach your reply to the order.", "", "Kind regards"]
    return "\n".join(lines)


_REQUESTS = (
    ("Ask for ", "We ask for "),
    ("Ask to ", "We would like to "),
    ("Ask: ", "We ask for this: "),
    ("Ask that ", "We ask that "),
    ("Ask which ", "Please tell us which "),
    ("Ask what ", "Please tell us what "),
    ("Ask why ", "Please tell us why "),
)
"""How an advice to the owner begins, and how the same begins in a letter."""


def _request(ask: str) -> str:
    """An advice to the owner turned into a request to the vendor."""
    for advice, request in _REQUESTS:
        if ask.startswith(advice):
            return request + ask.removeprefix(advice)
    return ask


def _short(quote: str) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= 160 else f"{flat[:157]}…"
