"""Phrases of a word list found in a text by the stems of their words: "sending invoices" for "send invoice"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.measures import measures
from assistant.language.tokens import Token, Tokens

ENDINGS = ("", "s", "es", "ed", "d", "ing", "ings", "e", "y", "ies", "ied", "ying", "'s")
GAP = 2
"""Little words that may stand between two words of a phrase: "answer all the emails" for "answer emails"."""


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found at text[start:end]; `words` is how many words it has, `exact` that none stood between them."""

    key: str
    phrase: str
    start: int
    end: int
    words: int
    exact: bool


@dataclass(frozen=True, slots=True)
class StemmedText:
    """A text as stems with their places; made once and matched against many lists."""

    text: str
    stems: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as stems, with the entry it belongs to and how many words may stand between two of its words."""

    stems: tuple[str, ...]
    key: str
    phrase: str
    gap: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """Phrases ready for matching, by the stem of their first word."""

    by_first: Mapping[str, tuple[Phrase, ...]]


def stem(word: str) -> str:
    """The stem of a lower-case word (Snowball English; "e-mail" and "email" are one)."""
    return _stem(word)


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    import snowballstemmer

    return str(snowballstemmer.stemmer("english").stemWord(word.removesuffix("'s").replace("n't", "nt")))


def stemmed(text: str) -> StemmedText:
    """The words, figures and hyphenless parts of a text as stems."""
    tokens = [token for token in Tokens(text).all if token.kind in ("word", "figure")]
    joined = _joined_hyphens(text, tokens)
    return StemmedText(
        text=text,
        stems=tuple(_stem(lower) for lower, _, _ in joined),
        lowers=tuple(lower for lower, _, _ in joined),
        starts=tuple(start for _, start, _ in joined),
        ends=tuple(end for _, _, end in joined),
    )


def phrase_table(entries: Iterable[tuple[str, Iterable[str]]], gap: int = GAP) -> PhraseTable:
    """A table of (key, phrases) ready for matching; a phrase that begins with "_" is matched without words between."""
    by_first: dict[str, list[Phrase]] = {}
    for key, phrases in entries:
        for phrase in phrases:
            words = stemmed(phrase.removeprefix("_"))
            if words.stems:
                row = Phrase(words.stems, key, phrase, 0 if phrase[0] == "_" else gap, words.lowers[0])
                by_first.setdefault(words.stems[0], []).append(row)
    return PhraseTable({first: tuple(rows) for first, rows in by_first.items()})


def find(text: StemmedText, table: PhraseTable) -> tuple[Match, ...]:
    """Every phrase of a table found in a text, in order."""
    found: list[Match] = []
    fillers = measures().fillers
    for at, first in enumerate(text.stems):
        for row in table.by_first.get(first, ()):
            last = _last_of(text, row, at, fillers)
            if last is not None and (len(row.stems) > 1 or is_inflection(text.lowers[at], row.word)):
                exact = last - at + 1 == len(row.stems)
                found.append(Match(row.key, row.phrase, text.starts[at], text.ends[last], len(row.stems), exact))
    return tuple(found)


def is_inflection(said: str, word: str) -> bool:
    """True where words of one stem are forms of one word (invoice, invoicing), not cousins (expense, expensive)."""
    shared = 0
    while shared < min(len(said), len(word)) and said[shared] == word[shared]:
        shared += 1
    base = said[:shared]
    return all(_is_ending(each[len(base) :], base) for each in (said, word))


def _is_ending(rest: str, base: str) -> bool:
    """True for an ending of inflection, a doubled letter before it included: plan, planning."""
    return rest in ENDINGS or (rest[:1] == base[-1:] and rest[1:] in ("ing", "ed"))


def is_literal(match: Match, text: str) -> bool:
    """True where the words found are those of the phrase letter for letter, a plural apart: for names."""
    said = text[match.start : match.end].lower().replace("-", " ")
    phrase = match.phrase.removeprefix("_").lower().replace("-", " ")
    return said in (phrase, f"{phrase}s", f"{phrase}es")


def longest(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The matches without those that lie inside a longer one, in order; of equal spans one for each key."""
    kept: list[Match] = []
    reach: Match | None = None
    for match in sorted(matches, key=lambda each: (each.start, -each.end, -each.exact)):
        inside = reach is not None and match.end <= reach.end
        same = reach is not None and (match.start, match.end) == (reach.start, reach.end)
        known = same and any(each.key == match.key and each.start == match.start for each in kept)
        if not known and (same or not inside):
            kept.append(match)
        if not inside:
            reach = match
    return tuple(kept)


def _last_of(text: StemmedText, row: Phrase, at: int, fillers: frozenset[str]) -> int | None:
    """The index of a phrase's last word where the phrase begins at an index; only little words and figures between."""
    position = at
    for wanted in row.stems[1:]:
        following = position + 1
        last = min(position + 1 + row.gap, len(text.stems) - 1)
        while following < last and text.stems[following] != wanted:
            lower = text.lowers[following]
            if lower not in fillers and not lower[0].isdigit():
                return None
            following += 1
        if following >= len(text.stems) or text.stems[following] != wanted:
            return None
        position = following
    between = text.text[text.ends[at] : text.starts[position]] if position > at else ""
    return None if any(sign in between for sign in ".!?;:\n()") else position


def _joined_hyphens(text: str, tokens: Sequence[Token]) -> list[tuple[str, int, int]]:
    """Words with their places; "e-mail" is made one word, as a letter, a hyphen and a word are."""
    joined: list[tuple[str, int, int]] = []
    for token in tokens:
        if joined:
            lower, start, end = joined[-1]
            if len(lower) == 1 and text[end : token.start] == "-" and lower.isalpha():
                joined[-1] = (lower + token.lower, start, token.end)
                continue
        joined.append((token.lower, token.start, token.end))
    return joined
