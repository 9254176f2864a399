"""Does it run, and who helps when it does not?

`level` is the risk that knowledge/vocabulary/vendor_thresholds.yml gives to the fact: ok, watch, flag or blocker.
"""

from assistant.rulebook import rule


@rule(
    id="VN23",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Runs when you are open",
    why="99.5 % allows nearly 44 hours of standstill a year.",
    source="uptime-and-remedies#when-to-worry",
    fails={"uptime": "98 %", "level": "flag"},
    remedy="Ask for 99.9 % in your opening hours, measured by the month; now: {uptime}.",
)
def it_runs_when_needed(uptime: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN24",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Bad service lets you leave",
    why="Credits towards more of a bad service are no remedy.",
    source="uptime-and-remedies#when-to-worry",
    fails={"service_remedy": "credits only for long", "level": "flag"},
    remedy="Ask: two misses in three months, and you may leave with a refund.",
)
def bad_service_lets_you_leave(service_remedy: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN25",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="A person helps when you are stuck",
    why="A tool you use daily stops the day when it stops.",
    source="support#when-to-worry",
    fails={"support": "none", "level": "flag"},
    remedy="Ask for a name, a number and hours that cover your opening times.",
)
def a_person_helps(support: str, level: str) -> bool:
    return level == "ok"


SERVICE = (
    it_runs_when_needed,
    bad_service_lets_you_leave,
    a_person_helps,
)
