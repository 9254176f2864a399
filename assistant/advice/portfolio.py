"""What comes first and why: every choice in its place, under what the firm can carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf, isfinite, log10

from assistant.advice.decide import Choice
from assistant.advice.programme import QUARTERS, Limits, Quarters, Step, solve
from assistant.catalogue import Catalogue
from assistant.domain.advice import Lever
from assistant.domain.bands import Band
from assistant.domain.catalogue import ROLLOUT_WEEKS, WAITS, Decision
from assistant.domain.facts import Noun
from assistant.domain.profile import BUDGET, SPARE_HOURS, Profile
from assistant.estimates.setting import money_rate
from assistant.language.phrases import say_list, say_money

LEAST_SPARE = 1.0
"""Hours a week that somebody finds for a step that is wanted, whatever was said."""
HURTS, GUESSED = 1.25, 0.5
"""How much more a step is worth where the work hurts, and how much less where nobody said how much there is of it."""
MORE_HOURS, MORE_MONEY = 1.0, 1000.0
"""How much more a lever is: hours a week, and money in the neutral unit in which means are priced."""
WEEKS_A_QUARTER = 13


class Place(Noun):
    """A choice in its place, the word for when it comes, and why it comes then."""

    choice: Choice
    decision: Decision
    why: str

    @property
    def process_id(self) -> str:
        """The work that it is for."""
        return self.choice.option.estimate.process_id


class Portfolio(Noun):
    """All choices in their order, those that wait last; and what a little more of something scarce would bring."""

    places: tuple[Place, ...]
    levers: tuple[Lever, ...]


@dataclass(frozen=True)
class Arrangement:
    """The steps that can begin, the names of their work, the limits, and when each begins; `firm` carries them."""

    steps: Sequence[Step]
    names: dict[str, str]
    limits: Limits
    begins: Quarters
    currency: str
    firm: str

    def first(self) -> list[Step]:
        """Steps that begin in the first quarter."""
        return [each for each in self.steps if self.begins[each.id] == 0]


def arranged(choices: tuple[Choice, ...], profile: Profile, catalogue: Catalogue, currency: str) -> Portfolio:
    """Choices in the best order that the firm can carry. Money is in the firm's own currency."""
    acting = {_id(each): each for each in choices if each.decision not in WAITS}
    steps = [_step(each, profile, catalogue) for each in acting.values()]
    band = catalogue.bands.of(profile.people())
    limits = _limits(profile, band)
    names = {each.id: catalogue.process(each.id).name for each in steps}
    order = Arrangement(
        steps=steps, names=names, limits=limits, begins=solve(steps, limits), currency=currency, firm=band.tone.firm
    )
    places = [
        Place(choice=acting[each.id], decision=_word(acting[each.id], order.begins[each.id]), why=_why(each, order))
        for each in _in_order(order)
    ]
    waiting = sorted((each for each in choices if each.decision in WAITS), key=lambda each: -each.option.value_per_year)
    places += [Place(choice=each, decision=each.decision, why="") for each in waiting]
    freed = {key: max(0.0, each.option.estimate.hours_freed_per_week.mid or 0.0) for key, each in acting.items()}
    return Portfolio(places=tuple(places), levers=_levers(order, freed, money_rate(profile, catalogue)))


def words_of(choices: tuple[Choice, ...], profile: Profile, catalogue: Catalogue) -> dict[str, Decision]:
    """The word for each choice in the best order, by process."""
    acting = [each for each in choices if each.decision not in WAITS]
    begins = solve(
        [_step(each, profile, catalogue) for each in acting], _limits(profile, catalogue.bands.of(profile.people()))
    )
    words = {_id(each): each.decision for each in choices}
    return words | {_id(each): _word(each, begins[_id(each)]) for each in acting}


def guessed(choice: Choice, profile: Profile) -> bool:
    """True where nobody has said how much of this work there is."""
    process = profile.process(_id(choice))
    return process is None or not process.is_sized


def _id(choice: Choice) -> str:
    return choice.option.estimate.process_id


def _step(choice: Choice, profile: Profile, catalogue: Catalogue) -> Step:
    made = choice.option.estimate
    hurts = any(pain.process_id == made.process_id for pain in profile.pains)
    factor = (HURTS if hurts else 1.0) * (GUESSED if guessed(choice, profile) else 1.0)
    return Step(
        id=made.process_id,
        worth=max(1.0, factor * choice.option.value_per_year),
        hours=made.setup_hours.mid or 0.0,
        money=made.cost_first_year.mid or 0.0,
        rests_on=catalogue.process(made.process_id).rests_on,
    )


