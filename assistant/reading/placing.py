"""Figures put into the work they are about: how many, how long, how often wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from assistant.domain.facts import Fact, Value
from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.reading import figures
from assistant.reading.hour_lists import hours_in_lists
from assistant.reading.linking import linked_figures
from assistant.reading.losses import Loss, loss
from assistant.reading.prices import is_price
from assistant.reading.roles import role_of
from assistant.reading.scene import Scene
from assistant.reading.spot import Spot
from assistant.reading.stance import stance_of
from assistant.reading.timing import by_several, in_its_period, like_the_last
from assistant.reading.week import days_a_week, is_days_of_week
from assistant.reading.work import work_of_noun

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
SHARES = (
    ("errors", "error_rate", False),
    ("exceptions", "exception_share", False),
    ("paper", "digital_input", True),
    ("phoned", "digital_input", True),
    ("digital", "digital_input", False),
    ("judgement", "rule_based", True),
)
"""Words beside a percentage, the share it is, and whether it is the other side of it (80 % on paper: 0.2 digital)."""
NOT_TODAY = ("vendor", "other firm", "planned")
FAR_AHEAD = ("years", "months")


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

    @property
    def told(self) -> Mention:
        """The quantity with all that is known of its period."""
        return self.timed or self.mention


class _Figure(NamedTuple):
    """A quantity, what it is, and the kind of work that it would be about."""

    mention: Mention
    role: str
    about: str | None
    period: str = ""
    """The period that its list gives it."""


def place(scene: Scene, spots: Sequence[Spot], otherwise: str | None = None) -> tuple[Placed, ...]:
    """Every quantity of the text, placed where it belongs to a piece of work; where nothing says to which, it is about
    what is spoken of, `otherwise`."""
    placed: list[Placed] = []
    linked = linked_figures(scene, scene.mentions, spots)
    listed = hours_in_lists(scene, linked)
    for mention, spot in zip(scene.mentions, linked, strict=True):
        figure = _figure(scene, spots, mention, spot, otherwise)
        if mention.start in listed:
            figure = figure._replace(role="hours", period=listed[mention.start])
        lost = loss(scene, mention, figure.role, [each.told for each in placed])
        if lost is not None:
            placed = [Placed(each.mention, "wrong") if each.told is lost.often else each for each in placed]
            found = _lost(scene, figure, lost)
        else:
            found = _place(scene, spots, figure, placed)
        placed.append(found if found.timed else replace(found, timed=_timed(scene, mention, placed)))
    return tuple(placed)


def at_slot(scene: Scene, mention: Mention, slot: str, process_id: str) -> Fact | None:
    """What a quantity tells at the slot of a work that somebody else than the reader names, with its period; None for a
    figure that is not of the firm today, or of another kind than the slot."""
    if not _is_of_today(scene, mention):
        return None
    timed = in_its_period(scene, mention, (), ())
    timed = by_several(scene, timed) if slot == "hours_per_week" else timed
    return _fact(scene, timed, slot, process_id, side(scene, mention) == (slot, True))


def _timed(scene: Scene, mention: Mention, before: Sequence[Placed]) -> Mention | None:
    """A figure that fills nothing, with the period that other words give it."""
    if is_days_of_week(scene, mention):
        return replace(mention, per="week")
    return like_the_last(scene, mention, [each.told for each in before])


def habits(scene: Scene, spots: Sequence[Spot]) -> Iterator[Placed]:
    """How often work comes round, told without a number: every Friday, daily."""
    for habit, spot in zip(scene.habits, linked_figures(scene, scene.habits, spots), strict=True):
        found = _place(scene, spots, _figure(scene, spots, habit, spot), ())
        if found.slot == "items_per_week":
            yield found


def _figure(
    scene: Scene, spots: Sequence[Spot], mention: Mention, linked: Spot | None, otherwise: str | None = None
) -> _Figure:
    return _Figure(mention, role_of(scene, mention), _about(scene, spots, mention, linked) or otherwise)


def _place(scene: Scene, spots: Sequence[Spot], figure: _Figure, before: Sequence[Placed]) -> Placed:
    mention, role = figure.mention, figure.role
    slot, opposite = _slot(scene, mention, role)
    if slot == "items_per_week" and is_price(scene, mention):
        return Placed(mention, role)
    process_id = figure.about if slot else None
    if slot == "wage_per_hour" and any(_is_pay(scene, each) for each in spots if each.process_id == process_id):
        process_id = None
    if slot is None or process_id is None or not _is_of_today(scene, mention):
        return Placed(mention, role, process_id)
    slot, timed = _with_period(scene, mention, slot, process_id, before)
    if figure.period and not timed.per:
        timed = replace(timed, per=figure.period)
    fact = _fact(scene, timed, slot, process_id, opposite)
    return Placed(mention, role, process_id, slot if fact else None, fact, timed if fact else None)


def _lost(scene: Scene, figure: _Figure, lost: Loss) -> Placed:
    """Money that is lost, with the work that loses it; it fills nothing where no work is told."""
    if figure.about is None or not _is_of_today(scene, figure.mention):
        return Placed(figure.mention, "lost", figure.about)
    return Placed(figure.mention, "lost", figure.about, lost.slot, lost.fact)


def _is_of_today(scene: Scene, mention: Mention) -> bool:
    """True for a figure of the firm as it is; the days of its week are told for the figures beside them."""
    stance = stance_of(scene, mention.start, mention.end)
    return stance not in NOT_TODAY and not is_days_of_week(scene, mention) and not _is_aimed_at(scene, mention)


def _is_aimed_at(scene: Scene, mention: Mention) -> bool:
    """True for a figure of years to come: after three years, five hundred parcels daily."""
    sentence = scene.sentence(mention.start)
    return any(
        each.unit in FAR_AHEAD and figures.is_ahead(scene.text[sentence.start : each.start])
        for each in scene.figures(sentence)
        if each.kind == "duration" and each is not mention
    )


def _with_period(
    scene: Scene, mention: Mention, slot: str, process_id: str, before: Sequence[Placed]
) -> tuple[str, Mention]:
    """The slot of a figure and the figure with its period; a time for each round that has its own rhythm, "on
    Thursdays, seven hours", is hours a week."""
    own = [each for each in before if each.process_id == process_id]
    same_work = [each.mention for each in own if each.slot in ("items_per_week", "hours_per_week")]
    timed = in_its_period(scene, mention, [each.told for each in before], same_work)
    counted = any(each.slot == "items_per_week" and each.mention.kind != "rate" for each in own)
    if slot == "minutes_per_item" and not counted and timed.per in measures().weeks_of and timed.per != mention.per:
        slot = "hours_per_week"
    return slot, by_several(scene, timed) if slot == "hours_per_week" else timed


