"""What the texts of real owners tell, by their gold: our own cases, or texts with facts and a table of the work."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from assistant.language.sentences import split

TABLE = Path(__file__).with_name("texts.yml")
MOST_WORKS = 4
WEEKS = {"day": 0.2, "week": 1.0, "month": 4.33, "year": 52.0}  # weeks a period; a week has five working days
ENGLISH = re.compile(r"\b(the|and|we|is|of|to|it|my|for|every|i)\b", re.IGNORECASE)
OWN = re.compile(r"\b(I|i|me|myself)\b")
OTHERS = re.compile(
    r"\b(she|he|they|her|his|wife|husband|uncle|aunt|cousin|sister|brother|dad|mum|mom|bookkeeper|receptionist|paralegal"
    r"|assistant|office|desk|staff|crews?|girls|lads|guys|somebody|drivers?|secretary|manager"
    r"|[A-Z][a-z]+ (does|types|makes))\b"
)


@dataclass(frozen=True)
class ToldWork:
    """A kind of work and the figures that a text tells of it: a week, minutes an item, hours a week."""

    id: str
    items: float | None = None
    minutes: float | None = None
    hours: float | None = None
    also: tuple[str, ...] = ()
    doer: str = ""
    """Empty where the words leave it open."""
    quote: str = ""
    """The words that tell of it."""


@dataclass(frozen=True)
class Told:
    """A text and its gold; empty where the text does not say."""

    id: str
    text: str
    kept_aside: bool
    works: tuple[ToldWork, ...]
    headcount: float | None
    country: str
    industry: str
    goals: tuple[str, ...]
    strengths: tuple[str, ...]
    tools: tuple[str, ...]

    @property
    def opened(self) -> frozenset[str]:
        """The facts that the text tells, as "scope.name"; of each work that it is told."""
        names = ("headcount", "country", "industry", "goals", "strengths", "tools")
        firm = {f"firm.{name}" for name in names if getattr(self, name)} | {"firm.processes"}
        told = {
            f"{work.id}.{name}"
            for work in self.works
            for name, value in (
                ("items_per_week", work.items),
                ("minutes_per_item", work.minutes),
                ("hours_per_week", work.hours),
            )
            if value is not None
        }
        return frozenset(firm | told | {f"{work.id}.told" for work in self.works})


def told_texts(paths: Sequence[Path], kinds: Collection[str], knowledge: Path) -> tuple[Told, ...]:
    """Every text of the files in English, with one to four kinds of work that the catalogue knows."""
    trades = _trades(knowledge)
    found: dict[str, Told] = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            told = _of_case(row, trades) if "gold" in row else _of_facts(row)
            known = told is not None and all(work.id in kinds for work in told.works)
            if told and known and 1 <= len(told.works) <= MOST_WORKS and _english(told.text):
                found.setdefault(told.text, told)
    return tuple(found.values())


def _english(text: str) -> bool:
    return len(ENGLISH.findall(text)) > 0.08 * len(text.split())  # English has about one in five, others next to none


def _trades(knowledge: Path) -> Mapping[str, str]:
    table = yaml.safe_load((knowledge / "vocabulary" / "industries.yml").read_text(encoding="utf-8"))
    return {word: row["name"] for row in table["industries"] for word in row["words"]}


def _of_case(row: Mapping[str, object], trades: Mapping[str, str]) -> Told:
    gold, text = row["gold"], str(row["text"])
    assert isinstance(gold, dict)
    works = tuple(
        ToldWork(
            work["id"],
            _middle(work["items_per_week"]),
            _middle(work["minutes_per_item"]),
            _middle(work["hours_per_week"]),
            tuple(work.get("accept", ())),
            _doer(work["quote"]),
            work["quote"],
        )
        for work in gold["processes"]
        if not work.get("optional")
    )
    words = [word for word in trades if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)]
    return Told(
        id=str(row["id"]),
        text=text,
        kept_aside=not row["seen"],
        works=tuple({work.id: work for work in reversed(works)}.values())[::-1],
        headcount=_people(gold["headcount"]),
        country=gold["country"] or "",
        industry=gold.get("industry") or (trades[min(words, key=text.lower().find)] if words else ""),
        goals=tuple(gold["goals"]),
        strengths=tuple(gold["strengths"]),
        tools=tuple(gold["tools"]),
    )


def _doer(quote: str) -> str:
    """Who does it, by the words of the quote: the owner, somebody else, or not told."""
    if OTHERS.search(quote):
        return "" if OWN.search(quote) else "staff"
    return "owner" if OWN.search(quote) else ""


def _middle(value: object) -> float | None:
    if isinstance(value, list):
        return sum(float(one) for one in value) / len(value)
    return float(str(value)) if value else None


def _people(value: object) -> float | None:
    middle = _middle(value)
    return None if middle is None else float(max(round(middle), 1))


def _of_facts(row: Mapping[str, object]) -> Told | None:
    """A text with a list of facts, if the table knows which work it tells of."""
    table, facts = yaml.safe_load(TABLE.read_text(encoding="utf-8")), row["facts"]
    assert isinstance(facts, list)
    if row["id"] not in table:
        return None
    people = [fact["value"] for fact in facts if fact["field"] == "headcount"]
    return Told(
        id=str(row["id"]),
        text=str(row["text"]),
        kept_aside=False,
        works=tuple(
            replace(_figures(kind, [facts[place] for place in places]), quote=_around(str(row["text"]), facts, places))
            for kind, places in table[row["id"]].items()
        ),
        headcount=_people(people[0]) if people else None,
        country="US",  # most of them are American
        industry=str(row["industry"]),
        goals=(),
        strengths=(),
        tools=tuple(str(fact["value"]) for fact in facts if fact["field"] == "tool"),
    )


def _around(text: str, facts: Sequence[Mapping[str, object]], places: Sequence[int]) -> str:
    """The sentences that hold the words of some facts."""
    spans = [str(facts[place]["span"]) for place in places]
    return " ".join(each.text for each in split(text) if any(span in each.text for span in spans))


def _figures(kind: str, facts: Sequence[Mapping[str, object]]) -> ToldWork:
    """The work with its figures: a time by the period is hours a week, any other is minutes an item."""
    items = minutes = hours = None
    for fact in facts:
        value, per = float(str(fact["value"])), WEEKS.get(str(fact["per"]))
        if fact["field"] == "volume" and per:
            items = value / per
        elif fact["field"] == "time":
            time = value * (60 if fact["unit"] == "hours" else 1)
            hours, minutes = (time / 60 / per, minutes) if per else (hours, time)
    return ToldWork(kind, items, minutes, hours, doer="owner" if minutes or hours else "")
