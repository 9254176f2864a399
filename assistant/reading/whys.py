"""Which signs of a plan may be believed: vague words are easily taken for a weak reason, or for no aim at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.domain.facts import Noun
from assistant.encoder.signs import Sign

LIKELY = 0.5
"""Probability from which a sign counts that is borne out by something else."""
CROWD = 4
"""Most signs that words carry in texts like those that taught them; where more meet, the words were not understood."""
CLAUSE_END = re.compile(r"[.!?;:,](?=\s|$)|\n")
WORD = re.compile(r"[^\W\d_]+")


class Caution(Noun):
    """How sure signs must be that vague words are often taken for, and what bears out one that is less sure.

    `surely` is the least probability of each; `telling` are words that bear out a sign that has one of them.
    """

    surely: Mapping[str, float] = {}
    telling: Mapping[str, tuple[str, ...]] = {}


def clause(text: str, sign: Sign) -> str:
    """The clauses that a sign's words stand in, from stop to stop."""
    start = max((found.end() for found in CLAUSE_END.finditer(text, 0, sign.start)), default=0)
    after = CLAUSE_END.search(text, max(sign.start, sign.end - 1))
    return text[start : after.start() if after else len(text)].strip()


def believed(text: str, signs: Sequence[Sign], caution: Caution, weak: Mapping[str, str]) -> tuple[Sign, ...]:
    """The signs without those that are too unsure, or too many in one place; `weak` names those of weak reasons.

    That nothing is gained is believed of words that are no likelier an aim, or where a weak reason stands beside.
    """
    signs = [each for each in signs if not _is_crowded(each, signs)]
    kept = [each for each in signs if _is_sure(text, each, caution)]
    if any(each.name in weak for each in kept):
        kept += [each for each in signs if each.name == "no_purpose" and each.share >= LIKELY and each not in kept]
    else:
        aims = [each for each in kept if each.name == "purpose"]
        kept = [each for each in kept if each.name != "no_purpose" or not any(_is_within(each, aim) for aim in aims)]
    return tuple(sorted(kept, key=lambda each: (each.start, each.end)))


def _is_crowded(sign: Sign, signs: Sequence[Sign]) -> bool:
    middle = (sign.start + sign.end) // 2
    return len({each.name for each in signs if each.start <= middle < each.end}) > CROWD


def _is_sure(text: str, sign: Sign, caution: Caution) -> bool:
    if sign.share >= caution.surely.get(sign.name, 0.0):
        return True
    words = set(WORD.findall(text[sign.start : sign.end].lower()))
    return sign.share >= LIKELY and not words.isdisjoint(caution.telling.get(sign.name, ()))


def _is_within(sign: Sign, aim: Sign) -> bool:
    """True for words that are told as an aim at least as surely."""
    return aim.start <= sign.start and sign.end <= aim.end and aim.share >= sign.share
