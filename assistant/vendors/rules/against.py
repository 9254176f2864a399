"""Does the offer go against what the owner has told? Each is the rule of alignment that it names, put to a proposal."""

from assistant.rulebook import rule


@rule(
    id="VN35A",
    severity="should",
    dimension="process",
    scope="proposal",
    seeds=("S2",),
    title="It automates what stays as it is",
    why="Automating a way of working that is about to change is paying twice (PR01).",
    source="process-fitness#stable-enough",
    fails={"process_stable": False},
    remedy="You said that this still changes: change it first, sign after.",
)
def process_is_stable(process_stable: bool) -> bool:
    return process_stable


@rule(
    id="VN35B",
    severity="should",
    dimension="process",
    scope="proposal",
    seeds=("S16",),
    title="It gets the input it needs",
    why="With paper going in, the typing stays (PR03).",
    source="process-fitness#digital-input",
    applies=lambda captures_paper: not captures_paper,
    fails={"captures_paper": False, "digital_input_share": 0.2},
    remedy="Much of your input is on paper: ask how it gets in, and what that costs.",
)
def input_is_digital(digital_input_share: float) -> bool:
    return digital_input_share >= 0.6


@rule(
    id="VN35C",
    severity="should",
    dimension="process",
    scope="proposal",
    seeds=("S16",),
    title="Few cases fall out of it",
    why="Cases that fall out are dearer than before (PR04).",
    source="process-fitness#few-exceptions",
    fails={"exception_share": 0.45},
    remedy="You said that many cases are special: start with the plain ones only.",
)
def exceptions_are_few(exception_share: float) -> bool:
    return exception_share <= 0.4


@rule(
    id="VN35D",
    severity="should",
    dimension="evidence",
    scope="proposal",
    seeds=("S1",),
    title="It serves a goal of yours",
    why="A purchase that serves none of your goals is decoration (GL01).",
    source="strategic-alignment#every-purchase-names-a-goal-you-stated",
    fails={"goals_served": 0.0},
    remedy="Nothing in the offer speaks of what you want: ask which number of yours it moves.",
)
def serves_a_goal(goals_served: float) -> bool:
    return goals_served >= 1


@rule(
    id="VN35E",
    severity="must",
    breach="not yet",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="It is within the budget",
    why="It is the first year that has to be paid from what is there (RS01).",
    source="resource-alignment#money",
    fails={"offer_first_year": 9_800.0, "budget_first_year": 6_000.0},
    remedy="The first year comes to {offer_first_year}, your budget is {budget_first_year}: ask for less, or monthly.",
)
def offer_is_within_budget(offer_first_year: float, budget_first_year: float) -> bool:
    return offer_first_year <= budget_first_year


@rule(
    id="VN35F",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="You have the hours for it",
    why="A change that nobody has hours to run is dropped (RS04).",
    source="resource-alignment#people",
    fails={"needed_hours_per_week": 8.0, "spare_hours_per_week": 3.0},
    remedy="They need {needed_hours_per_week} h a week, {spare_hours_per_week} are free: ask for a slower start.",
)
def hours_are_there(needed_hours_per_week: float, spare_hours_per_week: float) -> bool:
    return needed_hours_per_week <= spare_hours_per_week


@rule(
    id="VN35G",
    severity="should",
    dimension="process",
    scope="proposal",
    seeds=("S9",),
    title="You do not own it already",
    why="Doubled tools double logins and truth (SY02).",
    source="isolated-automation#do-not-buy-it-twice",
    fails={"tool_owned_already": True},
    remedy="You already use something of this kind: have it replaced with a date, or use what you have.",
)
def not_owned_already(tool_owned_already: bool) -> bool:
    return not tool_owned_already


@rule(
    id="VN35H",
    severity="should",
    dimension="market",
    scope="proposal",
    seeds=("S5",),
    title="Your customers can reach a person",
    why="People who come for people leave when none is within reach (MK02).",
    source="market-alignment#a-person-within-reach",
    applies=lambda customers_meet_machine: customers_meet_machine,
    fails={"customers_meet_machine": True, "person_within_reach": False},
    remedy="Ask how a customer gets to a person, how fast, and who answers.",
)
def a_person_is_within_reach(person_within_reach: bool) -> bool:
    return person_within_reach


@rule(
    id="VN35I",
    severity="should",
    dimension="capability",
    scope="proposal",
    seeds=("S11",),
    title="It fits the stage of the firm",
    why="A tool made for a later stage needs people and habits that are not there yet (ST01).",
    source="growth-stages#not-more-than-one-stage-ahead",
    fails={"stages_ahead": 2.0},
    remedy="This is made for larger firms: take the basic version, or wait.",
)
def not_a_stage_ahead(stages_ahead: float) -> bool:
    return stages_ahead <= 1


AGAINST = (
    process_is_stable,
    input_is_digital,
    exceptions_are_few,
    serves_a_goal,
    offer_is_within_budget,
    hours_are_there,
    not_owned_already,
    a_person_is_within_reach,
    not_a_stage_ahead,
)
