"""Which part of the papers counts where two of them differ: files of a bundle, schedules, parts, conditions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.vendors.segments import Segment

PART = (
    r"(?:(?:special|particular|additional|general|standard|customer|online|key|purchase|subscription|master|service) )*"
    r"(?:order form|order|quotation|quote|proposal|offer|statement of work|sow|agreement|terms(?: and conditions)?|"
    r"conditions|schedule|annex|appendix|part|exhibit|addendum|attachment|cover (?:page|letter|e-?mail)|e-?mail|letter|"
    r"contract|form|msa|dpa)s?(?: (?:[a-z]|\d{1,2})\b)?"
)
"""How papers name their parts, in lower case."""
THE_END = 10**9
"""An offset behind every text."""
_DIFFER = (
    r"(?:conflict|differ|inconsisten|contradict|discrepan|disagree|ambigu|do(?:es)? not (?:match|agree)|"
    r"sa(?:y|id) (?:something|anything) else|something else is said|otherwise)"
)
_WINS = (
    r"(?:prevail|control|govern|take[s]? precedence|comes? first|counts?\b|goes? before|stands? (?:above|over|first)|"
    r"wins?\b|decides?\b|rank[s]? (?:above|before)|is (?:what|the one that) (?:counts|matters)|(?:is|are) right\b|"
    r"beats?\b|charge by|believe|trust|go by|rely on)"
)
_LOSES = r"(?:gives? way|yields?|ranks? (?:below|after)|comes? (?:last|second)|is subordinate)"
_WINNER = re.compile(
    rf"\b(?P<v>{PART})\b(?:(?!{PART})[^.;]){{0,30}}\b{_WINS}|\b{_WINS} (?:\w+ ){{0,2}}?(?P<w>{PART})\b"
)
_LOSER = re.compile(rf"\b(?P<v>{PART})\b(?:(?!{PART})[^.;]){{0,30}}\b{_LOSES}")
_ABOVE = re.compile(
    rf"^(?:they|these (?P<w>{PART}))\b.{{0,20}}\bstands? (?:above|over|before) (?:any |the )?(?P<v>{PART})\b"
)
_IS_ABOUT = re.compile(rf"\b{_DIFFER}|precedence|prevail|\b{_LOSES}|\bstands? above\b")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the papers: where it begins, and the words by which it is known, in lower case."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Precedence:
    """The sentence that says which part counts, and the offsets of what counts: from each start to before each end."""

    sentence: Segment
    named: str
    spans: tuple[tuple[int, int], ...]

    def counts(self, segment: Segment) -> bool:
        """True for what stands in the part that counts."""
        return self.holds(segment.start)

    def holds(self, offset: int) -> bool:
        """True for an offset in the part that counts."""
        return any(start <= offset < end for start, end in self.spans)


def parts_of(segments: Sequence[Segment], files: Sequence[tuple[str, int]]) -> tuple[Part, ...]:
    """The parts of the papers in order: each file by its name, and each heading that names a part."""
    found = [Part(start, re.sub(r"[-_.]", " ", name.lower())) for name, start in files]
    for before, after in pairwise(segments):
        is_heading = after.heading != before.heading and after.heading and after.heading in before.words.lower()
        if is_heading and re.search(rf"\b{PART}\b", before.words.lower()):
            found.append(Part(before.start, before.words.lower()))
    return tuple(sorted(found, key=lambda each: each.start))


def precedence(segments: Sequence[Segment], files: Sequence[tuple[str, int]]) -> Precedence | None:
    """What the papers say about which part counts; None where they say nothing, or name no part that is there."""
    parts = parts_of(segments, files)
    for segment in segments:
        words = segment.words.lower()
        if not _IS_ABOUT.search(words):
            continue
        made = _ruled(segment, words, parts)
        if made is not None:
            return made
    return None


def _ruled(segment: Segment, words: str, parts: tuple[Part, ...]) -> Precedence | None:
    own = next((each for each in reversed(parts) if each.start <= segment.start), None)
    if own and (above := _ABOVE.search(words)):
        return _of(segment, above.group("w") or own.name, [own], parts)
    if won := _WINNER.search(words):
        named = won.group("v") or won.group("w")
        return _of(segment, named, [each for each in parts if _is(each, named, own)], parts)
    if lost := _LOSER.search(words):
        named = lost.group("v")
        others = [each for each in parts if not _is(each, named, own)]
        return _of(segment, "other part", others, parts) if len(others) < len(parts) else None
    return None


def _is(part: Part, named: str, own: Part | None) -> bool:
    """True where a part is the one that is named; "these terms" are those in which it is said."""
    bare = named.removesuffix("s")
    return bare in part.name or (part is own and named in ("agreement", "contract"))


def _of(segment: Segment, named: str, chosen: Sequence[Part], parts: tuple[Part, ...]) -> Precedence | None:
    starts = sorted({each.start for each in parts})
    ends = dict(pairwise(starts))
    spans = tuple((each.start, ends.get(each.start, THE_END)) for each in chosen)
    return Precedence(segment, named, spans) if spans else None
