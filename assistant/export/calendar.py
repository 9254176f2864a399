"""The last days for a notice as calendar entries (RFC 5545): the safe day, and the very last one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.domain.proposal import Critique
from assistant.errors import BadInput
from assistant.export.calendar_days import MONTH_AHEAD, Entry, book
from assistant.export.offer import FOOTER, notice_lines
from assistant.export.quoting import quoted


def calendar(made: Critique, today: date) -> bytes:
    """The .ics of a critique, all days whole days, the same for the same critique and day.

    Raises BadInput where the paper gives no day to put in.
    """
    days = tuple(notice_days(made))
    if not days:
        why = made.terms.notice_ambiguity or "the paper does not say when a notice must come."
        raise BadInput(f"{made.file}: no last day for a notice can be worked out, so there is no calendar entry. {why}")
    return book(days, today)


def notice_days(made: Critique) -> Iterator[Entry]:
    """The days of one paper; their ids are the same in the calendar of the paper and in that of the plan."""
    days = (
        ("safe", "Give notice by today", made.terms.last_notice_safe),
        ("literal", "The very last day to give notice, read to the letter", made.terms.last_notice_date),
    )
    for name, words, day in days:
        if day is not None:
            yield Entry((made.file, name), f"{words}: {made.file}", day, day, _description(made), MONTH_AHEAD)


def _description(made: Critique) -> str:
    lines = [f"{each.lead} {each.text}" for each in notice_lines(made.terms)]
    span = made.term_quotes.get("notice_days")
    if span:
        lines.append(f"Their words: {quoted(made, span.quote, span.start)}")
    return "\n".join([*lines, FOOTER])
