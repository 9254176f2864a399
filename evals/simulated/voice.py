"""What an owner answers: the truth in the owner's words, or what the owner's manner makes of it."""

from __future__ import annotations

import math
import zlib
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from numpy.random import Generator

from evals.simulated import figures
from evals.simulated.belief import Value, believed
from evals.simulated.naming import said_of_kind
from evals.simulated.opening import price, short, sign
from evals.simulated.phrases import branches, fill, join, pick, region, wordings
from evals.simulated.speech import typed

if TYPE_CHECKING:
    from evals.simulated.owners import Owner, Work

CLICKED = 0.2  # share of the answers in which a fitting quick reply is clicked
SHARES = ("digital_input", "rule_based")
OF_OFFER = ("offer_per_month", "offer_once", "wanted_means")
MONEY = ("budget_first_year", "free_cash", "wage_per_hour")
WORK_FIGURES = ("items_per_week", "minutes_per_item", "hours_per_week", "exception_share")
MENDED = (*WORK_FIGURES, "wage_per_hour", "minutes_to_person")  # what a contradictory owner takes back
FIGURES = (*WORK_FIGURES, "minutes_to_person", "spare_hours_per_week", *MONEY)
WORDS = ("goals", "strengths", "freed_hours_use")


class Voice:
    """One owner in one talk; it remembers what was asked and what figures were said."""

    def __init__(self, owner: Owner, seed: int) -> None:
        self._owner = owner
        self._seed = (seed, zlib.crc32(owner.id.encode()))
        self._whose = region(str(owner.firm["country"]))
        self._sign = sign(str(owner.firm["country"]))
        self._works = {work.id: work for work in owner.works}
        for work in owner.works:
            for also in str(work.facts.get("also_read_as", "")).split():
                self._works.setdefault(also, work)
        self._main = max(owner.works, key=lambda work: float(work.facts["hours_per_week"]))
        self._asked: Counter[tuple[str, str]] = Counter()
        self._told: set[str] = set()
        self._off: dict[tuple[str, str], str] = {}
        self._offers = {work.id for work in owner.works if "wanted_means" in work.facts} - {
            fact.split(".")[0] for fact in owner.opened if fact.endswith(".wanted_means")
        }

    def answer(self, scope: str, name: str, text: str, choices: tuple[str, ...]) -> str:
        """The owner's next message to a question of that scope ("firm" or a work's id) and name, as put."""
        work = self._works.get(scope)
        if work:
            scope = work.id
        times = self._asked[scope, name]
        self._asked[scope, name] += 1
        rng = self._rng(scope, name, times)
        if name == "kind_of_work":
            return typed(said_of_kind(self._owner, text, choices, (rng, self._whose)), self._owner.id, rng)
        if work is None and scope != "firm":
            body = self._say("denied", rng, it=short(self._main.id, rng, self._whose))
            return typed(body, self._owner.id, rng)
        value = self._value(work, scope, name)
        correction = self._correction(scope, name, rng)
        fitting = [choice for choice in choices if value is not None and _fits(name, value, choice)]
        if fitting and not correction and rng.random() < CLICKED:
            return fitting[0]
        body = self._body(work, scope, name, value, rng)
        return typed(self._mannered(f"{body} {correction}".strip(), work, name, rng), self._owner.id, rng)

    def _rng(self, *place: str | int) -> Generator:
        return np.random.default_rng((*self._seed, zlib.crc32("/".join(map(str, place)).encode())))

    def _say(self, path: str, rng: Generator, **values: str) -> str:
        return fill(pick(rng, path, self._whose), values)

    def _value(self, work: Work | None, scope: str, name: str) -> Value | None:
        """The fact as this owner has it; None where there is none."""
        facts = work.facts if work else self._owner.firm
        truth = facts.get(name)
        told = self._owner.population == "texts" and f"{scope}.{name}" in self._owner.opened
        if truth is None or self._owner.manner != "wrong" or told:
            return truth
        return believed(self._owner.id, scope, name, truth)

    def _body(self, work: Work | None, scope: str, name: str, value: Value | None, rng: Generator) -> str:
        """The answer itself."""
        if name in OF_OFFER and work:
            return self._price(work, rng)
        if name == "processes":
            return self._hurts(rng)
        if name == "headcount" and isinstance(value, float):
            kind = "alone" if value == 1 else "team"
            said = pick(rng, "opening/alone", self._whose) if value == 1 else figures.people(int(value), rng)
            return self._say(f"answers/headcount/{kind}", rng, n=said)
        if isinstance(value, float) and name in FIGURES:
            return self._figure(scope, name, value, rng)
        if isinstance(value, float) and name in SHARES and work:
            return self._share(work, name, value, rng)
        if isinstance(value, bool) and f"answers/{name}/yes" in wordings():
            return self._say(f"answers/{name}/{'yes' if value else 'no'}", rng)
        return self._words(work, name, value, rng)

    def _words(self, work: Work | None, name: str, value: Value | None, rng: Generator) -> str:
        """The answer to what is told in words."""
        if name == "doer":
            return self._say(f"answers/doer/{value}", rng)
        if name == "freed_hours_use" and work:
            kind = "owner" if work.facts["doer"] == "owner" else "staff"
            return self._say(f"answers/freed_hours_use/{kind}", rng, use=str(value))
        if name == "goals" and isinstance(value, tuple):
            drawn = any(value[0] in wordings()[f"goals/{group}"] for group in branches("goals"))
            return self._say(f"answers/goals/{'drawn' if drawn else 'given'}", rng, goal=" and ".join(value))
        if name == "strengths" and isinstance(value, tuple):
            return self._say("answers/strengths", rng, strength=" and ".join(value))
        if name == "tools" and isinstance(value, tuple):
            return self._say(f"answers/tools/{'some' if value else 'none'}", rng, tools=join(value) if value else "")
        if name == "industry":
            return self._say("answers/industry", rng, trade=str(value))
        if name == "country":
            return self._say("answers/country", rng, country=wordings().get(f"names/{value}", (str(value),))[0])
        return self._say("unknown", rng)

    def _price(self, work: Work, rng: Generator) -> str:
        self._offers.discard(work.id)
        if "wanted_means" not in work.facts:
            return self._say("answers/offer_per_month/none", rng)
        means = pick(rng, f"means/{work.facts['wanted_means']}", self._whose)
        said = price(work, self._sign, rng, self._whose)
        return self._say("answers/offer_per_month/some", rng, price=said, means=means)

    def _hurts(self, rng: Generator) -> str:
        others = [work for work in self._owner.works if work is not self._main] or [self._main]
        it, other = (short(work.id, rng, self._whose) for work in (self._main, others[0]))
        tell = pick(rng, f"works/{self._main.id}/tells", self._whose)
        template = pick(rng, "answers/processes", self._whose)
        if others[0] is self._main:
            template = template.replace(", and then {other}", "")
        return fill(template, {"it": it, "other": other, "tell": tell})

    def _figure(self, scope: str, name: str, value: float, rng: Generator) -> str:
        """A figure, or what a vague owner says in its place."""
        if value < 0.4 and name in ("spare_hours_per_week", "budget_first_year"):
            return self._say(f"answers/{name}/none", rng)
        path = f"answers/{name}/some" if f"answers/{name}/some" in wordings() else f"answers/{name}"
        if self._owner.manner == "vague":
            coin = float(self._rng("vague", scope, name).random())
            if coin < 0.5:  # half are vague first, and a range comes when asked again
                return self._say("vague", rng) if self._asked[scope, name] == 1 else self._range(name, value, rng)
            if coin < 0.7:  # a fifth do not know
                return self._say("unknown", rng)
        if self._owner.manner == "contradictory" and name in MENDED and self._asked[scope, name] == 1:
            # Three in four are off at first, by a third to four fifths (own guess), so that there is one to mend.
            draw = self._rng("off", scope, name)
            if draw.random() < 0.75:
                off = math.exp(float(draw.uniform(0.3, 0.6)) * (1 if draw.random() < 0.6 else -1))
                said = self._said(name, min(value * off, 1) if name == "exception_share" else value * off, rng)
                self._off[scope, name] = said
                return self._say(path, rng, n=said)
        return self._say(path, rng, n=self._said(name, value, rng))

    def _said(self, name: str, value: float, rng: Generator) -> str:
        """The figure in words, without a sentence."""
        if name in MONEY:
            return figures.money(value, self._sign, rng)
        if name == "exception_share":
            return figures.share(value, rng)
        say = {"items_per_week": figures.count, "hours_per_week": figures.hours, "spare_hours_per_week": figures.spare}
        return say.get(name, figures.minutes)(value, rng)

    def _range(self, name: str, value: float, rng: Generator) -> str:
        low, high, unit = figures.span(value, name, self._sign if name in MONEY else "")
        return self._say("ranges", rng, low=low, high=f"{high}{unit}")

    def _share(self, work: Work, name: str, value: float, rng: Generator) -> str:
        """How much arrives by mail or goes by rules, told in one of three ways."""
        low, high = (0.22, 0.85) if name == "digital_input" else (0.35, 0.82)
        kind = "low" if value < low else "high" if value > high else "mixed"
        template = pick(rng, f"answers/{name}/{kind}", self._whose)
        while kind == "mixed" and abs(value - 0.5) > 0.1 and "share" not in template.lower():
            template = pick(rng, f"answers/{name}/{kind}", self._whose)
        spoken = work.id in (
            "answering_calls",
            "after_hours_calls",
            "callbacks",
            "counter_service",
            "appointment_booking",
        )
        values = {"share": figures.share(value, rng), "analog": "by phone" if spoken else "on paper"}
        return fill(template, values)

    def _correction(self, scope: str, name: str, rng: Generator) -> str:
        """A contradictory owner's taking back of an earlier figure, in about a fifth of the answers."""
        again = (scope, name) in self._off
        if not self._off or (rng.random() >= 0.5 and not again):
            return ""
        place = (scope, name) if again else next(iter(self._off))
        old = self._off.pop(place)
        if again:
            return ""
        work = self._works[place[0]]
        new = self._said(place[1], float(work.facts[place[1]]), rng)
        return self._say("corrections", rng, it=short(work.id, rng, self._whose), old=old, new=new)

    def _mannered(self, body: str, work: Work | None, name: str, rng: Generator) -> str:
        """The answer with what comes beside it: the offer in mind, a story, a question back."""
        if work and work.id in self._offers:
            self._offers.discard(work.id)
            means = pick(rng, f"means/{work.facts['wanted_means']}", self._whose)
            body += " " + self._say(
                "answers/mention", rng, means=means, price=price(work, self._sign, rng, self._whose)
            )
        if self._owner.manner == "chatty":
            if rng.random() < 0.65:
                story = next(
                    one for one in (pick(rng, "stories", self._whose) for _ in range(99)) if one not in self._told
                )
                self._told = {*self._told, story} if len(self._told) < 15 else set()
                body = f"{story} {body}" if rng.random() < 0.5 else f"{body} {story}"
            if rng.random() < 0.1:
                body += " " + pick(rng, "asides_back", self._whose)
        return f"{pick(rng, 'leads', self._whose)} {body}" if rng.random() < 0.12 else body


def _fits(name: str, value: Value, choice: str) -> bool:
    """True where clicking that quick reply would be the truth."""
    if name in WORDS:
        path = {"freed_hours_use": "uses"}.get(name, name)
        first = value[0] if isinstance(value, tuple) else value
        return first in wordings().get(f"{path}/{choice}", ())
    targets = wordings().get(f"clicks/{name}/{choice}", ())
    if isinstance(value, bool):
        return ("yes" if value else "no") in targets
    if isinstance(value, float):
        return bool(targets) and float(targets[0]) <= value < float(targets[1])
    if isinstance(value, tuple):
        office = {"Excel", "Google Sheets", "Outlook", "Gmail"}
        return ("none" in targets and not value) or ("office" in targets and bool(value) and set(value) <= office)
    return value in targets
