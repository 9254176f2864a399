"""A text made ready for reading: sentences, clauses, quantities, and every cue found in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from assistant.catalogue import Catalogue
from assistant.encoder.signs import Sign
from assistant.encoder.tagger import Role, Tag, Tagged
from assistant.language import matching, quantities, sentences
from assistant.language.matching import Match, StemmedText
from assistant.language.quantities import Mention
from assistant.language.sentences import Piece
from assistant.reading.clauses import clauses
from assistant.reading.lexicon import Lexicon
from assistant.reading.reader import Places, Reader, Says, Tags
from assistant.reading.spot import Spot
from assistant.reading.vocabulary import ReadingVocabulary

# "I would say 40" and "I'd guess 40" are hedges; the estimate is the speaker's own.
HEDGE = r"\b(?:would|'d|could|might|may) (?:say|guess|think|estimate|imagine|reckon|be happy|like to|love to)\b"
MODAL = r"\b(?:would|could|might|should)\b|\b(?:it|that|they|this)'d\b"
SUPPOSING = r"\b(?:if|suppose|imagine|unless)\b"
IRREAL = r"\b(?:had|were|could|would|did|went|got)\b|'d\b"
LEADS = (
    "and", "but", "so", "well", "now", "then", "oh", "ok", "okay", "hi", "hello", "please", "usually", "normally",
    "also", "yes", "the",
)  # fmt: skip
LEAST_SHARE, LEAST_IF_PLAIN = 0.1, 0.01
"""How likely words of the catalogue must be words of work; less where they are two or name an activity: invoicing."""
QUOTE_WORDS = 22
"""Longest quote of a clause, in words: longer ones are cut around what they are quoted for."""


class Starting(Protocol):
    """Something with a place in a text."""

    @property
    def start(self) -> int:
        """Offset of its first character."""


Spanned = TypeVar("Spanned", bound=Starting)


def inside(items: Sequence[Spanned], start: int, end: int) -> Sequence[Spanned]:
    """Those of some items, sorted by their start, that begin between two offsets."""
    first = bisect_left(items, start, key=lambda item: item.start)
    return items[first : bisect_left(items, end, first, key=lambda item: item.start)]


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
    rhythms: tuple[Mention, ...]
    cues: Mapping[str, tuple[Match, ...]]
    places: Places
    tagger: Tags
    says: Says
    besides: tuple[Spot, ...] = ()
    """Places of work that somebody else than the tagger found: search, or the owner when asked which kind it is."""

    @cached_property
    def clauses(self) -> tuple[Piece, ...]:
        """The clauses of all sentences, in order."""
        return tuple(clause for sentence in self.sentences for clause in clauses(sentence))

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    @cached_property
    def _clause_starts(self) -> tuple[int, ...]:
        return tuple(clause.start for clause in self.clauses)

    @cached_property
    def habits(self) -> tuple[Mention, ...]:
        """How often something comes round, told without a number: every Friday, daily."""
        return quantities.habits(self.rhythms, self.mentions)

    @cached_property
    def _figures(self) -> Sequence[Mention]:
        return quantities.with_habits(self.mentions, self.rhythms)

    @cached_property
    def tagged(self) -> Tagged:
        """The tags of the text, made when they are first asked for."""
        offered = {(each.start, each.end): self._least(each) for each in self.named_work}
        return self.tagger.tag(self.text, [(each.start, each.end) for each in self._figures], offered)

    @cached_property
    def signs(self) -> Sequence[Sign]:
        """The signs of a plan in the text, read when they are first asked for."""
        return self.says.read(self.text)

    def _least(self, named: Match) -> float:
        """How likely words of the catalogue must be words of work, by the tagger, to be taken for that."""
        activity = self.text[named.start : named.end].endswith("ing")
        return LEAST_IF_PLAIN if named.words > 1 or activity else LEAST_SHARE

    @cached_property
    def named_work(self) -> tuple[Match, ...]:
        """The words of the catalogue for kinds of work; what is counted, "3 minutes an invoice", names no work."""
        found = matching.longest(matching.find(self.stems, self.lexicon.work))
        counted = [(each.start, each.end) for each in self.mentions]
        return tuple(
            each for each in found if not any(start <= each.start and each.end <= end for start, end in counted)
        )

    @cached_property
    def named_tools(self) -> tuple[Match, ...]:
        """The words of the catalogue for tools."""
        return tuple(matching.longest(matching.find(self.stems, self.lexicon.tools)))

    @cached_property
    def _roles(self) -> Mapping[int, Role]:
        return {each.start: role for each, role in zip(self._figures, self.tagged.roles, strict=True)}

    def role(self, mention: Mention) -> Role:
        """What a quantity or a habit of this text may be."""
        return self._roles[mention.start]

    def tags(self, *kinds: str) -> Iterator[Tag]:
        """The tags of some kinds, in order."""
        return (each for each in self.tagged.tags if each.kind in kinds)

    def sentence_index(self, at: int) -> int:
        """The number of the sentence that an offset lies in (or the one before it)."""
        return max(bisect_right(self._sentence_starts, at) - 1, 0)

    def sentence(self, at: int) -> Piece:
        """The sentence that an offset lies in."""
        return self.sentences[self.sentence_index(at)]

    def clause(self, at: int) -> Piece:
        """The clause that an offset lies in."""
        index = bisect_right(self._clause_starts, at) - 1
        return self.clauses[index] if index >= 0 else self.sentence(at)

    def is_supposed(self, at: int) -> bool:
        """True in conditionals about what is not so, and beside a modal verb; "if I make a cake" is a habit."""
        clause = max(bisect_right(self._clause_starts, at) - 1, 0)
        return self._unreal[self.sentence_index(at)] or (bool(self._modal) and self._modal[clause])

    @cached_property
    def _unreal(self) -> tuple[bool, ...]:
        """For each sentence, whether it supposes what is not so."""
        plain = [re.sub(HEDGE, " ", sentence.text, flags=re.IGNORECASE) for sentence in self.sentences]
        return tuple(
            re.search(SUPPOSING, each, re.IGNORECASE) is not None and re.search(IRREAL, each, re.IGNORECASE) is not None
            for each in plain
        )

    @cached_property
    def _modal(self) -> tuple[bool, ...]:
        """For each clause, whether a modal verb or a word of supposing makes it unreal."""
        return tuple(
            self.has("hypothetical", clause)
            or re.search(MODAL, re.sub(HEDGE, " ", clause.text, flags=re.IGNORECASE), re.IGNORECASE) is not None
            for clause in self.clauses
        )

    def cue(self, name: str, start: int, end: int) -> Match | None:
        """The first cue of a list between two offsets, or None."""
        return next((each for each in inside(self.cues.get(name, ()), start, end) if each.end <= end), None)

    def figures(self, piece: Piece) -> Sequence[Mention]:
        """The quantities that begin in a piece."""
        return inside(self.mentions, piece.start, piece.end)

    def opens(self, name: str, piece: Piece) -> bool:
        """True where a cue of a list stands at the head of a piece, little words like "and" or "well" aside."""
        for match in inside(self.cues.get(name, ()), piece.start, piece.end):
            before = self.text[piece.start : match.start].lower()
            return all(word in LEADS for word in re.findall(r"\w+", before))
        return False

    def right_before(self, name: str, at: int, words_between: int = 0) -> Match | None:
        """The cue of a list that ends right before an offset, at most so many words between; None where none does."""
        clause = self.clause(at)
        before = [match for match in inside(self.cues.get(name, ()), clause.start, at) if match.end <= at]
        if not before:
            return None
        last = max(before, key=lambda match: match.end)
        return last if len(self.text[last.end : at].split()) <= words_between else None

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
        return self.text[first:last].strip().rstrip(".,;:!?").lstrip("-*•– ")


def make_scene(text: str, reader: Reader) -> Scene:
    """The scene of a text."""
    tables = reader.lexicon
    stems = matching.stemmed(text)
    mentions = quantities.find(text)
    rhythms = quantities.rhythms(text)
    cues: dict[str, list[Match]] = {}
    for match in matching.find(stems, tables.cues):
        cues.setdefault(match.key, []).append(match)
    return Scene(
        text=text,
        catalogue=reader.catalogue,
        vocabulary=reader.vocabulary,
        lexicon=tables,
        stems=stems,
        sentences=sentences.split(text) or (Piece(text, 0, len(text)),),
        mentions=mentions,
        rhythms=rhythms,
        cues={name: tuple(found) for name, found in cues.items()},
        places=reader.places,
        tagger=reader.tagger,
        says=reader.says,
    )
