"""Catalogue and vocabulary made ready for matching, once for each pair of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from assistant.catalogue import Catalogue
from assistant.language.matching import PhraseTable, phrase_table, stem, stemmed
from assistant.reading.vocabulary import ReadingVocabulary

Table = TypeVar("Table")
CUE_GAP = 1


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrase tables by what they find, and the work that each counted noun belongs to (by the stems of the noun)."""

    cues: PhraseTable
    work: PhraseTable
    weak_work: frozenset[str]
    tools: PhraseTable
    industries: PhraseTable
    industry_pairs: tuple[tuple[frozenset[str], str], ...]
    countries: PhraseTable
    means: PhraseTable
    items: Mapping[tuple[str, ...], str]
    names: Mapping[str, str]
    negators: frozenset[str]
    light_words: frozenset[str]
    habits: frozenset[str]
    price_links: frozenset[str]
    small_words: frozenset[str]


class _Same(Generic[Table]):
    """A table compared by identity: hashing its hundreds of rows at each call would cost more than the reading."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __hash__(self) -> int:
        return id(self.table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.table is other.table


def lexicon(catalogue: Catalogue, vocabulary: ReadingVocabulary) -> Lexicon:
    """The tables of a catalogue and a vocabulary, made on first use."""
    return _made(_Same(catalogue), _Same(vocabulary))


@lru_cache(maxsize=4)
def _made(catalogue_key: _Same[Catalogue], vocabulary_key: _Same[ReadingVocabulary]) -> Lexicon:
    catalogue, words = catalogue_key.table, vocabulary_key.table
    work = [(kind.id, kind.words) for kind in catalogue.processes]
    known = {kind.id for kind in catalogue.processes}
    work += [(process_id, phrases) for process_id, phrases in words.work_words.items() if process_id in known]
    # A name is matched word for word; only kinds of work and cues may have words between.
    return Lexicon(
        cues=phrase_table(words.lists(), gap=CUE_GAP),
        work=phrase_table(work),
        weak_work=frozenset(phrase for _, phrases in work for phrase in phrases if len(stemmed(phrase).stems) == 1),
        tools=phrase_table(((each.name, each.words) for each in catalogue.tools), gap=0),
        industries=phrase_table(((each.id, each.words) for each in catalogue.industries), gap=0),
        industry_pairs=tuple(
            (frozenset(stems), each.id)
            for each in catalogue.industries
            for name in each.words
            if len(set(stems := stemmed(name).stems)) == 2 == len(stems)
        ),
        countries=phrase_table(((each.code, each.words) for each in catalogue.countries), gap=0),
        means=phrase_table(((each.id, (each.name, *each.words)) for each in catalogue.means), gap=0),
        items=_items(catalogue, words),
        names={kind.id: kind.name for kind in catalogue.processes},
        negators=frozenset(word.replace("'", "") for word in words.negators),
        light_words=frozenset(words.light_words),
        habits=frozenset(stem(word) for word in words.habits),
        price_links=frozenset(words.names_price),
        small_words=frozenset(words.small_words),
    )


def _items(catalogue: Catalogue, words: ReadingVocabulary) -> Mapping[tuple[str, ...], str]:
    """Work by the stems of what it counts; a noun that several kinds of work count is left to `item_words`."""
    found: dict[tuple[str, ...], str] = {}
    for kind in catalogue.processes:
        for noun in (kind.item, kind.items):
            stems = stemmed(noun).stems
            if len(stems) > 1:
                found.setdefault(stems, kind.id)
    known = {kind.id for kind in catalogue.processes}
    for noun, process_id in words.item_words.items():
        if process_id in known:
            found[stemmed(noun).stems] = process_id
    return found
