"""MS: numbers, dates and reviews."""

from assistant.rulebook import rule


@rule(
    id="MS01",
    severity="must",
    breach="not yet",
    dimension="measurement",
    seeds=("S4", "S17"),
    title="One number, with a target and a date",
    why="Without a number that belongs to the goal, nobody can say whether it worked.",
    source="measures-and-baselines#one-number-a-target-and-a-date",
    fails={"measure_set": False, "target_set": False, "date_set": False},
    remedy="Write one number, where it stands, where it should stand and by when.",
    ours=True,
)
def one_number_is_set(measure_set: bool, target_set: bool, date_set: bool) -> bool:
    return measure_set and target_set and date_set


@rule(
    id="MS02",
    severity="should",
    dimension="measurement",
    seeds=("S4", "S17"),
    title="The start value is measured",
    why="People misremember how long things take.",
    source="measures-and-baselines#measure-the-start-value",
    fails={"baseline_planned": False},
    remedy="Keep a tally sheet for two weeks before you start.",
    ours=True,
)
def start_value_is_measured(baseline_planned: bool) -> bool:
    return baseline_planned


@rule(
    id="MS03",
    severity="must",
    breach="not yet",
    dimension="measurement",
    seeds=("S8",),
    title="A line at which you stop",
    why="Once money is spent it talks; decide before that what failure looks like.",
    source="pilots-and-stop-rules#write-the-stop-rule-before-the-start",
    applies=lambda cost_first_year, small_spend: cost_first_year > small_spend,
    fails={"cost_first_year": 9_000.0, "stop_rule_set": False},
    remedy="Write: if it frees less than so many hours by this date, we cancel.",
    ours=True,
)
def there_is_a_stop_rule(stop_rule_set: bool) -> bool:
    return stop_rule_set


@rule(
    id="MS04",
    severity="should",
    dimension="measurement",
    seeds=("S4", "S14"),
    title="The review asks the bigger question",
    why="Automating shows the weak spots of the plan itself; a yearly look finds them too late.",
    source="automation-as-mirror#the-review-asks-the-bigger-question",
    fails={"review_within_days": 365.0},
    remedy="Put a date within ninety days in the calendar: still where you want to go, and still worth it?",
    ours=True,
)
def review_is_soon(review_within_days: float) -> bool:
    return review_within_days <= 90


MEASUREMENT = (one_number_is_set, start_value_is_measured, there_is_a_stop_rule, review_is_soon)
