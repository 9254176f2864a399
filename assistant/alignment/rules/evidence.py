"""EV: what the numbers rest on."""

from assistant.rulebook import rule


@rule(
    id="EV01",
    severity="must",
    breach="cannot tell",
    dimension="evidence",
    seeds=("S1", "S17"),
    title="Not on the vendor's numbers alone",
    why="A saving that only the seller has measured is a hope.",
    source="evidence-grading#never-on-vendor-claims-alone",
    applies=lambda buys_something: buys_something,
    fails={"benefit_bases": ("vendor",)},
    remedy="Count for one week yourself.",
)
def not_on_the_vendors_word(benefit_bases: tuple[str, ...]) -> bool:
    return not benefit_bases or set(benefit_bases) != {"vendor"}


@rule(
    id="EV02",
    severity="must",
    breach="cannot tell",
    dimension="evidence",
    seeds=("S17",),
    title="The deciding numbers are known",
    why="Advice on guesses is a horoscope.",
    source="evidence-grading#the-two-deciding-numbers-must-be-known",
    applies=lambda cost_first_year, small_spend: cost_first_year > small_spend,
    fails={"cost_first_year": 9_000.0, "hours_known": False},
    remedy="Ask or measure how long it takes before you spend.",
)
def deciding_numbers_are_known(hours_known: bool) -> bool:
    return hours_known


@rule(
    id="EV03",
    severity="should",
    dimension="evidence",
    seeds=("S17",),
    title="The numbers agree",
    why="Hours that do not match the count times the minutes mean that one of the three is wrong.",
    source="evidence-grading#numbers-that-must-agree",
    fails={"hours_said": 10.0, "hours_counted": 2.0},
    remedy="You said {hours_said} h a week; the count times the minutes gives {hours_counted}. Which is right?",
)
def numbers_agree(hours_said: float, hours_counted: float) -> bool:
    return hours_counted > 0 and 0.67 <= hours_said / hours_counted <= 1.5


@rule(
    id="EV04",
    severity="should",
    dimension="evidence",
    seeds=("S8", "S17"),
    title="The range allows the step",
    why="An average hides the half of the futures in which it loses money.",
    source="uncertainty-and-ranges#does-the-range-allow-the-step",
    applies=lambda cash_case: cash_case,
    fails={"cash_case": True, "chance_of_gain": 0.43, "is_pilot": False},
    remedy="Try it small and wait for the number that decides.",
)
def the_range_allows_it(chance_of_gain: float, is_pilot: bool) -> bool:
    return chance_of_gain >= 0.7 or is_pilot


@rule(
    id="EV05",
    severity="should",
    dimension="evidence",
    seeds=("S5", "S17"),
    title="All costs are there",
    why="The lines that are left out are the ones that arrive later.",
    source="total-cost-and-payback#all-the-costs-belong-in-the-sum",
    applies=lambda buys_something: buys_something,
    fails={"costs_left_out": ("exit",)},
    remedy="Fill in {costs_left_out}, or write why it is nothing.",
    ours=True,
)
def all_costs_are_there(costs_left_out: tuple[str, ...]) -> bool:
    return not costs_left_out


@rule(
    id="EV06",
    severity="must",
    breach="cannot tell",
    dimension="evidence",
    seeds=("S16", "S17"),
    title="Cash needs a mechanism",
    why="Saved time becomes money only where hours leave the payroll or a bill gets smaller.",
    source="three-ledgers#cash-needs-a-mechanism",
    applies=lambda cash_per_year: cash_per_year > 0,
    fails={"cash_per_year": 9_000.0, "cash_mechanism": ""},
    remedy="Count the hours as hours, and name what they are for.",
)
def cash_has_a_mechanism(cash_mechanism: str) -> bool:
    return bool(cash_mechanism)


@rule(
    id="EV07",
    severity="should",
    dimension="evidence",
    seeds=("S17",),
    title="The week has that many hours",
    why="More hours than the people on it work in a week means that a figure is wrong.",
    source="evidence-grading#numbers-that-must-agree",
    fails={"hours_today": 150.0, "hours_of_people": 120.0},
    remedy="{hours_today} h a week are more than those people have: ask how many do it, and how long it takes.",
)
def the_week_has_the_hours(hours_today: float, hours_of_people: float) -> bool:
    return hours_today <= hours_of_people


@rule(
    id="EV08",
    severity="should",
    dimension="evidence",
    seeds=("S16", "S17"),
    title="No more is promised than the facts give",
    why="A plan that promises more hours or sales than its own figures give is believed once.",
    source="evidence-grading#how-sure-and-why-not-surer",
    fails={"promised_over_estimate": 2.0},
    remedy="Work it out again from the facts, and promise that.",
    ours=True,
)
def no_more_is_promised(promised_over_estimate: float) -> bool:
    return promised_over_estimate <= 1.25


EVIDENCE = (
    not_on_the_vendors_word,
    deciding_numbers_are_known,
    numbers_agree,
    the_range_allows_it,
    all_costs_are_there,
    cash_has_a_mechanism,
    the_week_has_the_hours,
    no_more_is_promised,
)