def _is_pay(scene: Scene, spot: Spot) -> bool:
    """True where the words of a spot are themselves words of pay: "wages are 24 an hour" tells of no payroll."""
    return scene.cue("wage", spot.start, spot.end) is not None


def _slot(scene: Scene, mention: Mention, role: str) -> tuple[str | None, bool]:
    """The slot that plain words beside a share name, else that of its role, and whether the figure is of the
    slot's other side."""
    plain, opposite = (None, False) if role == "size" else side(scene, mention)
    if plain is not None:
        return plain, opposite
    return SLOTS.get(role), False


def side(scene: Scene, mention: Mention) -> tuple[str | None, bool]:
    """The slot that the words beside a share are of, and whether they are its other side: 80 % on paper are 0.2
    digital. The words of the clause count before those of the sentence."""
    if mention.kind == "percent":
        for piece in (scene.clause(mention.start), scene.sentence(mention.start)):
            for name, slot, opposite in SHARES:
                if scene.has(name, piece):
                    return slot, opposite
    return None, False


def other_side(share: Fact) -> Value:
    """One minus a share, a range turned."""
    low, high = round(1 - share.high, 6), round(1 - share.low, 6)
    return low if low == high else (low, high)


def _about(scene: Scene, spots: Sequence[Spot], mention: Mention, linked: Spot | None) -> str | None:
    """The work that a figure is about: what the tagger linked it to, else what its noun says, else the only one.

    The noun comes first where the link leads to another sentence, "We write 12 quotes a week" after one on invoices,
    and where what is counted is of other work that is told of: "the rota 3 hours, about 40 invoices a week".
    """
    noun = mention.unit if mention.kind == "count" else mention.per
    named = work_of_noun(scene, noun) if noun else None
    known = {each.process_id for each in spots}
    here = linked is not None and scene.sentence_index(linked.start) == scene.sentence_index(mention.start)
    if linked is not None and here and not (mention.kind == "count" and named in known):
        return linked.process_id
    finer = scene.vocabulary.finer_work.get(named) if named else None
    if finer is not None and finer.then in known:
        return finer.then
    if named is not None:
        return named
    if linked is not None:
        return linked.process_id
    return known.pop() if len(known) == 1 else None


def _fact(scene: Scene, mention: Mention, slot: str, process_id: str, opposite: bool) -> Fact | None:
    match slot:
        case "items_per_week":
            unit = mention.unit if mention.kind == "count" else scene.catalogue.process(process_id).items
            return figures.items_per_week(mention, unit, days_a_week(scene, mention.start))
        case "minutes_per_item":
            return figures.minutes_per_item(mention)
        case "hours_per_week":
            return figures.hours_per_week(mention, days=days_a_week(scene, mention.start))
        case "error_rate" | "exception_share":
            return figures.share(mention) if mention.kind == "percent" else None
        case "digital_input" | "rule_based":
            return figures.share(mention, opposite)
        case "people":
            return figures.fact_of(mention, mention.value, "people")
        case "wage_per_hour":
            told = mention.per == "hour"
            return figures.fact_of(mention, mention.value, f"{mention.unit} an hour".strip()) if told else None
        case _:
            return figures.money_per_year(mention) if mention.per in measures().weeks_of else None
