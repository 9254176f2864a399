"""What each figure of a text is: how many, how long each, hours in a period, a wage, a wish, a worst day."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.language.amount import AmountKind
from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.reading.scene import Scene
from assistant.reading.stance import stance_of

OF_THE_FIRM = ("staff", "share_staff", "budget", "sales", "horizon", "wage", "toolcost")
OF_NOTHING = ("wait", "past", "clock", "size", "peak", "unreal", "nofigure", "lost")
ROLES: Mapping[AmountKind, tuple[str, ...]] = {
    "duration": ("each", "hours", "spare", *OF_THE_FIRM, *OF_NOTHING),
    "count": ("items", "doers", "wrong", "odd", *OF_THE_FIRM, *OF_NOTHING),
    "number": ("items", "doers", "wrong", "odd", *OF_THE_FIRM, *OF_NOTHING),
    "rate": ("items", *OF_NOTHING),
    "percent": ("wrong", "odd", *OF_THE_FIRM, *OF_NOTHING),
    "money": ("bill", *OF_THE_FIRM, *OF_NOTHING),
}
"""What a figure of each kind can be: a time is no number of things."""
SURE_SIZE = 0.9
"""Probability from which money an hour is what the firm charges, and no wage."""
SURELY_FREE = 0.5
"""Probability from which a figure by the week is taken for hours to spare; without a unit of time it is none."""
LEAST_WAGE = 0.1
"""Least probability from which money an hour is pay where no word of pay stands beside it."""
LEAST_BILL = 0.5
"""Least probability from which money is what an outsider is paid."""
GROWTH = ("growth_up", "growth_down")


def role_of(scene: Scene, mention: Mention) -> str:
    """What a figure is: the likeliest role that a figure of its kind can have, its period and growth heeded."""
    if mention.kind == "percent" and any(scene.has(name, scene.clause(mention.start)) for name in GROWTH):
        return "size"
    can_be = ROLES[mention.kind]
    if scene.has("normal", scene.clause(mention.start)):
        can_be = tuple(each for each in can_be if each != "peak")  # in a normal month it's 433
    role = scene.role(mention).among(can_be)
    if mention.kind == "number" and scene.role(mention).shares.get("spare", 0.0) >= SURELY_FREE and mention.per:
        return "items"  # so many a week that are no hours
    if role == "unreal" and _is_told_as_so(scene, mention):
        role = scene.role(mention).among([each for each in can_be if each != "unreal"])
    if role == "size" and mention.kind == "count" and _is_object(scene, mention):
        return "items"
    if role == "bill" and scene.role(mention).shares.get("bill", 0.0) < LEAST_BILL:
        return "size"
    hourly = mention.per == "hour" and mention.kind in ("money", "number")
    shares = scene.role(mention).shares
    of_pay = scene.has("wage", scene.clause(mention.start)) or shares.get("wage", 0.0) >= LEAST_WAGE
    if hourly and role in ("bill", "size", "items") and shares.get("size", 0.0) < SURE_SIZE and of_pay:
        return "wage"
    if mention.kind == "duration" and role == "clock" and mention.per in measures().weeks_of:
        return "hours"  # from 7 to 11 every night
    if mention.kind == "duration" and role == "nofigure" and _is_taken(scene, mention):
        return "hours"  # takes two days at month end
    if mention.kind == "duration" and role in ("each", "hours") and mention.per:
        return "hours" if mention.per in measures().weeks_of or mention.per[0].isdigit() else "each"
    return role


def _is_told_as_so(scene: Scene, mention: Mention) -> bool:
    """True where the words around a figure tell it as so, and another of its kind speaks against it, for which the
    tagger may call it not so: which is right is the owner's to say."""
    others = (each for each in scene.mentions if (each.kind, each.unit) == (mention.kind, mention.unit))
    against = any(each.low > mention.high or mention.low > each.high for each in others)
    return against and stance_of(scene, mention.start, mention.end) == "fact"


def _is_taken(scene: Scene, mention: Mention) -> bool:
    """True for a time in a period that something takes, needs or lasts."""
    return mention.per in measures().weeks_of and any(
        each in measures().taking_verbs for each in scene.words_before(mention.start, 1)
    )


def _is_object(scene: Scene, mention: Mention) -> bool:
    """True for a count that the words of work themselves have as their object: chase 12 invoices a week."""
    return any(each.start < mention.start and mention.start < each.end for each in scene.tags("work"))
