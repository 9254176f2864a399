"""Who pays when it goes wrong, and who may change the deal?

`level` is the risk that knowledge/vocabulary/vendor_thresholds.yml gives to the fact: ok, watch, flag or blocker.
"""

from assistant.rulebook import rule


@rule(
    id="VN30",
    severity="should",
    dimension="governance",
    scope="proposal",
    seeds=("S18",),
    title="They answer for a year of fees",
    why="A low cap is low, not absent: above it the damage is yours.",
    source="liability-caps#when-to-worry",
    fails={"liability_terms": "3 months of fees", "level": "flag"},
    remedy="Ask for 12 months of fees, and more for data ({liability_terms} now).",
)
def liability_covers_a_year(liability_terms: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN31",
    severity="must",
    breach="not yet",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="No lease or guarantee behind it",
    why="A lease with a third party runs on when the vendor fails.",
    source="leases-and-guarantees#when-to-worry",
    fails={"lease": "personal guarantee", "level": "blocker"},
    remedy="Buy the device or rent by the month, and strike the guarantee.",
)
def no_lease_behind_it(lease: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN32",
    severity="must",
    breach="not yet",
    dimension="governance",
    scope="proposal",
    seeds=("S18",),
    title="The deal stays the deal",
    why="Terms that one side can change are not terms.",
    source="changing-the-terms#when-to-worry",
    fails={"change_terms": "money or data", "level": "blocker"},
    remedy="Ask: no change before renewal without your written yes.",
)
def the_deal_stays(change_terms: str, level: str) -> bool:
    return level == "ok"


LIABILITY = (
    liability_covers_a_year,
    no_lease_behind_it,
    the_deal_stays,
)
