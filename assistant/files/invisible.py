"""Characters that take no room on a page: taken out of the text, and reported where they hide something."""

from __future__ import annotations

import re

from assistant.domain.facts import Noun

_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\u180e"
_DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
_TAG = re.compile("[\U000e0000-\U000e007f]+")
_INSIDE_WORD = re.compile(rf"\w*\w[{_ZERO_WIDTH}{_DIRECTION}]+\w[\w{_ZERO_WIDTH}{_DIRECTION}]*")
_RUN = re.compile(rf"[{_ZERO_WIDTH}]{{8,}}")
_ANY = re.compile(rf"[{_ZERO_WIDTH}{_DIRECTION}\u00ad]|[\U000e0000-\U000e007f]")
_SAME = str.maketrans(
    {"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi",
     "\ufb04": "ffl", "\x0b": "\n", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\x00": " "}
)  # fmt: skip
_JOINERS = frozenset("\u200c\u200d")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")


class Cleaned(Noun):
    """Text without invisible characters, and what they hid."""

    text: str
    found: tuple[str, ...] = ()


def without_invisible(raw: str) -> Cleaned:
    """The text as a person sees it; `found` has words broken by invisible characters and text in tag characters.

    A single joiner is ordinary in many scripts and in emoji and is not reported.
    """
    found: list[str] = []
    if not raw.isascii():
        found += ["".join(chr(ord(char) - 0xE0000) for char in hit.group()) for hit in _TAG.finditer(raw)]
        for hit in _INSIDE_WORD.finditer(raw):
            hidden = {char for char in hit.group() if char in _ZERO_WIDTH or char in _DIRECTION}
            if _latin(hit.group()) and not hidden <= _JOINERS:
                found.append(_ANY.sub("", hit.group()))
        found += ["a run of characters without width" for _ in _RUN.finditer(raw)]
        raw = _ANY.sub("", raw)
    text = raw.replace("\r\n", "\n").replace("\r", "\n").translate(_SAME)
    return Cleaned(text=_CONTROL.sub("", text), found=tuple(dict.fromkeys(found)))


def _latin(word: str) -> bool:
    return all(ord(char) < 0x250 for char in word if char.isalpha())
