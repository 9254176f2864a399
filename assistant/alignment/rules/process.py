"""PR: is the work itself fit to be automated?"""

from assistant.rulebook import rule


@rule(
    id="PR01",
    severity="must",
    breach="not yet",
    dimension="process",
    seeds=("S2", "S17"),
    title="Stable enough",
    why="Automating something that is about to change is paying twice.",
    source="process-fitness#stable-enough",
    applies=lambda automates, waits_out_the_change: automates and not waits_out_the_change,
    fails={"stable": False},
    remedy="Change it first, let it run for six months, then look again.",
)
def stays_the_same(stable: bool) -> bool:
    return stable


@rule(
    id="PR02",
    severity="must",
    breach="not yet",
    dimension="process",
    seeds=("S4", "S17"),
    title="Can be told in steps",
    why="Where two people do it two ways, the difference between them becomes the machine's errors.",
    source="process-fitness#told-in-steps",
    applies=lambda automates, brings_own_steps: automates and not brings_own_steps,
    fails={"documented": False},
    remedy="Fifteen minutes: both of you write the steps, then compare.",
)
def steps_are_written(documented: bool) -> bool:
    return documented


@rule(
    id="PR03",
    severity="must",
    breach="not yet",
    dimension="process",
    seeds=("S16",),
    title="The input is digital",
    why="Paper in means that the typing stays.",
    source="process-fitness#digital-input",
    applies=lambda automates, captures_paper: automates and not captures_paper,
    fails={"digital_input": 0.2},
    remedy="Start with a form or a photo step, so that the words arrive readable.",
)
def input_is_digital(digital_input: float) -> bool:
    return digital_input >= 0.6


@rule(
    id="PR04",
    severity="must",
    breach="not yet",
    dimension="process",
    seeds=("S17",),
    title="Exceptions are few",
    why="Every special case still needs a person, and now one who must first find out what the machine did.",
    source="process-fitness#few-exceptions",
    applies=lambda automates: automates,
    fails={"exception_share": 0.45, "person_after_each": False},
    remedy="Sort first, and automate only the plain cases.",
)
def exceptions_are_few(exception_share: float, person_after_each: bool) -> bool:
    return exception_share <= (0.4 if person_after_each else 0.25)


@rule(
    id="PR05",
    severity="must",
    breach="not yet",
    dimension="process",
    seeds=("S5", "S16"),
    title="Judgement stays with a person",
    why="Work of taste cannot be checked by a rule.",
    source="process-fitness#judgement-stays-with-a-person",
    applies=lambda automates: automates,
    fails={"judgement_share": 0.7, "person_decides": False},
    remedy="Let the tool prepare, and let a person decide.",
)
def judgement_stays(judgement_share: float, person_decides: bool) -> bool:
    return judgement_share <= 0.3 or person_decides


@rule(
    id="PR06",
    severity="must",
    alarm="irreversible",
    breach="not yet",
    dimension="process",
    seeds=("S18",),
    title="Nothing irreversible without a yes",
    why="Money sent, goods ordered and mails to everybody cannot be called back.",
    source="process-fitness#nothing-irreversible-without-a-yes",
    applies=lambda automates, irreversible: automates and irreversible,
    fails={"irreversible": True, "approval_step": False},
    remedy="Set a limit for each run and a second look above it.",
)
def a_person_says_yes(approval_step: bool) -> bool:
    return approval_step


@rule(
    id="PR07",
    severity="should",
    dimension="process",
    seeds=("S16", "S19"),
    title="Big enough to matter",
    why="A tool that costs more than the whole job cannot pay, however good it is.",
    source="process-fitness#big-enough-to-matter",
    applies=lambda buys_something: buys_something,
    fails={"cost_per_year": 288.0, "cost_of_job_per_year": 234.0},
    remedy="The way costs {cost_per_year} a year and the whole job {cost_of_job_per_year}: leave it.",
)
def the_job_is_dearer_than_the_tool(cost_per_year: float, cost_of_job_per_year: float) -> bool:
    return cost_per_year < cost_of_job_per_year


@rule(
    id="PR08",
    severity="should",
    dimension="process",
    seeds=("S17", "S19"),
    title="Still needed",
    why="Some of every firm's work is habit; automating it keeps it alive.",
    source="process-fitness#still-needed-and-simple",
    fails={"needed": False},
    remedy="Stop it for four weeks and see who misses it.",
)
def somebody_needs_it(needed: bool) -> bool:
    return needed


PROCESS = (
    stays_the_same,
    steps_are_written,
    input_is_digital,
    exceptions_are_few,
    judgement_stays,
    a_person_says_yes,
    the_job_is_dearer_than_the_tool,
    somebody_needs_it,
)
