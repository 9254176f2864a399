"""DL: how it is tried, ordered and undone; the tactical exception."""

from assistant.rulebook import rule


@rule(
    id="DL01",
    severity="must",
    breach="not yet",
    dimension="delivery",
    seeds=("S4", "S8"),
    title="Try it small first",
    why="A pilot is the only cheap proof.",
    source="pilots-and-stop-rules#try-small-first",
    applies=lambda cost_first_year, small_spend, customer_facing, buys_something: (
        cost_first_year > small_spend or (customer_facing >= 2 and buys_something)
    ),
    fails={"cost_first_year": 9_000.0, "pilot_weeks": 0.0, "pilot_volume_share": 1.0},
    remedy="Ask for four to twelve weeks on a quarter of the volume, cancellable, and write it into the order.",
    ours=True,
)
def there_is_a_pilot(pilot_weeks: float, pilot_volume_share: float) -> bool:
    return 4 <= pilot_weeks <= 12 and pilot_volume_share <= 0.25


@rule(
    id="DL02",
    severity="should",
    dimension="delivery",
    scope="portfolio",
    seeds=("S6", "S8"),
    title="Not too much at once",
    why="Attention runs out before money does.",
    source="order-of-steps#not-too-much-at-once",
    fails={"changes_at_once": 4.0, "most_changes_at_once": 1.0},
    remedy="{changes_at_once} changes at once, and your size carries {most_changes_at_once}: put them in order.",
)
def not_too_much_at_once(changes_at_once: float, most_changes_at_once: float) -> bool:
    return changes_at_once <= most_changes_at_once


@rule(
    id="DL03",
    severity="must",
    breach="not yet",
    dimension="delivery",
    seeds=("S8", "S10"),
    title="A way back",
    why="Systems fail on the busiest day.",
    source="pilots-and-stop-rules#keep-a-way-back",
    applies=lambda automates: automates,
    fails={"automates": True, "fallback_kept": False, "reversible_days": 90.0},
    remedy="Keep the old way readable for ninety days.",
    ours=True,
)
def there_is_a_way_back(fallback_kept: bool, reversible_days: float) -> bool:
    return fallback_kept or reversible_days <= 30


@rule(
    id="DL04",
    severity="note",
    dimension="delivery",
    seeds=("S7",),
    title="Quick win allowed",
    why="Small firms learn by doing. A cheap, reversible, dated step may run ahead of the plan.",
    source="strategically-tactical#what-counts-as-a-quick-win",
    applies=lambda cost_first_year, small_spend: cost_first_year <= small_spend,
    fails={"setup_hours": 40.0, "cancel_days": 365.0, "reversible_days": 365.0, "review_within_days": 400.0},
    remedy="To count as a quick win it needs under 16 hours of set-up, a way out in 31 days and a date within 90.",
)
def quick_win(setup_hours: float, cancel_days: float, reversible_days: float, review_within_days: float) -> bool:
    return setup_hours <= 16 and cancel_days <= 31 and reversible_days <= 31 and review_within_days <= 90


@rule(
    id="DL05",
    severity="should",
    dimension="delivery",
    scope="portfolio",
    seeds=("S16", "S17"),
    title="First things first",
    why="Data before analysis, simpler before automatic, true lists before reminders: order decides.",
    source="order-of-steps#first-things-first",
    fails={"steps_before_their_basis": ("cash ahead",)},
    remedy="Swap: what {steps_before_their_basis} rests on comes first.",
)
def basis_comes_first(steps_before_their_basis: tuple[str, ...]) -> bool:
    return not steps_before_their_basis


@rule(
    id="DL06",
    severity="note",
    dimension="delivery",
    seeds=("S3", "S6", "S8"),
    title="Delivery fits the size",
    why="Boards and centres of excellence are for corporations; here they weigh more than the work.",
    source="delivery-choices#delivery-that-fits-the-size",
    fails={"people_in_firm": 20.0, "corporate_delivery": True},
    remedy="One owner, one page, one look a month.",
)
def delivery_fits_the_size(people_in_firm: float, corporate_delivery: bool) -> bool:
    return people_in_firm >= 250 or not corporate_delivery


DELIVERY = (
    there_is_a_pilot,
    not_too_much_at_once,
    there_is_a_way_back,
    quick_win,
    basis_comes_first,
    delivery_fits_the_size,
)
