"""Changes told against what there is: twice as many, a third less, half the budget, ten more a week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.language.measures import Measures, measures
from assistant.language.quantities import Figure, Mention, scaled
from assistant.language.tokens import Tokens

NEAR, FAR = 2, 4
"""Words behind and before an amount within which its direction is told."""
OF_A_WHOLE = ("of", "the", "my", "our", "his", "her", "their", "as", "that", "this", "what", "is", "are")
"""After a part, what makes it a part of what there is: half the budget, half as long."""
AFTER_TIMES = ("as", "the", "my", "our", "more", "bigger", "larger", "busier", "that", "what", "their")
TWICE_IN = ("a", "an", "per", "each", "every", "weekly", "daily", "monthly")
"""After "twice", what makes it a rate and no change."""
JOINS = ("-", "check", "checked", "checking", "checks", "booked", "booking", "bookings", "entry", "entered")
"""After "double", what it belongs to."""
QUICK = ("fast", "faster", "quick", "quicker", "quickly", "speedy")
NO_VERBS = ("again", "off", "later", "less", "fewer", "more", "up", "down", "longer", "shorter")
"""Words of a direction that tell it behind an amount or with "by", and not right before one."""
ABOUT = ("about", "only", "just", "around", "roughly")
ENDS = (",", ";", ".", ":", "so", "and", "but", "that", "which", "if")
"""Words beyond which a verb has nothing to do with an amount."""
ONES = {"a": 1.0, "an": 1.0}


@dataclass(frozen=True, slots=True)
class Relative:
    """A change at text[start:end]: times `factor`, or by the amount of `step`, which counts up or down by its `sign`.

    `is_part` is true for a part of what there is, half of them, which may be a share of it as well.
    """

    start: int
    end: int
    factor: float = 1.0
    step: Mention | None = None
    sign: int = 1
    is_part: bool = False

    def of(self, value: Figure, step: Figure | None = None) -> Figure:
        """The value as it would be; `step` is the amount in the unit of the value."""
        if step is None:
            return scaled(value, self.factor)
        low, high = value if isinstance(value, tuple) else (value, value)
        less, more = step if isinstance(step, tuple) else (step, step)
        ends = max(low + self.sign * less, 0.0), max(high + self.sign * more, 0.0)
        return round(ends[0], 4) if ends[0] == ends[1] else (round(min(ends), 4), round(max(ends), 4))


def find(text: str, mentions: Sequence[Mention]) -> tuple[Relative, ...]:
    """Every change of a text in order; `mentions` are its quantities."""
    found = _Reader(text, mentions).read()
    return tuple(sorted(found, key=lambda each: each.start))


class _Reader:
    """Reads the changes of one text."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._tokens = Tokens(text)
        self._lower = self._tokens.lower
        self._words: Measures = measures()
        self._mentions = mentions

    def read(self) -> Iterator[Relative]:
        for mention in self._mentions:
            first, stop = self._span(mention.start, mention.end)
            if mention.kind == "percent":
                yield from self._part(mention.mid / 100, first, stop)
            elif sign := self._direction(mention, first, stop):
                yield Relative(mention.start, mention.end, step=mention, sign=sign)
        for at in range(len(self._tokens)):
            yield from self._multiple(at)
            yield from self._bare_part(at)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        """The tokens between two offsets: the first, and the one behind the last."""
        inside = [n for n, each in enumerate(self._tokens.all) if start <= each.start < end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def _made(self, first: int, stop: int, factor: float, *, is_part: bool = False) -> Relative:
        start, end = self._tokens.all[first].start, self._tokens.all[stop - 1].end
        return Relative(start, end, round(factor, 6), is_part=is_part)

    def _multiple(self, at: int) -> Iterator[Relative]:
        """Double, twice as many, three times the orders, 2x."""
        word, following = self._lower(at), self._lower(at + 1)
        if word in self._words.multiples:
            if not (word == "twice" and following in TWICE_IN) and following not in JOINS:
                yield self._made(at, at + 1, self._turned(self._words.multiples[word], at + 1))
            return
        count = self._number(at)
        if count and following in ("times", "x") and self._lower(at + 2) in (*AFTER_TIMES, *QUICK):
            yield self._made(at, at + 2, self._turned(count, at + 2))

    def _turned(self, factor: float, behind: int) -> float:
        """The factor of a time: twice as quick is half the time."""
        quick = self._lower(behind) in QUICK or (self._lower(behind) == "as" and self._lower(behind + 1) in QUICK)
        return 1 / factor if quick else factor

    def _number(self, at: int) -> float | None:
        lower = self._lower(at)
        if self._tokens.is_figure(at):
            return float(lower) if lower.replace(".", "", 1).isdigit() else None
        return self._words.numerals.get(lower)

    def _bare_part(self, at: int) -> Iterator[Relative]:
        """A part that is told before "less" or "more" and is no quantity of its own: a third less."""
        below = self._words.fractions.get(self._lower(at + 1))
        count = ONES.get(self._lower(at)) or self._words.numerals.get(self._lower(at))
        known = any(each.start <= self._tokens.all[at].start < each.end for each in self._mentions)
        if not below or not count or known:
            return
        yield from self._part(count / below, at, at + 2)

    def _part(self, part: float, first: int, stop: int) -> Iterator[Relative]:
        """A part that is added, taken away, or left of what there is."""
        sign = self._sign_behind(stop) or self._sign_before(first)
        before = [self._lower(first - n) for n in (1, 2)]
        ends_at = before[0] == "to" or (before[0] in ABOUT and before[1] == "to")
        if sign and not ends_at:
            yield self._made(first, stop, 1 + sign * part)
        elif self._lower(stop) in OF_A_WHOLE or sign or "by" in before:
            yield self._made(first, stop, part, is_part=True)

    def _direction(self, mention: Mention, first: int, stop: int) -> int:
        """Whether an amount comes on top (1), off (-1), or is told as it is (0)."""
        words = [self._lower(n) for n in range(first, stop)]
        if "than" in (*words, self._lower(stop), self._lower(stop + 1)) or self._lower(first) in ("from", "up"):
            return 0
        inside = _sign(words, self._words)
        behind = self._sign_behind(stop) if self._lower(stop + 1) != "or" else 0
        before = [self._lower(first - n) for n in (1, 2)]
        if inside or behind:
            return inside or behind
        if any(each in self._words.on_top for each in before):
            return 1
        if "by" in before:
            return self._sign_before(first)
        return 0 if before[0] in NO_VERBS else _sign(before[:1], self._words)

    def _sign_behind(self, stop: int) -> int:
        """The direction that the words right behind an amount tell: ten more a week; not "half of the orders up"."""
        near = [self._lower(stop + n) for n in range(NEAR)]
        return 0 if near[0] in OF_A_WHOLE or near[0] == "" else _sign(near, self._words)

    def _sign_before(self, first: int) -> int:
        """The direction of the verb before an amount: grows by, is down."""
        before = [self._lower(first - n) for n in range(1, FAR + 1)]
        ends = next((n for n, word in enumerate(before) if word in ENDS), FAR)
        return _sign(before[:ends], self._words)


def _sign(words: Sequence[str], lists: Measures) -> int:
    """1 for the first word that tells of more, -1 for one of less, 0 for none."""
    for word in words:
        if word in lists.less:
            return -1
        if word in lists.more or word in lists.on_top:
            return 1
    return 0
