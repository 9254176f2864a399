"""The word lists of the grammar of quantities, from knowledge/vocabulary/units.yml."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path

from assistant.catalogue import read_noun
from assistant.domain.facts import Noun
from assistant.settings import Settings


class Vague(Noun):
    """Words for a count that nobody counted, and the span a listener takes from them."""

    words: tuple[str, ...]
    low: float
    high: float


class Lump(Noun):
    """A part of the week that somebody gives whole to one thing, and the hours of work it stands for."""

    name: str
    low: float
    high: float


class DurationUnit(Noun):
    """A unit of time, its words and its length in seconds."""

    name: str
    words: tuple[str, ...]
    seconds: float


class PeriodUnit(Noun):
    """What a rate is counted by, and how many working weeks it holds; None where no week can be made of it."""

    name: str
    words: tuple[str, ...]
    weeks: float | None


class Currency(Noun):
    """An ISO code and the signs and words by which amounts in it are written."""

    code: str
    words: tuple[str, ...]


class Measures(Noun):
    """The closed classes of English that the grammar stands on."""

    numerals: dict[str, float]
    multiples: dict[str, float]
    on_top: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]
    multipliers: dict[str, float]
    glued_multipliers: dict[str, float]
    glued_money_multipliers: dict[str, float]
    fractions: dict[str, float]
    fraction_signs: dict[str, float]
    vague: tuple[Vague, ...]
    approximate_before: tuple[str, ...]
    approximate_after: tuple[str, ...]
    durations: tuple[DurationUnit, ...]
    working_hours: dict[str, float]
    periods: tuple[PeriodUnit, ...]
    period_adverbs: dict[str, str]
    times: dict[str, float]
    weekdays: frozenset[str]
    months: dict[str, int]
    currencies: tuple[Currency, ...]
    money_multipliers: dict[str, float]
    cents: dict[str, str]
    percent: frozenset[str]
    labels: frozenset[str]
    year_cues: frozenset[str]
    weak_year_cues: frozenset[str]
    clock_cues: frozenset[str]
    opening_words: frozenset[str]
    plurals: frozenset[str]
    not_plural: frozenset[str]
    function_words: frozenset[str]
    taking: frozenset[str]
    taking_verbs: frozenset[str]
    not_items: frozenset[str]
    change_verbs: frozenset[str]
    verbs: frozenset[str]
    persons: frozenset[str]
    abbreviations: frozenset[str]
    fillers: frozenset[str]
    lumps: tuple[Lump, ...]

    @cached_property
    def duration_of(self) -> dict[str, str]:
        """The name of the unit of time of each word."""
        return {word: unit.name for unit in self.durations for word in unit.words}

    @cached_property
    def seconds_of(self) -> dict[str, float]:
        """Seconds of each unit of time, by its name."""
        return {unit.name: unit.seconds for unit in self.durations}

    @cached_property
    def period_of(self) -> dict[str, str]:
        """The name of the period of each word, plural forms included."""
        singular = {word: unit.name for unit in self.periods for word in unit.words}
        return {f"{word}s": name for word, name in singular.items() if len(word) > 1} | singular

    @cached_property
    def weeks_of(self) -> dict[str, float | None]:
        """Working weeks in each period, by its name."""
        return {unit.name: unit.weeks for unit in self.periods}

    @cached_property
    def currency_of(self) -> dict[str, str]:
        """The currency code of each sign or word."""
        return {word: each.code for each in self.currencies for word in each.words}

    @cached_property
    def any_multiplier(self) -> dict[str, float]:
        """Every word and letter that multiplies the number before it."""
        return self.multipliers | self.money_multipliers | self.glued_multipliers | self.glued_money_multipliers

    @cached_property
    def hedges_before(self) -> tuple[tuple[str, ...], ...]:
        """Words of approximation before a number, longest first."""
        return tuple(sorted((tuple(each.split()) for each in self.approximate_before), key=len, reverse=True))

    @cached_property
    def hedges_after(self) -> tuple[tuple[str, ...], ...]:
        """Words of approximation after a number, longest first."""
        return tuple(sorted((tuple(each.split()) for each in self.approximate_after), key=len, reverse=True))

    @cached_property
    def vague_of(self) -> dict[str, Vague]:
        """The span of each vague word."""
        return {word: each for each in self.vague for word in each.words}


@cache
def load_measures(knowledge: Path) -> Measures:
    """The word lists of a knowledge folder; raises BadInput where the file does not fit."""
    return read_noun(knowledge / "vocabulary" / "units.yml", Measures)


@cache
def measures() -> Measures:
    """The word lists that come with the program, read once."""
    return load_measures(Settings.from_environment().knowledge())
