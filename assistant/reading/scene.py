"""A text made ready for reading: sentences, clauses, quantities, and every cue found in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.catalogue import Catalogue
from assistant.language import matching, quantities, sentences
from assistant.language.matching import Match, StemmedText
from assistant.language.quantities import Mention
from assistant.language.sentences import Piece
from assistant.reading.lexicon import Lexicon, lexicon
from assistant.reading.vocabulary import ReadingVocabulary

CLAUSE_ENDS = (
    r"[,;:()!?\n]|\s[-–—]+\s|\b(?:but|because|so that|although|though|while|whereas|which|when|if|unless|until)\b"
)
LEADS = (
    "and",
    "but",
    "so",
    "well",
    "now",
    "then",
    "oh",
    "ok",
    "okay",
    "hi",
    "hello",
    "please",
    "usually",
    "normally",
    "also",
    "yes",
    "the",
)
QUOTE_WORDS = 22
"""Longest quote of a clause, in words: longer ones are cut around what they are quoted for."""


@dataclass(frozen=True)
class Scene:
    """Everything that the readers look at; spans are offsets in `text`."""

    text: str
    catalogue: Catalogue
    vocabulary: ReadingVocabulary
    lexicon: Lexicon
    stems: StemmedText
    sentences: tuple[Piece, ...]
    mentions: tuple[Mention, ...]
    cues: Mapping[str, tuple[Match, ...]]

    @cached_property
    def clauses(self) -> tuple[Piece, ...]:
        """The clauses of all sentences, in order."""
        return tuple(clause for sentence in self.sentences for clause in _clauses(sentence))

    @cached_property
    def rhythms(self) -> tuple[Mention, ...]:
        """Habits told without a number: every Friday, daily."""
        return quantities.rhythms(self.text)

    def sentence_index(self, at: int) -> int:
        """The number of the sentence that an offset lies in (or the one before it)."""
        found = 0
        for index, sentence in enumerate(self.sentences):
            if sentence.start > at:
                break
            found = index
        return found

    def sentence(self, at: int) -> Piece:
        """The sentence that an offset lies in."""
        return self.sentences[self.sentence_index(at)]

    def clause(self, at: int) -> Piece:
        """The clause that an offset lies in."""
        held = None
        for clause in self.clauses:
            if clause.start > at:
                break
            held = clause
        return held or self.sentence(at)

    def cue(self, name: str, start: int, end: int) -> Match | None:
        """The first cue of a list between two offsets, or None."""
        return next((each for each in self.cues.get(name, ()) if each.start >= start and each.end <= end), None)

    def opens(self, name: str, piece: Piece) -> bool:
        """True where a cue of a list stands at the head of a piece, little words like "and" or "well" aside."""
        for match in self.cues.get(name, ()):
            if piece.start <= match.start < piece.end:
                before = self.text[piece.start : match.start].lower()
                return all(word in LEADS for word in re.findall(r"\w+", before))
        return False

    def right_before(self, name: str, at: int, words_between: int = 0) -> Match | None:
        """The cue of a list that ends right before an offset, at most so many words between; None where none does."""
        clause = self.clause(at)
        for match in reversed(self.cues.get(name, ())):
            if clause.start <= match.start and match.end <= at:
                between = self.text[match.end : at].split()
                return match if len(between) <= words_between else None
        return None

    def words_before(self, at: int, most: int) -> tuple[str, ...]:
        """The lower-case words of the clause before an offset, the nearest first."""
        clause = self.clause(at)
        index = bisect_left(self.stems.starts, at) - 1
        first = bisect_left(self.stems.starts, clause.start)
        return tuple(self.stems.lowers[each] for each in range(index, max(index - most, first - 1), -1))

    def has(self, name: str, piece: Piece) -> bool:
        """True where a cue of a list stands in a piece."""
        return self.cue(name, piece.start, piece.end) is not None

    def quote(self, start: int, end: int, most_words: int = QUOTE_WORDS) -> str:
        """The clause around a span, verbatim; of a long one the words around the span."""
        clause = self.clause(start)
        first, last = min(clause.start, start), max(clause.end, end)
        if len(self.text[first:last].split()) > most_words:
            before = [found.start() for found in re.finditer(r"\S+", self.text[first:start])]
            after = [found.end() for found in re.finditer(r"\S+", self.text[end:last])]
            half = most_words // 2
            first = first + before[-half] if len(before) > half else first
            last = end + after[half - 1] if len(after) > half else last
        return self.text[first:last].strip().rstrip(".,;:!?")


def make_scene(text: str, catalogue: Catalogue, vocabulary: ReadingVocabulary) -> Scene:
    """The scene of a text."""
    tables = lexicon(catalogue, vocabulary)
    stems = matching.stemmed(text)
    cues: dict[str, list[Match]] = {}
    for match in matching.find(stems, tables.cues):
        cues.setdefault(match.key, []).append(match)
    return Scene(
        text=text,
        catalogue=catalogue,
        vocabulary=vocabulary,
        lexicon=tables,
        stems=stems,
        sentences=sentences.split(text) or (Piece(text, 0, len(text)),),
        mentions=quantities.find(text),
        cues={name: tuple(found) for name, found in cues.items()},
    )


def _clauses(sentence: Piece) -> Iterator[Piece]:
    """Parts of a sentence between commas, dashes and conjunctions; a conjunction opens its clause."""
    position = 0
    for found in re.finditer(CLAUSE_ENDS, sentence.text, re.IGNORECASE):
        # A comma inside a figure is no end of a clause.
        inside = found.group() == "," and re.match(r"\d,\d", sentence.text[max(found.start() - 1, 0) : found.end() + 1])
        if inside or not sentence.text[position : found.start()].strip():
            continue
        yield _piece(sentence, position, found.start())
        position = found.start() if found.group()[0].isalpha() else found.end()
    if sentence.text[position:].strip():
        yield _piece(sentence, position, len(sentence.text))


def _piece(sentence: Piece, start: int, end: int) -> Piece:
    while start < end and sentence.text[start].isspace():
        start += 1
    return Piece(sentence.text[start:end], sentence.start + start, sentence.start + end)
