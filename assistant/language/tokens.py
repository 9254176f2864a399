"""Words, figures and signs of a text, each with its place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["figure", "word", "sign", "line"]

# A group of thousands has three digits after each separator, so "1,5" and "1.5" are decimals and "1.234,50" is not.
COMMAS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\d)"
POINTS = r"\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?![\d.])"
SPACES = r"\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:\.\d+|,\d{1,2}(?!\d))?(?!\d)"
DECIMAL_COMMA = r"\d+,\d{1,2}(?!\d|,\d)"
PLAIN = r"\d+(?:\.\d+)?|(?<![\w.])\.\d+"
# The rand stands against its figure: R650 a call, R8,500, R1.4 million; R2, R290 and R410A are names.
RAND = r"\bR(?=\d{1,3}[, ]\d{3}\b|\d+(?:\.\d+)?\s?(?:[kKmM]|[mM]il|[mM]illion)\b|\d{2,6} (?:a|an|per|each)\b)"
WORD = rf"{RAND}|" r"(?<=\d)[hH](?=\d\d\b)|(?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W_]|['’](?=\w))*"
# Addresses, ISO dates, version numbers, clock times and telephone numbers hold no quantities.
ADDRESS = r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,80}\.\w+"
STAMP = r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}:\d{2}(?:\s?[ap]m)?|\d+\.\d+\.\d+[\d.]*"
TELEPHONE = r"\+?\d[\d() .-]{8,}\d"

KINDS: dict[str, TokenKind] = {"figure": "figure", "word": "word", "sign": "sign", "line": "line"}
_TOKEN = re.compile(
    rf"(?P<figure>{COMMAS}|{POINTS}|{SPACES}|{DECIMAL_COMMA}|{PLAIN})|(?P<word>{WORD})|(?P<line>\n)|(?P<sign>[^\s\w]|_)"
)
_MASKED = re.compile(rf"{ADDRESS}|{STAMP}|{TELEPHONE}", re.IGNORECASE)
_LEAST_TELEPHONE_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text between two offsets; `lower` is its plain lower-case form."""

    kind: TokenKind
    lower: str
    start: int
    end: int


class Tokens:
    """The tokens of a text, read by index; beyond either end there is the empty word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = _tokenize(text)
        self._lower = [token.lower for token in self.all]

    def __len__(self) -> int:
        return len(self.all)

    def lower(self, index: int) -> str:
        """The lower-case form of a token, "" beyond either end."""
        return self._lower[index] if 0 <= index < len(self._lower) else ""

    def is_figure(self, index: int) -> bool:
        """True where a token is written in digits."""
        return 0 <= index < len(self.all) and self.all[index].kind == "figure"

    def is_word(self, index: int) -> bool:
        """True where a token is a word."""
        return 0 <= index < len(self.all) and self.all[index].kind == "word"

    def is_sign(self, index: int) -> bool:
        """True for punctuation, a line end, and beyond either end."""
        return not (0 <= index < len(self.all)) or self.all[index].kind in ("sign", "line")

    def glued(self, index: int) -> bool:
        """True where no space stands before a token."""
        return 0 < index < len(self.all) and self.all[index - 1].end == self.all[index].start

    def follows(self, index: int, phrase: tuple[str, ...]) -> bool:
        """True where the words of a phrase stand from an index on."""
        return all(self.lower(index + offset) == word for offset, word in enumerate(phrase))

    def capital(self, index: int) -> bool:
        """True for a word that begins with a capital."""
        return self.is_word(index) and self.text[self.all[index].start].isupper()

    def ends_sentence(self, index: int) -> bool:
        """True where a sentence ends at a token: a full stop before a space, a question mark, an empty line."""
        lower = self.lower(index)
        if lower in ("!", "?") or index >= len(self.all):
            return True
        if self.all[index].kind == "line":
            return index + 1 >= len(self.all) or self.all[index + 1].kind == "line" or self.capital(index + 1)
        return lower == "." and not self.glued(index + 1)


def _tokenize(text: str) -> tuple[Token, ...]:
    masked = [found.span() for found in _MASKED.finditer(text) if _is_masked(found.group())]
    tokens: list[Token] = []
    position = 0
    for start, end in [*masked, (len(text), len(text))]:
        for found in _TOKEN.finditer(text, position, start):
            lower = found.group().lower().replace("’", "'")
            tokens.append(Token(KINDS[found.lastgroup or "sign"], lower, found.start(), found.end()))
        if end > start:
            tokens.append(Token("sign", "\ufffd", start, end))
        position = end
    return tuple(tokens)


def _is_masked(piece: str) -> bool:
    """True unless what looks like a telephone number or a version is groups of thousands, or too short."""
    if any(sign in piece for sign in ":@/w") or re.fullmatch(r"\d{4}-\d{2}-\d{2}", piece):
        return True
    groups = re.findall(r"\d+", piece)
    if len(groups) == 1:
        return False
    if all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3 and "-" not in piece:
        return False
    return re.fullmatch(r"[\d.]+", piece) is not None or sum(map(len, groups)) >= _LEAST_TELEPHONE_DIGITS
