"""SY: the firm as one system."""

from assistant.rulebook import rule


@rule(
    id="SY01",
    severity="must",
    breach="not yet",
    dimension="systems",
    scope="portfolio",
    seeds=("S9", "S17"),
    title="Each record has one home",
    why="Where every desk buys its own tool, the same customer lives three times and no list is true.",
    source="isolated-automation#each-record-has-one-home",
    fails={"records_with_two_homes": ("customers",)},
    remedy="Choose the one home of {records_with_two_homes} before anything new is bought.",
)
def each_record_has_one_home(records_with_two_homes: tuple[str, ...]) -> bool:
    return not records_with_two_homes


@rule(
    id="SY02",
    severity="should",
    dimension="systems",
    seeds=("S9", "S15"),
    title="Not twice",
    why="Two tools for one job double the logins and halve the truth.",
    source="isolated-automation#do-not-buy-it-twice",
    applies=lambda buys_something: buys_something,
    fails={"tools_doing_it": ("the accounting program",)},
    remedy="You already have {tools_doing_it}: use it or replace it, not both.",
)
def nothing_is_doubled(tools_doing_it: tuple[str, ...]) -> bool:
    return not tools_doing_it


@rule(
    id="SY03",
    severity="should",
    dimension="systems",
    seeds=("S9", "S17"),
    title="Connections are counted",
    why="Each joint between two tools breaks sooner or later.",
    source="data-integration#count-the-connections",
    fails={"integrations": 6.0},
    remedy="Fewer steps, or links that the tools bring themselves.",
)
def few_joints(integrations: float) -> bool:
    return integrations <= 2


@rule(
    id="SY05",
    severity="note",
    dimension="systems",
    seeds=("S10", "S17"),
    title="Side effects are written down",
    why="Operations, customers, money and people move one another; law and prices move them from outside.",
    source="systems-thinking#side-effects-and-outside-triggers-are-written-down",
    fails={"side_effects_written": False},
    remedy="One line each: what happens to customers, to money, to people.",
    ours=True,
)
def side_effects_are_written(side_effects_written: bool) -> bool:
    return side_effects_written


SYSTEMS = (each_record_has_one_home, nothing_is_doubled, few_joints, side_effects_are_written)
