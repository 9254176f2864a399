"""ST: the growth stage and reaching too early."""

from assistant.rulebook import rule


@rule(
    id="ST01",
    severity="must",
    breach="not yet",
    dimension="stage",
    seeds=("S11",),
    title="Not a stage ahead",
    why="Books, customers and simple flows come before suites; suites come before intelligence.",
    source="growth-stages#not-more-than-one-stage-ahead",
    fails={"stage_of_means": 3.0, "stage_of_firm": 1.0},
    alarm="stage_of_means",
    remedy="Get the basics of your own stage in place first.",
)
def not_a_stage_ahead(stage_of_means: float, stage_of_firm: float) -> bool:
    return stage_of_means <= stage_of_firm + 1


@rule(
    id="ST02",
    severity="must",
    breach="not yet",
    dimension="stage",
    seeds=("S13",),
    title="Not hyperautomation yet",
    why="Fleets of robots and machine learning need governance, skills and records of every step; that is their price.",
    source="hyperautomation#when-it-is-too-early",
    applies=lambda hyperautomation: hyperautomation,
    fails={"hyperautomation": True, "people_in_firm": 14.0, "automations_live": 0.0},
    remedy="Three plain flows first, running for six months.",
)
def ready_for_hyperautomation(people_in_firm: float, automations_live: float) -> bool:
    return people_in_firm >= 50 and automations_live >= 3


@rule(
    id="ST03",
    severity="should",
    dimension="stage",
    seeds=("S11", "S17"),
    title="A suite when three departments retype",
    why="Basic books give way to a suite with growth, not with ambition.",
    source="growth-stages#when-accounting-gives-way-to-erp",
    applies=lambda is_suite: is_suite,
    fails={"is_suite": True, "users": 4.0},
    remedy="Connect two tools instead.",
)
def big_enough_for_a_suite(users: float) -> bool:
    return users >= 10


@rule(
    id="ST04",
    severity="note",
    dimension="stage",
    seeds=("S11", "S16"),
    title="Touches the bottleneck",
    why="Effort beside the bottleneck changes nothing.",
    source="growth-stages#work-on-the-bottleneck",
    applies=lambda pain_named: pain_named,
    fails={"pain_named": True, "touches_pain": False},
    remedy="Look first at what you said hurts most.",
)
def touches_the_bottleneck(touches_pain: bool) -> bool:
    return touches_pain


STAGE = (not_a_stage_ahead, ready_for_hyperautomation, big_enough_for_a_suite, touches_the_bottleneck)