def _limits(profile: Profile, band: Band) -> Limits:
    spare = profile.fact(SPARE_HOURS)
    budget = profile.fact(BUDGET)
    running = profile.business.active_changes
    return Limits(
        changes=band.changes_at_once,
        hours=max(LEAST_SPARE, spare.high) * ROLLOUT_WEEKS if spare and spare.is_number else inf,
        money=budget.high if budget and budget.is_number else inf,
        under_way=round(running.mid) if running and running.is_number else 0,
    )


def _in_order(order: Arrangement) -> list[Step]:
    """By quarter; within one, what others rest on first, then by what an hour of setting up brings."""
    bases = {basis for each in order.steps for basis in each.rests_on}

    def place(step: Step) -> tuple[int, bool, float]:
        quarter = order.begins[step.id]
        return (QUARTERS if quarter is None else quarter, step.id not in bases, -step.worth / max(0.5, step.hours))

    return sorted(order.steps, key=place)


def _word(choice: Choice, quarter: int | None) -> Decision:
    """What is bought is for now, next or later; a step that needs no purchase keeps its word for half a year."""
    if quarter is None or quarter > 1:
        return "later"
    if choice.decision != "now":
        return choice.decision
    return "now" if quarter == 0 else "next"


def _why(step: Step, order: Arrangement) -> str:
    """Why a step comes when it does: what keeps it from beginning at once, the limit on changes first;
    money only where it is not begun within the year."""
    begins, limits, first = order.begins, order.limits, order.first()
    if begins[step.id] == 0:
        alone = len(order.steps) == 1
        return "" if alone else "It is among the first: together they bring most of all that could begin now."
    planned = [each for each in order.steps if begins[each.id] is not None]
    if begins[step.id] is None and step.money + sum(each.money for each in planned) > limits.money:
        return f"It waits for money: {say_money(limits.money, order.currency)} does not pay for all of it this year."
    names = say_list([order.names[each.id] for each in first])
    if step.is_change and sum(each.is_change for each in first) >= limits.room(0):
        if not first:
            return f"It waits for what is under way already: {order.firm} cannot carry more at once."
        count = "one change" if limits.changes == 1 else f"{limits.changes} changes"
        return f"It waits its turn: {count} at once is what {order.firm} can carry. First: {names}."
    basis = next((each for each in step.rests_on if begins.get(each, 0) != 0), None)
    if basis:
        return f"It waits for the lists that it rests on. First: {order.names[basis]}."
    if step.hours + sum(each.hours for each in first) > limits.hours:
        return f"It waits for hours: those that are free this quarter go into {names}." if names else _too_long(step)
    return "It waits its turn."


def _too_long(step: Step) -> str:
    return f"It waits for hours: about {step.hours:.0f} are needed to set it up."


def _levers(order: Arrangement, freed: dict[str, float], neutral: float) -> tuple[Lever, ...]:
    """What one more hour a week, or some more money, would bring forward: solved again with that much more."""
    if all(quarter == 0 for quarter in order.begins.values()):
        return ()
    limits, money = order.limits, _round(MORE_MONEY * neutral)
    found = []
    if isfinite(limits.hours):
        more = solve(order.steps, replace(limits, hours=limits.hours + MORE_HOURS * ROLLOUT_WEEKS))
        words = "One more free hour a week for the change"
        found.append(_lever("hours", MORE_HOURS, words, more, order, freed))
    if isfinite(limits.money):
        more = solve(order.steps, replace(limits, money=limits.money + money))
        words = f"{say_money(money, order.currency)} more this year"
        found.append(_lever("money", money, words, more, order, freed))
    return tuple(found)


def _lever(scarce: str, step: float, words: str, more: Quarters, order: Arrangement, freed: dict[str, float]) -> Lever:
    """A lever from the begins with that much more."""
    gained = {key: _quarter(order.begins[key]) - _quarter(more[key]) for key in order.begins}
    sooner = tuple(key for key, quarters in gained.items() if quarters > 0)
    hours = sum(quarters * WEEKS_A_QUARTER * freed[key] for key, quarters in gained.items())
    brings = (
        f"would bring {say_list([order.names[each] for each in sooner])} forward, "
        f"about {hours:.0f} freed hours in the first year."
        if sooner and hours >= 1
        else "would bring nothing forward."
    )
    return Lever.model_validate(
        {"scarce": scarce, "step": step, "sooner": sooner, "hours_first_year": hours, "text": f"{words} {brings}"}
    )


def _quarter(begins: int | None) -> int:
    return QUARTERS if begins is None else begins


def _round(amount: float) -> float:
    """A sum with one digit that is not 0."""
    return round(amount, -int(log10(amount)))
