"""PE: the people who do the work and what becomes of them."""

from assistant.rulebook import rule

NOBODY = frozenset(
    {"all", "both", "everybody", "everyone", "family", "management", "office", "people", "shared", "shop", "somebody",
     "staff", "team", "they", "us", "we"}
)  # fmt: skip
"""Words that name no one person."""


@rule(
    id="PE01",
    severity="should",
    dimension="people",
    seeds=("S4",),
    title="Those who do it were asked",
    why="They know the special cases, and they decide whether the new way is used.",
    source="people-and-change#ask-those-who-do-the-work",
    applies=lambda done_by_others: done_by_others,
    fails={"done_by_others": True, "doers_asked": False},
    remedy="Sit beside the work for twenty minutes before you choose.",
)
def doers_were_asked(doers_asked: bool) -> bool:
    return doers_asked


@rule(
    id="PE02",
    severity="must",
    alarm="posts_expected_to_go",
    breach="misaligned",
    dimension="people",
    seeds=("S16", "S18"),
    title="No hidden job cuts",
    why="Trust lost over a hidden cut stops every later change. Where posts go, the law may ask you to consult: "
    "ask a lawyer.",
    source="people-and-change#tell-staff-before-the-vendor-comes",
    applies=lambda posts_expected_to_go: posts_expected_to_go > 0,
    fails={"posts_expected_to_go": 2.0, "staff_told": False},
    remedy="Tell them first, or count only posts that fall free by themselves.",
)
def cuts_are_open(staff_told: bool) -> bool:
    return staff_told


@rule(
    id="PE03",
    severity="should",
    dimension="people",
    seeds=("S16",),
    title="Freed hours have a use",
    why="Hours without a use are gone within a month.",
    source="freed-hours#name-the-use-before-the-hours-are-free",
    applies=lambda hours_freed_per_week: hours_freed_per_week >= 1,
    fails={"hours_freed_per_week": 9.0, "freed_hours_use": ""},
    remedy="Pick one use: calls back, quotes, training, going home.",
)
def freed_hours_have_a_use(freed_hours_use: str) -> bool:
    return bool(freed_hours_use.strip())


@rule(
    id="PE04",
    severity="should",
    dimension="people",
    seeds=("S3",),
    title="One person owns the step",
    why="What everybody owns, nobody does.",
    source="people-and-change#one-person-owns-each-step",
    applies=lambda people_in_firm: people_in_firm > 1,
    fails={"step_owner": "the office"},
    remedy="Write one name and one date.",
    ours=True,
)
def one_person_owns_it(step_owner: str) -> bool:
    words = set(step_owner.lower().split()) - {"the", "our", "whole"}
    return bool(words) and not words & NOBODY


@rule(
    id="PE05",
    severity="should",
    dimension="people",
    seeds=("S19",),
    title="The last failure is understood",
    why="A second try with the same cause is a second failure.",
    source="people-and-change#understand-the-last-failure",
    applies=lambda tried_before: tried_before,
    fails={"tried_before": True, "cause_changed": False},
    remedy="Write down what is different this time.",
)
def last_failure_is_understood(cause_changed: bool) -> bool:
    return cause_changed


PEOPLE = (
    doers_were_asked,
    cuts_are_open,
    freed_hours_have_a_use,
    one_person_owns_it,
    last_failure_is_understood,
)
