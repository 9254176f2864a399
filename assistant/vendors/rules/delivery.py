"""When is it done, when does it come, and whose is it?

`level` is the risk that knowledge/vocabulary/vendor_thresholds.yml gives to the fact: ok, watch, flag or blocker.
"""

from assistant.rulebook import rule


@rule(
    id="VN19",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Done means tested by you",
    why="What counts as accepted by silence is paid for before it works.",
    source="acceptance-criteria#when-to-worry",
    fails={"acceptance": "deemed early", "level": "flag"},
    remedy="Ask for 10 of your real cases, 9 right, signed by you.",
)
def done_means_tested(acceptance: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN20",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Your own hours fit",
    why="The hours they need from you are part of the price.",
    source="your-own-hours#when-to-worry",
    fails={"own_hours_over_spare": 2.0, "level": "flag"},
    remedy="Ask for a list of what they need from you, in hours a week.",
)
def own_hours_fit(own_hours_over_spare: float, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN21",
    severity="note",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="A late start has a remedy",
    why="A date without a consequence is a hope.",
    source="late-delivery#when-to-worry",
    fails={"delivery": "date only", "level": "watch"},
    remedy="Ask for 10 % off for each week of delay, and a way out after four.",
)
def late_start_has_a_remedy(delivery: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN22",
    severity="must",
    breach="not yet",
    dimension="governance",
    scope="proposal",
    seeds=("S18",),
    title="What is built is yours",
    why="A phone number, a domain or a flow in their name keeps you for ever.",
    source="ownership-of-the-build#when-to-worry",
    fails={"build_owner": "vendor holds number or domain", "level": "blocker"},
    remedy="Ask for accounts, numbers and flows in your name from day one.",
)
def the_build_is_yours(build_owner: str, level: str) -> bool:
    return level == "ok"


DELIVERY = (
    done_means_tested,
    own_hours_fit,
    late_start_has_a_remedy,
    the_build_is_yours,
)
