"""Figures put into the work they are about: how many, how long, how often wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.domain.facts import Fact
from assistant.language.amount import AmountKind
from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.language.sentences import Piece
from assistant.reading import figures
from assistant.reading.scene import Scene
from assistant.reading.stance import stance_of
from assistant.reading.work import Spot, work_of_noun

OF_THE_FIRM = ("staff", "share_staff", "budget", "sales", "spare", "horizon", "wage", "toolcost")
OF_NOTHING = ("wait", "past", "clock", "size", "peak", "unreal", "nofigure", "lost")
ROLES: Mapping[AmountKind, tuple[str, ...]] = {
    "duration": ("each", "hours", *OF_THE_FIRM, *OF_NOTHING),
    "count": ("items", "doers", "wrong", "odd", *OF_THE_FIRM, *OF_NOTHING),
    "number": ("items", "doers", "wrong", "odd", *OF_THE_FIRM, *OF_NOTHING),
    "rate": ("items", *OF_NOTHING),
    "percent": ("wrong", "odd", *OF_THE_FIRM, *OF_NOTHING),
    "money": ("bill", *OF_THE_FIRM, *OF_NOTHING),
}
"""What a figure of each kind can be: a time is no number of things."""
SLOTS = {
    "items": "items_per_week",
    "each": "minutes_per_item",
    "hours": "hours_per_week",
    "wrong": "error_rate",
    "odd": "exception_share",
    "doers": "people",
    "bill": "outside_bill_per_year",
    "wage": "wage_per_hour",
}
TOGETHER = r"\s*(?:,|for|x|×|at|a|an|\s)*\s*"
"""What may stand between people and the time that they take together."""
SHARES = (
    ("errors", "error_rate", False),
    ("exceptions", "exception_share", False),
    ("paper", "digital_input", True),
    ("phoned", "digital_input", True),
    ("digital", "digital_input", False),
    ("judgement", "rule_based", True),
)
"""Words beside a percentage, the share it is, and whether it is the other side of it (80 % on paper: 0.2 digital)."""
SURE_SIZE = 0.9
"""Probability from which money an hour is what the firm charges, and no wage."""
GROWTH = ("growth_up", "growth_down")
NOT_TODAY = ("vendor", "other firm", "planned")


@dataclass(frozen=True, slots=True)
class Placed:
    """A quantity with its role, the work it is about (None: no work) and the slot it fills there (None: none).

    `timed` is the quantity with the period that other words of the text give it.
    """

    mention: Mention
    role: str = "nofigure"
    process_id: str | None = None
    slot: str | None = None
    fact: Fact | None = None
    timed: Mention | None = None


def place(scene: Scene, spots: Sequence[Spot]) -> tuple[Placed, ...]:
    """Every quantity of the text, placed where it belongs to a piece of work."""
    placed: list[Placed] = []
    for mention in scene.mentions:
        placed.append(_place(scene, spots, mention, placed))
    return tuple(placed)


def habits(scene: Scene, spots: Sequence[Spot]) -> Iterator[Placed]:
    """How often work comes round, told without a number: every Friday, daily."""
    for habit in scene.habits:
        found = _place(scene, spots, habit, ())
        if found.slot == "items_per_week":
            yield found


def _place(scene: Scene, spots: Sequence[Spot], mention: Mention, before: Sequence[Placed]) -> Placed:
    role = _role(scene, mention)
    plain, opposite = (None, False) if role == "size" else _plain_slot(scene, mention)
    slot = plain or SLOTS.get(role)
    process_id = _about(scene, spots, mention) if slot else None
    if slot == "wage_per_hour" and any(_is_pay(scene, each) for each in spots if each.process_id == process_id):
        process_id = None
    if slot is None or process_id is None or stance_of(scene, mention.start, mention.end) in NOT_TODAY:
        return Placed(mention, role, process_id)
    timed = _in_its_period(scene, mention, process_id, before)
    if slot == "minutes_per_item" and timed.per in measures().weeks_of and timed.per != mention.per:
        slot = "hours_per_week"  # on Thursdays, seven hours: a round with its rhythm
    timed = _by_several(scene, timed) if slot == "hours_per_week" else timed
    fact = _fact(scene, timed, slot, process_id, opposite)
    return Placed(mention, role, process_id, slot if fact else None, fact, timed if fact else None)


def _role(scene: Scene, mention: Mention) -> str:
    """What a figure is: the likeliest role that a figure of its kind can have, its period and growth heeded."""
    if mention.kind == "percent" and any(scene.has(name, scene.clause(mention.start)) for name in GROWTH):
        return "size"
    can_be = ROLES[mention.kind]
    if scene.has("normal", scene.clause(mention.start)):
        can_be = tuple(each for each in can_be if each != "peak")  # in a normal month it's 433
    role = scene.role(mention).among(can_be)
    hourly = mention.per == "hour" and mention.kind in ("money", "number")
    if hourly and role in ("bill", "size", "items") and scene.role(mention).shares.get("size", 0.0) < SURE_SIZE:
        return "wage"
    if mention.kind == "duration" and role in ("each", "hours") and mention.per:
        return "hours" if mention.per in measures().weeks_of or mention.per[0].isdigit() else "each"
    return role


def _is_pay(scene: Scene, spot: Spot) -> bool:
    """True where the words of a spot are themselves words of pay: "wages are 24 an hour" tells of no payroll."""
    return scene.cue("wage", spot.start, spot.end) is not None


def _plain_slot(scene: Scene, mention: Mention) -> tuple[str | None, bool]:
    """The slot that plain words beside a share or a sum name, whatever its role, and whether they are of its other
    side: 80 % on paper are 0.2 digital."""
    clause = scene.clause(mention.start)
    if mention.kind == "percent":
        for piece in (clause, scene.sentence(mention.start)):
            for name, slot, opposite in SHARES:
                if scene.has(name, piece):
                    return slot, opposite
    mistake = scene.has("errors", clause) and scene.has("costs", clause)
    if mention.kind == "money" and mistake and mention.per not in measures().weeks_of:
        return "cash_per_error", False
    return None, False


def _about(scene: Scene, spots: Sequence[Spot], mention: Mention) -> str | None:
    """The work that a figure is about: what the tagger linked it to, else what its noun says, else the only one."""
    linked = scene.role(mention).about
    clause = scene.clause(mention.start)
    here = [each for each in spots if clause.start <= each.start < clause.end]
    if len(here) == 1 and here[0].tag is None:
        return here[0].process_id  # words of the catalogue, which the tagger could link to nothing
    told = next((each.process_id for each in spots if linked is not None and each.tag == linked), None)
    if told is not None:
        return told
    noun = mention.unit if mention.kind == "count" else mention.per
    named = work_of_noun(scene, noun) if noun else None
    known = {each.process_id for each in spots}
    finer = scene.vocabulary.finer_work.get(named) if named else None
    if finer is not None and finer.then in known:
        return finer.then
    if named is not None and (named in known or linked is None):
        return named
    return known.pop() if len(known) == 1 else None


def _in_its_period(scene: Scene, mention: Mention, process_id: str, before: Sequence[Placed]) -> Mention:
    """The figure with the period that its sentence tells apart from it, or that the figure before it on the same work
    had: "my Sunday nights, a couple of hours"; "40 a day, in summer 60"."""
    if mention.per or mention.kind in ("percent", "money"):
        return mention
    sentence = scene.sentence(mention.start)
    counted = any(each.kind in ("count", "number") and each.per for each in scene.figures(sentence))
    near = [each for each in scene.rhythms if sentence.start <= each.start < sentence.end]
    if near and not (counted and mention.kind == "duration"):
        rhythm = min(near, key=lambda each: abs(each.start - mention.start))
        return replace(mention, per=rhythm.per)
    if mention.kind == "duration" and not counted and (day := _weekday(scene, sentence)):
        return replace(mention, per=day)
    rates = [each for each in scene.figures(sentence) if each.kind == "rate" and each is not mention]
    if mention.kind == "duration" and len(rates) == 1:
        return _times(mention, rates[0])
    earlier = [
        each for each in before if each.process_id == process_id and each.slot in ("items_per_week", "hours_per_week")
    ]
    if earlier and earlier[-1].mention.kind == mention.kind and earlier[-1].mention.per in measures().weeks_of:
        return replace(mention, per=earlier[-1].mention.per)
    return mention


def _weekday(scene: Scene, sentence: Piece) -> str:
    """The period of a sentence that names a day: a week, or a month for "the last Saturday of the month"."""
    words = re.findall(r"\w+", sentence.text)
    if not any(word.lower() in measures().weekdays and word[0].isupper() for word in words):
        return ""
    return "month" if re.search(r"\bof (?:the|each|every) month\b", sentence.text, re.IGNORECASE) else "week"


def _by_several(scene: Scene, mention: Mention) -> Mention:
    """A time that several people take together, in hours of one: eight people for five hours."""
    for each in scene.mentions:
        together = each.kind == "count" and each.unit.split(" ")[-1] in measures().persons and each.low > 1
        between = scene.text[each.end : mention.start].lower()
        if together and mention.start > each.end and re.fullmatch(TOGETHER, between):
            low, high = mention.low * each.low, mention.high * each.high
            return replace(mention, value=low if low == high else (low, high))
    return mention


def _times(mention: Mention, rate: Mention) -> Mention:
    """Twice a week I spend an hour: two hours a week."""
    low, high = mention.low * rate.low, mention.high * rate.high
    return replace(mention, value=low if low == high else (low, high), per=rate.per)


def _fact(scene: Scene, mention: Mention, slot: str, process_id: str, opposite: bool) -> Fact | None:
    match slot:
        case "items_per_week":
            unit = mention.unit if mention.kind == "count" else scene.catalogue.process(process_id).items
            return figures.items_per_week(mention, unit)
        case "minutes_per_item":
            return figures.minutes_per_item(mention)
        case "hours_per_week":
            return figures.hours_per_week(mention)
        case "error_rate" | "exception_share":
            return figures.share(mention) if mention.kind == "percent" else None
        case "digital_input" | "rule_based":
            return figures.share(mention, opposite)
        case "cash_per_error":
            return figures.fact_of(mention, mention.value, mention.unit)
        case "people":
            return figures.fact_of(mention, mention.value, "people")
        case "wage_per_hour":
            told = mention.per == "hour"
            return figures.fact_of(mention, mention.value, f"{mention.unit} an hour".strip()) if told else None
        case _:
            return figures.money_per_year(mention) if mention.per in measures().weeks_of else None
