"""How long are you bound, and how do you get out?

`level` is the risk that knowledge/vocabulary/vendor_thresholds.yml gives to the fact: ok, watch, flag or blocker.
"""

from assistant.rulebook import rule


@rule(
    id="VN01",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Renews by itself only with a short notice",
    why="A notice that must be given months ahead is missed, and then another term is paid.",
    source="automatic-renewal#when-to-worry",
    applies=lambda auto_renews: auto_renews,
    fails={"auto_renews": True, "notice_days": 90.0, "level": "flag"},
    remedy="Ask for 30 days by e-mail and a reminder from them 60 days ahead; it is {notice_days} days now.",
)
def renewal_notice_is_short(notice_days: float, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN02",
    severity="must",
    breach="not yet",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="The last safe notice day lies ahead",
    why="After that day the next term is yours to pay, whatever you think of the service.",
    source="notice-dates#when-to-worry",
    applies=lambda auto_renews: auto_renews,
    fails={"auto_renews": True, "days_to_safe_notice": -3.0, "level": "blocker"},
    remedy="Days left to the last safe day: {days_to_safe_notice}. Write at once, in the way that the contract names.",
)
def notice_day_lies_ahead(days_to_safe_notice: float, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN03",
    severity="must",
    breach="not yet",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Renews for a year at most",
    why="A long renewal repeats the whole commitment without anybody choosing it.",
    source="automatic-renewal#when-to-worry",
    applies=lambda auto_renews: auto_renews,
    fails={"auto_renews": True, "renewal_months": 36.0, "level": "blocker"},
    remedy="Ask for renewal by the month or the year; it is {renewal_months} months now.",
)
def renewal_is_short(renewal_months: float, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN04",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Committed no longer than proven",
    why="Until it has run in your firm for a while, every further month is a bet.",
    source="term-length#when-to-worry",
    fails={"term_months": 36.0, "level": "flag"},
    remedy="Ask for a break at month 12; the term is {term_months} months.",
)
def term_is_short(term_months: float, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN05",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="There is a way out without a fault of theirs",
    why="Needs change; without a way out you pay for a tool you no longer use.",
    source="termination-without-cause#when-to-worry",
    fails={"way_out": "none for 36 months", "level": "flag"},
    remedy="Ask for a way out on 90 days of notice after the first year; now: {way_out}.",
)
def there_is_a_way_out(way_out: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN07",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Notice counts when sent by e-mail",
    why="A notice that only counts by post or in a portal is easily late or lost.",
    source="notice-mechanics#when-to-worry",
    fails={"notice_by": "portal", "level": "flag"},
    remedy="Ask that notice by e-mail to a named address counts when sent.",
)
def notice_by_email_counts(notice_by: str, level: str) -> bool:
    return level == "ok"


RENEWAL = (
    renewal_notice_is_short,
    notice_day_lies_ahead,
    renewal_is_short,
    term_is_short,
    there_is_a_way_out,
    notice_by_email_counts,
)
