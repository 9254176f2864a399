"""RS: are money, hours and pieces there?"""

from assistant.rulebook import rule


@rule(
    id="RS01",
    severity="must",
    breach="not yet",
    dimension="resource",
    seeds=("S5",),
    title="Within the budget",
    why="It is the high end of the cost that hurts, not the middle.",
    source="resource-alignment#money",
    applies=lambda buys_something: buys_something,
    fails={"cost_first_year_high": 9_800.0, "budget_first_year": 6_000.0},
    remedy="It may cost {cost_first_year_high} in the first year and {budget_first_year} is there: do less, or rent.",
)
def cost_is_within_budget(cost_first_year_high: float, budget_first_year: float) -> bool:
    return cost_first_year_high <= budget_first_year


@rule(
    id="RS02",
    severity="must",
    breach="not yet",
    dimension="resource",
    seeds=("S5",),
    title="Leaves a cash cushion",
    why="A purchase that empties the account makes the next slow month dangerous.",
    source="resource-alignment#cash-cushion",
    applies=lambda cost_first_year, small_spend: cost_first_year > small_spend,
    fails={"cost_first_year": 9_000.0, "first_quarter_cost": 7_500.0, "free_cash": 12_000.0},
    remedy="Pay by the month, or wait for the good season.",
)
def a_cushion_is_left(first_quarter_cost: float, free_cash: float) -> bool:
    return first_quarter_cost <= 0.25 * free_cash


@rule(
    id="RS03",
    severity="should",
    dimension="resource",
    seeds=("S17",),
    title="Pays back inside the commitment",
    why="A step that pays back after the contract ends pays back for the vendor.",
    source="total-cost-and-payback#payback-inside-the-commitment",
    applies=lambda cash_case: cash_case,
    fails={"cash_case": True, "payback_months": 20.0, "term_months": 24.0},
    remedy="Ask for a shorter term or a pilot clause.",
)
def pays_back_in_time(payback_months: float, term_months: float) -> bool:
    return payback_months <= (min(18.0, 0.5 * term_months) if term_months > 1 else 18.0)


@rule(
    id="RS04",
    severity="must",
    breach="not yet",
    dimension="resource",
    seeds=("S5",),
    title="The roll-out fits the spare hours",
    why="A change that nobody has hours to run is dropped, whatever it would save.",
    source="resource-alignment#people",
    applies=lambda rollout_hours_per_week: rollout_hours_per_week > 1,
    fails={"rollout_hours_per_week": 8.0, "spare_hours_per_week": 3.0},
    remedy="It needs {rollout_hours_per_week} h a week and {spare_hours_per_week} are free: one process first.",
)
def rollout_fits_spare_hours(rollout_hours_per_week: float, spare_hours_per_week: float) -> bool:
    return rollout_hours_per_week <= spare_hours_per_week


@rule(
    id="RS05",
    severity="must",
    breach="not yet",
    dimension="resource",
    seeds=("S5",),
    title="The pieces are in place",
    why="A missing list, number or connection is the commonest delay, and it shows up after the money is spent.",
    source="resource-alignment#pieces-in-place",
    applies=lambda automates: automates,
    fails={"automates": True, "missing_pieces": ("mobile numbers",)},
    remedy="First get {missing_pieces} in place.",
)
def nothing_is_missing(missing_pieces: tuple[str, ...]) -> bool:
    return not missing_pieces


@rule(
    id="RS06",
    severity="should",
    dimension="resource",
    seeds=("S5", "S17"),
    title="Upkeep has a name and hours",
    why="What nobody looks after stops; and upkeep that eats the saving is work moved, not work removed.",
    source="resource-alignment#upkeep",
    applies=lambda automates, upkeep_hours_per_week: automates and upkeep_hours_per_week > 0,
    fails={"upkeep_hours_per_week": 6.0, "gross_hours_freed_per_week": 10.0},
    remedy="Upkeep takes {upkeep_hours_per_week} of {gross_hours_freed_per_week} h: make it simpler, or drop it.",
)
def upkeep_is_small(upkeep_hours_per_week: float, gross_hours_freed_per_week: float) -> bool:
    return upkeep_hours_per_week <= 0.2 * gross_hours_freed_per_week


@rule(
    id="RS07",
    severity="should",
    dimension="resource",
    seeds=("S15", "S16"),
    title="The cheaper way was looked at",
    why="Automation is habits and settings as much as new products; the cheap ways must lose on their merits.",
    source="stop-simplify-use-own#four-cheaper-answers-come-first",
    fails={"ways_considered": ("automate",)},
    remedy="Spend fifteen minutes on stopping it, simplifying it and the settings of what you already pay for.",
    ours=True,
)
def cheaper_ways_competed(ways_considered: tuple[str, ...]) -> bool:
    return {"stop doing it", "simplify first", "use what you have", "hand it over"} <= set(ways_considered)


@rule(
    id="RS08",
    severity="should",
    dimension="resource",
    seeds=("S16",),
    title="Freed hours are bought cheaply",
    why="Most savings in a small firm are time, so the price of an hour decides.",
    source="resource-alignment#price-per-freed-hour",
    applies=lambda cash_case, buys_something: buys_something and not cash_case,
    fails={"cash_case": False, "price_per_freed_hour": 76.0, "loaded_cost_per_hour": 20.0},
    remedy="An hour costs {price_per_freed_hour} this way against {loaded_cost_per_hour} of work: leave it for now.",
)
def hours_are_cheap(price_per_freed_hour: float, loaded_cost_per_hour: float) -> bool:
    return price_per_freed_hour <= 0.5 * loaded_cost_per_hour


@rule(
    id="RS09",
    severity="should",
    dimension="resource",
    scope="portfolio",
    seeds=("S5",),
    title="All of it together is within the budget",
    why="Each step may fit the purse and all of them not.",
    source="resource-alignment#money",
    fails={"cost_of_all_first_year": 9_000.0, "budget_first_year": 6_000.0},
    remedy="All steps cost {cost_of_all_first_year} this year against {budget_first_year}: put one off.",
)
def all_of_it_is_within_budget(cost_of_all_first_year: float, budget_first_year: float) -> bool:
    return cost_of_all_first_year <= budget_first_year


RESOURCE = (
    cost_is_within_budget,
    a_cushion_is_left,
    pays_back_in_time,
    rollout_fits_spare_hours,
    nothing_is_missing,
    upkeep_is_small,
    cheaper_ways_competed,
    hours_are_cheap,
    all_of_it_is_within_budget,
)
