"""GL: goals and horizon."""

from assistant.rulebook import rule

WEAK_REASONS = frozenset({"competitor_has_it", "vendor_urged", "fashion", "fear_of_missing_out", "grant_available"})


@rule(
    id="GL01",
    severity="must",
    breach="misaligned",
    dimension="goals",
    seeds=("S1", "S4"),
    title="Serves a goal you stated",
    why="Alignment means that each real investment serves where you want to go. Without that it is decoration.",
    source="strategic-alignment#every-purchase-names-a-goal-you-stated",
    fails={"goals_served": 0.0},
    remedy="Name the goal it serves and the number it moves, or park it.",
)
def serves_a_goal(goals_served: float) -> bool:
    return goals_served >= 1


@rule(
    id="GL02",
    severity="must",
    breach="misaligned",
    dimension="goals",
    seeds=("S1",),
    title="Not bought because others have it",
    why="That a competitor has it, or a grant pays for it, says nothing about your firm.",
    source="strategic-alignment#because-others-have-it-is-not-a-goal",
    fails={"reasons": ("competitor_has_it", "grant_available")},
    remedy="Ask yourself: would you want it if nobody else had it?",
)
def wanted_for_a_reason_of_our_own(reasons: tuple[str, ...]) -> bool:
    return not reasons or not set(reasons) <= WEAK_REASONS


@rule(
    id="GL03",
    severity="should",
    dimension="goals",
    seeds=("S2",),
    title="Outlives its own price",
    why="What is paid for longer than the work lasts is paid for nothing.",
    source="long-view#will-it-outlive-its-own-price",
    applies=lambda cost_first_year, small_spend, term_months: cost_first_year > small_spend and term_months > 1,
    fails={"cost_first_year": 9_000.0, "change_within_months": 14.0, "term_months": 36.0},
    remedy="Rent it by the month, or wait until the work has settled.",
)
def outlives_its_price(change_within_months: float, term_months: float) -> bool:
    return change_within_months >= term_months


@rule(
    id="GL04",
    severity="must",
    alarm="change_within_months",
    breach="misaligned",
    dimension="goals",
    seeds=("S2", "S7"),
    title="Fits where the firm is going",
    why="Money spent on the old way of working is lost when the work changes.",
    source="long-view#does-it-fit-where-the-firm-is-going",
    applies=lambda cost_first_year, small_spend, waits_out_the_change: (
        cost_first_year > small_spend and not waits_out_the_change
    ),
    fails={"change_within_months": 9.0, "not_reusable_share": 0.8, "cost_first_year": 80_000.0},
    remedy="Wait until the new way has run for six months, rent instead of buying, or take the smallest step.",
)
def fits_where_the_firm_is_going(change_within_months: float, not_reusable_share: float) -> bool:
    return change_within_months > 24 or not_reusable_share <= 0.5


@rule(
    id="GL05",
    severity="should",
    dimension="goals",
    seeds=("S2", "S16"),
    title="Room for the volume you aim at",
    why="A cheap tier that ends in mid-growth is a price rise with a date you do not know.",
    source="long-view#room-for-the-volume-you-aim-at",
    applies=lambda growth_per_year, buys_something: buys_something and growth_per_year > 0.1,
    fails={"growth_per_year": 0.4, "next_tier_price_known": False},
    remedy="Get the price of the next tier in writing before you start.",
)
def next_tier_is_known(next_tier_price_known: bool) -> bool:
    return next_tier_price_known


@rule(
    id="GL06",
    severity="should",
    dimension="goals",
    scope="portfolio",
    seeds=("S4",),
    title="No goal left without an answer",
    why="Rest, trust and price are rarely solved by software; a goal may be met another way, but it must be met.",
    source="strategic-alignment#no-goal-is-left-without-an-answer",
    fails={"goals_stated": 3.0, "goals_answered": 1.0},
    remedy="{goals_stated} goals and {goals_answered} answered: add a step for the others, or one honest line.",
)
def every_goal_has_an_answer(goals_stated: float, goals_answered: float) -> bool:
    return goals_answered >= goals_stated


@rule(
    id="GL07",
    severity="note",
    dimension="goals",
    seeds=("S12",),
    title="Could it change what you sell?",
    why="A new ability may change the plan itself. That is worth ten minutes of talk, and never a reason to buy.",
    source="disruption-view#could-it-change-what-you-sell",
    applies=lambda new_reach_possible, growth_wanted: new_reach_possible and growth_wanted,
    fails={"new_reach_possible": True, "growth_wanted": True, "new_offer_discussed": False},
    remedy="Talk for ten minutes about whom you could serve that you cannot serve today.",
)
def new_offer_was_discussed(new_offer_discussed: bool) -> bool:
    return new_offer_discussed


GOALS = (
    serves_a_goal,
    wanted_for_a_reason_of_our_own,
    outlives_its_price,
    fits_where_the_firm_is_going,
    next_tier_is_known,
    every_goal_has_an_answer,
    new_offer_was_discussed,
)
