"""What an owner's words say of an automation that is planned: what for, for which work, and what rules ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from assistant.catalogue import read_noun
from assistant.domain.assessment import Planned
from assistant.domain.catalogue import ROLLOUT_WEEKS
from assistant.domain.facts import Fact, Noun, Value
from assistant.domain.profile import Profile
from assistant.encoder.signs import Sign
from assistant.language.quantities import Figure, Mention, to_hours_a_week
from assistant.language.quantities import find as quantities_of
from assistant.reading.whys import Caution, believed, clause

MONTHS = {"day": 260 / 12, "week": 52 / 12, "month": 1.0, "quarter": 1 / 3, "year": 1 / 12}
"""How often a price of each period falls due in a month."""
MONEY = ("money", "number")
TIMES = ("duration", "number")
FIGURES = ("once", "monthly", "budget", "cash", "rollout", "spare")
"""Signs of figures: a figure is of one of them only."""
PREVAILS_FROM = 0.5


class SignTable(Noun):
    """What each sign says, as facts that rules ask for: knowledge/vocabulary/signs.yml."""

    signs: Mapping[str, Mapping[str, Value]]
    reasons: Mapping[str, str]
    own_reasons: tuple[str, ...]
    prevail: tuple[str, ...] = ()
    caution: Caution = Caution()


class ReadsSigns(Protocol):
    """Something that finds signs: see `assistant.encoder.signs.Signs`."""

    def read(self, text: str) -> tuple[Sign, ...]:
        """The signs of a text, in order of their places."""


def load_signs(knowledge: Path) -> SignTable:
    """The table of a knowledge folder; raises BadInput naming file and key where it does not fit."""
    return read_noun(knowledge / "vocabulary" / "signs.yml", SignTable)


def plan_of(text: str, told: Profile, reads: ReadsSigns, table: SignTable) -> Planned:
    """The plan that a text tells; `told` is what else was understood of it. Every quote is a piece of the text."""
    signs = believed(text, reads.read(text), table.caution, table.reasons)
    facts: dict[str, Fact] = {}
    sureness: dict[str, float] = {}
    for sign in sorted(
        signs, key=lambda each: (each.name in table.prevail and each.share >= PREVAILS_FROM, each.share)
    ):
        for name, value in table.signs.get(sign.name, {}).items():
            facts[name] = Fact(value=value, quote=clause(text, sign))
            sureness[name] = sign.share
    weak = [each for each in signs if each.name in table.reasons]
    if weak:
        facts["reasons"] = _reasons(text, weak, table, beside=any(each.name in table.own_reasons for each in signs))
        sureness["reasons"] = max(each.share for each in weak)
    facts |= _money(text, signs) | _time(text, signs)
    purposes = [each for each in signs if each.name in table.own_reasons]
    plan = max((each for each in signs if each.name == "plan"), key=lambda each: each.share, default=None)
    return Planned(
        quote=_quote(text, plan) if plan else None,
        process_id=work_of(text, [plan] if plan else [], told),
        purpose=clause(text, max(purposes, key=lambda each: each.share)) if purposes else None,
        facts=facts,
        sureness=sureness,
    )


def _quote(text: str, sign: Sign) -> str:
    return text[sign.start : sign.end]


def work_of(text: str, plans: Sequence[Sign], told: Profile) -> str | None:
    """The work that the plan is for: that whose words stand nearest to the plan's."""
    places = [(text.find(each.quote), each.id) for each in told.processes if each.quote and each.quote in text]
    if not places:
        return told.processes[0].id if told.processes else None
    at = plans[0].start if plans else 0
    return min(places, key=lambda each: abs(each[0] - at))[1]


def _reasons(text: str, weak: Sequence[Sign], table: SignTable, *, beside: bool) -> Fact:
    """Why it is wanted: weak reasons, in the words of the surest, and an own one where it stands beside them."""
    names = {table.reasons[each.name] for each in weak} | ({"own_need"} if beside else set())
    surest = max(weak, key=lambda each: each.share)
    return Fact(value=tuple(sorted(names)), quote=clause(text, surest))


