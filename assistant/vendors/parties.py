"""Who sells and who buys, by the names that a proposal gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Role = Literal["provider", "customer"]

_NAME = r"(?P<name>[A-Z][\w&'’-]*(?:[ \t]+(?:&[ \t]+)?[A-Z][\w&'’-]*){0,4})"
_ANY_NAME = re.compile(_NAME)
_SUFFIX = re.compile(
    r"[\s,]+(?:ltd|limited|inc|incorporated|llc|llp|plc|gmbh|b\.?v|s\.?a(?:\.?s)?|s\.?r\.?l|a\.?g|oy|ab|aps|pty|co|corp|"
    r"corporation|company|group)\.?$",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    rf"{_NAME},?\s+(?i:ltd|limited|inc|incorporated|llc|llp|plc|gmbh|b\.?v\.?|s\.?a\.?|a\.?g\.?|pty|corp)\b"
)
_SELLER = re.compile(
    r"(?i:prepared by:?|(?:supplier|provider|vendor|seller|contractor|lessor|agency|consultant)[ \t]*[:|]|"
    rf"\bfrom[ \t]*:)\s*{_NAME}"
)
_BUYER = re.compile(
    rf"(?i:prepared for:?|(?:customer|client|buyer|lessee|merchant|licensee)[ \t]*[:|]|\bto[ \t]*:)\s*{_NAME}"
)
_DEFINED = re.compile(
    r"\(\s*(?:the\s+)?[\"“']?(?P<role>supplier|provider|vendor|seller|contractor|lessor|agency|consultant|licensor|"
    r"customer|client|buyer|lessee|merchant|licensee)[\"”']?\s*\)",
    re.IGNORECASE,
)
_SELLERS = frozenset(
    {"supplier", "provider", "vendor", "seller", "contractor", "lessor", "agency", "consultant", "licensor"}
)
_HEAD = 4_000
_BACK = 160
_COMMON = frozenset(
    {"the", "this", "our", "your", "agreement", "service", "services", "order", "date", "we", "you", "between"}
)


@dataclass(frozen=True, slots=True)
class Party:
    """A name in lower case and the side it stands on."""

    name: str
    role: Role


def parties(text: str) -> tuple[Party, ...]:
    """The parties named at the beginning of a proposal, full names and their first word where it is no common word."""
    head = text[:_HEAD]
    found: dict[str, Role] = {}
    for hit in _DEFINED.finditer(head):
        before = head[max(0, hit.start() - _BACK) : hit.start()]
        companies = [each.group("name") for each in _COMPANY.finditer(before)]
        named = companies or [
            each.group("name") for each in _ANY_NAME.finditer(re.split(r"\b(?:between|and|by)\b", before)[-1])
        ]
        if named:
            name = named[-1] if companies else named[0]
            found.setdefault(name, "provider" if hit.group("role").lower() in _SELLERS else "customer")
    for hit in _SELLER.finditer(head):
        found.setdefault(hit.group("name"), "provider")
    for hit in _BUYER.finditer(head):
        found.setdefault(hit.group("name"), "customer")
    return tuple(Party(name, role) for full, role in found.items() for name in _names(full))


def _names(full: str) -> list[str]:
    bare = full.strip(" .,")
    while (shorter := _SUFFIX.sub("", bare)) != bare:
        bare = shorter
    first = bare.split()[0] if bare.split() else ""
    names = {bare.lower()}
    if len(first) > 3 and first.lower() not in _COMMON:
        names.add(first.lower())
    return sorted((each for each in names if len(each) > 2 and each not in _COMMON), key=len, reverse=True)


def with_roles(text: str, named: tuple[Party, ...]) -> str:
    """A text in lower case in which the parties' names are replaced by "provider" and "customer"."""
    for party in named:
        if party.name in text:
            text = re.sub(rf"\b{re.escape(party.name)}\b", party.role, text)
    return text
