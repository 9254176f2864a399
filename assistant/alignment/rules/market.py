"""MK: does it fit what customers come for?"""

from assistant.rulebook import rule


@rule(
    id="MK01",
    severity="must",
    alarm="person_is_default",
    breach="misaligned",
    dimension="market",
    seeds=("S5",),
    title="What customers come for stays human",
    why="Where people come for a person, a screen in that person's place takes away the reason to come.",
    source="market-alignment#what-customers-come-for-stays-human",
    applies=lambda customer_facing, human_touch: customer_facing >= 2 and human_touch >= 2,
    fails={"customer_facing": 3.0, "human_touch": 3.0, "personal_service": True, "person_is_default": False},
    remedy="Automate behind the counter, and offer the screen as a choice beside the person.",
)
def people_stay_where_people_matter(personal_service: bool, person_is_default: bool) -> bool:
    return person_is_default or not personal_service


@rule(
    id="MK02",
    severity="must",
    breach="not yet",
    dimension="market",
    seeds=("S5",),
    title="A person is within reach",
    why="The commonest fear of customers who meet a machine is not getting through to anybody.",
    source="market-alignment#a-person-within-reach",
    applies=lambda customers_meet_machine: customers_meet_machine,
    fails={"customers_meet_machine": True, "minutes_to_person": 30.0},
    remedy="Put a way to a person on every screen and name who answers within two minutes in opening hours.",
)
def a_person_is_near(minutes_to_person: float) -> bool:
    return minutes_to_person <= 2


@rule(
    id="MK03",
    severity="should",
    dimension="market",
    seeds=("S3", "S5"),
    title="Asked the customers",
    why="You sit closer to your customers than any large firm does; asking five of them is the cheapest test there is.",
    source="market-alignment#ask-five-customers-first",
    applies=lambda customer_facing: customer_facing >= 2,
    fails={"customer_facing": 3.0, "customers_asked": 0.0},
    remedy="Have five short talks this week before you change what they see.",
)
def customers_were_asked(customers_asked: float) -> bool:
    return customers_asked >= 5


@rule(
    id="MK04",
    severity="should",
    dimension="market",
    seeds=("S5", "S17"),
    title="The customer's side is watched too",
    why="Hours saved can hide customers lost.",
    source="market-alignment#watch-the-customer-side-too",
    applies=lambda customer_facing: customer_facing >= 2,
    fails={"customer_facing": 3.0, "counter_measure_set": False},
    remedy="Add one number on the customer's side, with a limit that stops the pilot.",
    ours=True,
)
def customers_are_watched(counter_measure_set: bool) -> bool:
    return counter_measure_set


@rule(
    id="MK05",
    severity="should",
    dimension="market",
    seeds=("S5", "S17"),
    title="The machine gets only what it can settle",
    why="Bots settle simple questions and fail at disputes; what they fail at lands on a customer who is now angry.",
    source="customer-contact-bots#give-the-bot-only-what-it-can-settle",
    applies=lambda customers_meet_machine: customers_meet_machine,
    fails={"customers_meet_machine": True, "simple_share": 0.2},
    remedy="Start with opening hours, booking and order status only.",
)
def the_machine_gets_the_simple_part(simple_share: float) -> bool:
    return simple_share >= 0.5


@rule(
    id="MK06",
    severity="must",
    breach="not yet",
    dimension="market",
    seeds=("S5",),
    title="The way to a person is built in",
    why="A way to a person that is not planned is not there on the day.",
    source="market-alignment#a-person-within-reach",
    applies=lambda customers_meet_machine: customers_meet_machine,
    fails={"customers_meet_machine": True, "way_to_person": False},
    remedy="Write on every screen and message how to reach somebody.",
    ours=True,
)
def the_way_to_a_person_is_built_in(way_to_person: bool) -> bool:
    return way_to_person


MARKET = (
    people_stay_where_people_matter,
    a_person_is_near,
    customers_were_asked,
    customers_are_watched,
    the_machine_gets_the_simple_part,
    the_way_to_a_person_is_built_in,
)
