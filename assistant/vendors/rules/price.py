"""What will it cost in year three, and what is not in the price?

`level` is the risk that knowledge/vocabulary/vendor_thresholds.yml gives to the fact: ok, watch, flag or blocker.
"""

from assistant.rulebook import rule


@rule(
    id="VN08",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Prices rise slowly and by a rule",
    why="A rise that nobody can compute today cannot be planned for.",
    source="price-rises#when-to-worry",
    fails={"yearly_rise": 9.0, "level": "flag"},
    remedy="Ask for consumer prices, at most 3 % a year.",
)
def price_rise_is_bounded(yearly_rise: float | str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN09",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="You pay for what you use",
    why="Seats nobody sits on are the commonest waste in software.",
    source="minimums-and-seats#when-to-worry",
    fails={"commitment": "1.5 times what you need", "level": "flag"},
    remedy="Ask to reduce the number at renewal and once a year ({commitment} now).",
)
def commitment_fits_the_firm(commitment: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN10",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Extra use has a price and a ceiling",
    why="A meter without a price or an alarm sends the bill after the busiest month.",
    source="usage-and-overage#when-to-worry",
    fails={"overage": "not priced", "level": "flag"},
    remedy="Ask for the unit price, a ceiling you set, and an alert at 80 %.",
)
def overage_is_bounded(overage: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN11",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="The first price is the price",
    why="A low start lowers the first bill, not the cost.",
    source="teaser-prices#when-to-worry",
    fails={"first_price": "later 1.5 times as much", "level": "flag"},
    remedy="Ask for one price for the whole term; now: {first_price}.",
)
def no_teaser(first_price: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN12",
    severity="note",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Set-up is in proportion and itemised",
    why="A large lump at the start is paid whether it works or not.",
    source="set-up-fees#when-to-worry",
    fails={"set_up": "0.8 of a year's fees", "level": "watch"},
    remedy="Ask for a list of what the set-up covers, and pay half after it works.",
)
def setup_is_in_proportion(set_up: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN13",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Nobody else sends a bill",
    why="Texts, minutes and connectors billed by others can outgrow the subscription.",
    source="pass-through-costs#when-to-worry",
    fails={"pass_through": "extra by use", "level": "flag"},
    remedy="Ask what else you will be billed for, by anyone, at your volume.",
)
def no_bills_from_others(pass_through: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN14",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Hours have a ceiling",
    why="An estimate without a limit is a wish.",
    source="open-ended-hours#when-to-worry",
    fails={"hours_open": "open", "level": "flag"},
    remedy="Ask for a fixed price, or not above 110 % without your written yes.",
)
def hours_are_capped(hours_open: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN17",
    severity="note",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Priced in your currency",
    why="A price in foreign money changes every month.",
    source="tax-and-currency#when-to-worry",
    fails={"currency_clear": "foreign currency", "level": "watch"},
    remedy="Ask for the total in your currency, tax included.",
)
def currency_is_yours(currency_clear: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN18",
    severity="should",
    dimension="governance",
    scope="proposal",
    seeds=("S18",),
    title="One value for each thing",
    why="Where the papers disagree, the dearer reading tends to win later.",
    source="order-of-precedence#when-to-worry",
    fails={"two_values": 1.0, "level": "flag"},
    remedy="Ask which one counts, and have it confirmed in writing.",
)
def papers_agree(two_values: float, level: str) -> bool:
    return level == "ok"


PRICE = (
    price_rise_is_bounded,
    commitment_fits_the_firm,
    overage_is_bounded,
    no_teaser,
    setup_is_in_proportion,
    no_bills_from_others,
    hours_are_capped,
    currency_is_yours,
    papers_agree,
)