def _money(text: str, signs: Sequence[Sign]) -> dict[str, Fact]:
    """Prices of the plan, and the purse."""
    at_once, a_month, quotes = price_of(text, signs)
    facts: dict[str, Fact] = {}
    if quotes:
        quote = quotes[0]
        first = at_once + 12 * a_month
        named = {
            "cost_first_year": first,
            "cost_first_year_high": first,
            "first_quarter_cost": at_once + 3 * a_month,
            "cost_per_year": 12 * a_month,
        }
        facts = {name: Fact(value=round(value, 2), quote=quote) for name, value in named.items()}
        facts["buys_something"] = Fact(value=first > 0, quote=quote)
    for name, fact in (("budget", "budget_first_year"), ("cash", "free_cash")):
        found = _figures(text, signs, name, MONEY)
        if found:
            value = _a_year(found[0]) if name == "budget" else found[0].high
            facts[fact] = Fact(value=value, quote=found[0].quote)
    return facts


def price_of(text: str, signs: Sequence[Sign]) -> tuple[float, float, tuple[str, ...]]:
    """What signs of a price come to, once and a month, and the words of their figures, those paid once first.

    What has a period is paid by it, what has none is paid once.
    """
    return sums_of([*_figures(text, signs, "once", MONEY), *_figures(text, signs, "monthly", MONEY)])


def sums_of(prices: Sequence[Mention]) -> tuple[float, float, tuple[str, ...]]:
    """What prices come to, once and a month, and their words, those paid once first."""
    once, monthly = [each for each in prices if not each.per], [each for each in prices if each.per]
    quotes = tuple(each.quote for each in (*once, *monthly))
    return sum(each.high for each in once), sum(_a_month(each) for each in monthly), quotes


def _a_month(mention: Mention) -> float:
    return mention.high * MONTHS.get(mention.per, 1.0)


def _a_year(mention: Mention) -> float:
    """What comes to be paid in a year; a sum without a period is all of it."""
    return round(12 * _a_month(mention), 2) if mention.per in MONTHS else mention.high


def _time(text: str, signs: Sequence[Sign]) -> dict[str, Fact]:
    """Hours a week that the change takes, and those that are free for it."""
    facts: dict[str, Fact] = {}
    for name, fact in (("rollout", "rollout_hours_per_week"), ("spare", "spare_hours_per_week")):
        for mention in _figures(text, signs, name, TIMES):
            hours = _hours_a_week(mention)
            if hours is not None:
                facts.setdefault(fact, Fact(value=hours, quote=mention.quote))
    return facts


def _hours_a_week(mention: Mention) -> float | None:
    """Hours a week of a length of time; one without a period is spread over the weeks of a usual start."""
    weekly = to_hours_a_week(mention.value, mention.unit or "hours", mention.per or "week")
    if weekly is None:
        return None
    return _high(weekly) if mention.per else _high(weekly) / ROLLOUT_WEEKS


def _high(figure: Figure) -> float:
    return figure[1] if isinstance(figure, tuple) else figure


def _figures(text: str, signs: Iterable[Sign], name: str, kinds: Sequence[str]) -> list[Mention]:
    """The quantities inside the words of a sign, of which no other sign of figures is surer."""
    rivals = [each for each in signs if each.name in FIGURES]
    if not any(each.name == name for each in rivals):
        return []
    return [each for each in quantities_of(text) if each.kind in kinds and _surest(each, rivals) == name]


def _surest(mention: Mention, rivals: Sequence[Sign]) -> str | None:
    """The name of the surest sign whose words a quantity stands in."""
    around = [each for each in rivals if each.start < mention.end and mention.start < each.end]
    return max(around, key=lambda each: each.share).name if around else None
