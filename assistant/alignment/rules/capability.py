"""CP: does it strengthen what the firm lives from?"""

from assistant.rulebook import rule


@rule(
    id="CP01",
    severity="must",
    breach="misaligned",
    dimension="capability",
    seeds=("S5",),
    title="Keeps the skill you live from",
    why="A vital ability that is handed away is not strengthened.",
    source="capability-alignment#keep-the-skill-you-live-from",
    applies=lambda core_skill, judgement_share: core_skill and judgement_share > 0.3,
    fails={"core_skill": True, "judgement_share": 0.6, "person_decides": False},
    remedy="Let the tool prepare and let the person who knows the craft decide.",
)
def the_craft_stays_with_a_person(person_decides: bool) -> bool:
    return person_decides


@rule(
    id="CP02",
    severity="must",
    alarm="output",
    breach="misaligned",
    dimension="capability",
    seeds=("S5", "S17"),
    title="Somebody will use what it produces",
    why="Collecting figures that nobody has the time or skill to use is cost without benefit.",
    source="capability-alignment#somebody-must-use-what-it-produces",
    applies=lambda output: output in ("data", "forecast", "score", "alert"),
    fails={"output": "data", "reader_named": False, "decision_named": False},
    remedy="Name one decision it changes and one person who reads it, or leave it out.",
)
def output_has_a_reader_and_a_decision(reader_named: bool, decision_named: bool) -> bool:
    return reader_named and decision_named


@rule(
    id="CP03",
    severity="should",
    dimension="capability",
    seeds=("S5", "S8"),
    title="Skill fits the tool",
    why="Tools above people's heads go back to paper.",
    source="capability-alignment#the-tool-must-fit-the-skill-of-the-team",
    applies=lambda means_skill: means_skill >= 2,
    fails={"means_skill": 2.0, "team_skill": 0.0, "setup_bought": False},
    remedy="Take an easier way, or buy the set-up together with the handover.",
)
def skill_fits(team_skill: float, means_skill: float, setup_bought: bool) -> bool:
    return team_skill >= means_skill or (setup_bought and means_skill - team_skill <= 1)


@rule(
    id="CP04",
    severity="should",
    dimension="capability",
    seeds=("S5", "S17"),
    title="Not one person's secret",
    why="What only one person can read stops in silence when that person is away.",
    source="capability-alignment#no-flow-should-be-the-secret-of-one-person",
    applies=lambda means_skill: means_skill >= 1,
    fails={"handover_page": False},
    remedy="Write one page: what runs, where, how to stop it, and who else knows.",
    ours=True,
)
def somebody_else_can_run_it(handover_page: bool) -> bool:
    return handover_page


CAPABILITY = (the_craft_stays_with_a_person, output_has_a_reader_and_a_decision, skill_fits, somebody_else_can_run_it)
