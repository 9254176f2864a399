"""GV: people affected, data, keys and law."""

from assistant.rulebook import rule


@rule(
    id="GV01",
    severity="must",
    breach="not yet",
    dimension="governance",
    seeds=("S18",),
    title="People decide about people",
    why="Hiring, pay, dismissal and credit change lives; a person must decide, say so and listen to an objection.",
    source="ethical-governance#people-decide-about-people",
    applies=lambda automates, about_people: automates and about_people,
    fails={"about_people": True, "person_decides": False},
    remedy="The tool may sort; a person reads every doubtful case and decides.",
)
def people_decide_about_people(person_decides: bool) -> bool:
    return person_decides


@rule(
    id="GV02",
    severity="must",
    breach="not yet",
    dimension="governance",
    seeds=("S18",),
    title="The machine says so and promises nothing",
    why="A firm was held to what its bot had promised a customer.",
    source="ethical-governance#the-machine-says-so-and-promises-nothing",
    applies=lambda customers_meet_machine, uses_ai: customers_meet_machine and uses_ai,
    fails={"customers_meet_machine": True, "uses_ai": True, "discloses_machine": False},
    remedy="Approved answers only, no prices or promises, and the words: a person will confirm.",
    ours=True,
)
def the_machine_says_so(discloses_machine: bool) -> bool:
    return discloses_machine


@rule(
    id="GV03",
    severity="must",
    breach="not yet",
    dimension="governance",
    seeds=("S18",),
    title="The data may go there",
    why="A free tool is not a contract; names, and above all health and card data, may not go just anywhere.",
    source="ethical-governance#personal-data-goes-only-where-it-may",
    applies=lambda personal_data, buys_something: buys_something and personal_data != "none",
    fails={"buys_something": True, "personal_data": "ordinary", "data_terms": False},
    remedy="Use a paid tier with data terms, or leave the names out.",
)
def data_may_go_there(data_terms: bool) -> bool:
    return data_terms


@rule(
    id="GV04",
    severity="must",
    alarm="mass_marketing",
    breach="not yet",
    dimension="governance",
    seeds=("S18",),
    title="The contact is allowed",
    why="Marketing texts and automatic calls need consent and a way to say stop.",
    source="ethical-governance#contact-needs-consent",
    applies=lambda mass_marketing: mass_marketing,
    fails={"mass_marketing": True, "consent": False},
    remedy="Write only to customers who agreed, and put a way out in every message.",
)
def contact_is_allowed(consent: bool) -> bool:
    return consent


@rule(
    id="GV05",
    severity="must",
    breach="not yet",
    dimension="governance",
    seeds=("S18",),
    title="Licensed work is reviewed",
    why="Tax, health, law, safety and food need a qualified eye on each item.",
    source="ethical-governance#licensed-work-is-reviewed",
    applies=lambda automates, regulated: automates and regulated,
    fails={"regulated": True, "qualified_review": False},
    remedy="A qualified person looks at each item before it leaves.",
)
def a_qualified_person_reviews(qualified_review: bool) -> bool:
    return qualified_review


@rule(
    id="GV06",
    severity="must",
    breach="not yet",
    dimension="governance",
    seeds=("S17", "S18"),
    title="Keys are safe",
    why="An automation multiplies what one stolen password can do.",
    source="access-and-keys#keys-come-before-automation",
    applies=lambda automates, touches_money_or_mail: automates and touches_money_or_mail,
    fails={"touches_money_or_mail": True, "own_accounts": False},
    remedy="One afternoon first: own logins, a second factor, and a list of who leaves with what.",
)
def keys_are_safe(own_accounts: bool) -> bool:
    return own_accounts


GOVERNANCE = (
    people_decide_about_people,
    the_machine_says_so,
    data_may_go_there,
    contact_is_allowed,
    a_qualified_person_reviews,
    keys_are_safe,
)
