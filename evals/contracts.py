"""Real contracts with expert-marked clauses (CUAD v1, public data: cuad), and which of them nobody may learn from.

One in five is held out. Contracts of one company, and near copies of one another, stand on the same side.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

CONTRACTS = "cuad/contracts.jsonl"
HELD_OUT = 5
"""One group of so many is held out."""
_SHINGLE, _KEPT, _COMMON, _NEAR_COPY = 12, 16, 20, 0.25
"""Words of a shingle, one of how many shingles is looked at, in how many contracts one is boilerplate, and the share
of the shorter contract's shingles from which two are near copies."""
_WORD = re.compile(r"\w+")

TYPES = {
    "Renewal Term": "renewal_term",
    "Notice Period To Terminate Renewal": "notice_period_to_terminate_renewal",
    "Termination For Convenience": "termination_for_convenience",
    "Exclusivity": "exclusivity",
    "Price Restrictions": "price_restrictions",
    "Minimum Commitment": "minimum_commitment",
    "Ip Ownership Assignment": "ip_ownership_assignment",
    "Cap On Liability": "cap_on_liability",
    "Uncapped Liability": "uncapped_liability",
    "Warranty Duration": "warranty_duration",
    "Audit Rights": "audit_rights",
    "Post-Termination Services": "post_termination_services",
    "Liquidated Damages": "liquidated_damages",
    "Anti-Assignment": "anti_assignment",
    "Insurance": "insurance",
    "Governing Law": "governing_law",
    "Expiration Date": "expiration_date",
    "License Grant": "license_grant",
    "Most Favored Nation": "most_favored_nation",
    "Revenue/Profit Sharing": "revenue_profit_sharing",
    "Volume Restriction": "volume_restriction",
    "Source Code Escrow": "source_code_escrow",
    "Change Of Control": "change_of_control",
    "Non-Transferable License": "non_transferable_license",
    "Effective Date": "effective_date",
    "Non-Compete": "non_compete",
    "No-Solicit Of Employees": "no_solicit_of_employees",
    "No-Solicit Of Customers": "no_solicit_of_customers",
}
"""The corpus's name of each kind of clause, and ours."""


class Marked(NamedTuple):
    """A clause that experts marked: its type, and its offsets in the contract's text."""

    type: str
    start: int
    end: int


class Contract(NamedTuple):
    """A contract with its marked clauses of our types."""

    name: str
    text: str
    clauses: tuple[Marked, ...]


def load_contracts(path: Path) -> list[Contract]:
    """The contracts of the public file, in its order."""
    return list(_rows(path))


def _rows(path: Path) -> Iterator[Contract]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            spans = [each for each in row["spans"] if each["category"] in TYPES]
            clauses = tuple(Marked(TYPES[each["category"]], each["start"], each["end"]) for each in spans)
            yield Contract(row["contract"], row["text"], clauses)


def held_out(contracts: Sequence[Contract]) -> frozenset[str]:
    """The names of the contracts that nobody may learn from."""
    return frozenset(
        each.name
        for group in _groups(contracts)
        for each in group
        if crc32(min(one.name for one in group).encode()) % HELD_OUT == 0
    )


def _groups(contracts: Sequence[Contract]) -> list[list[Contract]]:
    """Contracts that belong together: of one company, or near copies."""
    joined = {each.name: each.name for each in contracts}

    def root(name: str) -> str:
        while joined[name] != name:
            name = joined[name]
        return name

    first: dict[str, str] = {}
    for each in contracts:
        joined[root(each.name)] = root(first.setdefault(_company(each.name), each.name))
    for one, other in _near_copies(contracts):
        joined[root(one)] = root(other)
    groups: dict[str, list[Contract]] = defaultdict(list)
    for each in contracts:
        groups[root(each.name)].append(each)
    return list(groups.values())


def _company(name: str) -> str:
    """The filing company, which a contract's name begins with."""
    return re.sub(r"[^a-z]", "", re.split(r"[_0-9]", name)[0].lower()) or name


def _near_copies(contracts: Sequence[Contract]) -> Iterator[tuple[str, str]]:
    shingles = {each.name: _shingles(each.text) for each in contracts}
    holders: dict[int, list[str]] = defaultdict(list)
    for name, found in shingles.items():
        for each in found:
            holders[each].append(name)
    shared = Counter(
        pair for names in holders.values() if 1 < len(names) < _COMMON for pair in combinations(sorted(names), 2)
    )
    for (one, other), count in shared.items():
        if count > _NEAR_COPY * min(len(shingles[one]), len(shingles[other])):
            yield one, other


def _shingles(text: str) -> frozenset[int]:
    words = _WORD.findall(text.lower())
    runs = (crc32(" ".join(words[at : at + _SHINGLE]).encode()) for at in range(len(words) - _SHINGLE + 1))
    return frozenset(each for each in runs if each % _KEPT == 0)
