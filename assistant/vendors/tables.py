"""The tables of a paper: which head stands above a row, and which column somebody has chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.vendors.segments import Segment, cells, is_row
from assistant.vendors.words import Words

_HEAD_WORDS = 14
_RULE = re.compile(r"[-:| ]+")
_MARK = re.compile(r"[^\w$£€¥₹%]+$")
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_CHOSEN = re.compile(r"\((?:chosen|selected|yours|your (?:plan|choice|pick)|this (?:offer|order|quote)|✓|x)\)|[✓☑]")
_LEAST_PLANS = 2
_NAME_WORDS = 3


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand together; `head` has the cells of the first one, lower case, () where it names no columns."""

    head: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[Segment, ...]

    def columns(self, row: Segment) -> tuple[str, ...]:
        """The cells of a row."""
        return cells(row.text)


def tables(segments: tuple[Segment, ...], words: Words) -> dict[int, Table]:
    """The table of each row, and of each line below a head whose columns were lost, by the start of the row."""
    return {row.start: table for table in _tables(segments, words) for row in table.rows}


def _tables(segments: tuple[Segment, ...], words: Words) -> Iterator[Table]:
    run: list[Segment] = []
    lost = ""
    for segment in segments:
        if is_row(segment.text) and not lost:
            if not _RULE.fullmatch(segment.text):
                run.append(segment)
            continue
        if run:
            yield _table(run)
            run = []
        lower = segment.words.lower()
        if _is_lost_head(lower, words):
            lost = lower
        elif lost and any(char.isdigit() for char in lower):
            yield Table((lost,), (lost,), (segment,))
        else:
            lost = ""
    if run:
        yield _table(run)


def _is_lost_head(lower: str, words: Words) -> bool:
    """True for "Description Quantity Price", the head of a table whose columns a file has lost."""
    short = len(lower.split()) <= _HEAD_WORDS and not any(char.isdigit() for char in lower)
    return short and words.hit("quantity_column", lower) and words.hit("money_column", lower)


def _table(run: list[Segment]) -> Table:
    first = cells(run[0].text)
    if len(run) == 1 or any(char.isdigit() for char in run[0].text) or not any(map(_has_letter, first)):
        return Table((), (), tuple(run))
    widest = max(len(cells(each.text)) for each in run[1:])
    first = ("",) * (widest - len(first) == 1 and not _names_rows(run)) + first
    names = tuple(_MARK.sub("", _BRACKETED.sub("", each)) for each in first)
    return Table(tuple(each.lower() for each in first), names, tuple(run[1:]))


def _names_rows(run: list[Segment]) -> bool:
    """True where the rows are not all one cell longer than the head, which then has no empty cell at its beginning."""
    least = min(len(cells(each.text)) for each in run[1:])
    return least <= len(cells(run[0].text))


def _has_letter(cell: str) -> bool:
    return any(char.isalpha() for char in cell)


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans that a table offers side by side, by the number of their column, and the chosen one if any."""

    names: dict[int, str]
    chosen: int | None


def plans_of(table: Table, segments: tuple[Segment, ...], words: Words) -> Plans | None:
    """The plans of a table; None where its columns are no plans: a price in two of them, in one row, for one thing."""
    named = {
        place: name
        for place, name in enumerate(table.names)
        if place and name and len(name.split()) <= _NAME_WORDS and not words.hit("column", name.lower())
    }
    rows = [table.columns(row) for row in table.rows]
    priced = [row for row in rows if sum(_is_price(row[place]) for place in named if place < len(row)) >= _LEAST_PLANS]
    if len(named) < _LEAST_PLANS or len(named) != len(table.names) - 1 or not priced:
        return None
    return Plans(named, _chosen(named, table, segments, words))


def _is_price(cell: str) -> bool:
    return any(char.isdigit() for char in cell) and "%" not in cell


def _chosen(named: dict[int, str], table: Table, segments: tuple[Segment, ...], words: Words) -> int | None:
    """The plan that the sentences outside the table name most; a sentence that says who takes it counts thrice."""
    marked = [place for place in named if place < len(table.head) and _CHOSEN.search(table.head[place])]
    if len(marked) == 1:
        return marked[0]
    inside = {row.start for row in table.rows}
    votes: dict[int, int] = {}
    for segment in segments:
        if segment.start in inside or is_row(segment.text):
            continue
        hits = [place for place, name in named.items() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", segment.words)]
        if len(hits) == 1:
            votes[hits[0]] = votes.get(hits[0], 0) + (3 if words.hit("takes", segment.words.lower()) else 1)
    return max(votes, key=lambda each: votes[each]) if votes else None
