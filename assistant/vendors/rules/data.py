"""Whose data is it, where does it go, and does it come back?

`level` is the risk that knowledge/vocabulary/vendor_thresholds.yml gives to the fact: ok, watch, flag or blocker.
"""

from assistant.rulebook import rule


@rule(
    id="VN26",
    severity="must",
    breach="not yet",
    dimension="governance",
    scope="proposal",
    seeds=("S18",),
    title="Your data comes out",
    why="Records that cannot leave keep you from leaving.",
    source="data-export#when-to-worry",
    fails={"export": "none of the records you run on", "level": "blocker"},
    remedy="Ask for all records as CSV, for 30 days after the end, without a fee.",
)
def data_comes_out(export: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN27",
    severity="must",
    breach="not yet",
    dimension="governance",
    scope="proposal",
    seeds=("S18",),
    title="Your data stays yours",
    why="A wide right to your data can be sold, and cannot be taken back.",
    source="data-ownership-and-training#when-to-worry",
    fails={"data_owner": "vendor", "level": "blocker"},
    remedy="Ask for one sentence: we own it, you use it to serve us.",
)
def data_stays_yours(data_owner: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN28",
    severity="must",
    breach="not yet",
    dimension="governance",
    scope="proposal",
    seeds=("S18",),
    title="Your data trains nothing without a yes",
    why="What has been learned cannot be unlearned.",
    source="data-ownership-and-training#when-to-worry",
    fails={"training": "sensitive", "level": "blocker"},
    remedy="Ask for the opt-out in the order form.",
)
def data_trains_nothing(training: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN29",
    severity="should",
    dimension="governance",
    scope="proposal",
    seeds=("S18",),
    title="Personal data has terms",
    why="You answer to your customers for where their data goes.",
    source="personal-data#when-to-worry",
    fails={"personal_data": "late breach notice", "level": "watch"},
    remedy="Ask to be told of a leak within 72 hours.",
)
def personal_data_has_terms(personal_data: str, level: str) -> bool:
    return level == "ok"


DATA = (
    data_comes_out,
    data_stays_yours,
    data_trains_nothing,
    personal_data_has_terms,
)
