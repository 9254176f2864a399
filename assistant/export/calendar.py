"""The last days for a notice as calendar entries (RFC 5545): the safe day, and the very last one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from assistant.domain.proposal import Critique
from assistant.errors import BadInput
from assistant.export.offer import FOOTER, notice_lines
from assistant.export.printable import printable
from assistant.export.quoting import quoted

if TYPE_CHECKING:
    from icalendar import Event

WARNED_BEFORE = (timedelta(days=14), timedelta(hours=15))
"""How long before the day begins the calendar speaks up: two weeks, and at nine on the morning before."""


def calendar(made: Critique, today: date) -> bytes:
    """The .ics of a critique, all days whole days, the same for the same critique and day.

    Raises BadInput where the paper gives no day to put in.
    """
    from icalendar import Calendar

    terms = made.terms
    days = (
        ("safe", "Give notice by today", terms.last_notice_safe),
        ("literal", "The very last day to give notice, read to the letter", terms.last_notice_date),
    )
    if not any(day for _, _, day in days):
        why = terms.notice_ambiguity or "the paper does not say when a notice must come."
        raise BadInput(f"{made.file}: no last day for a notice can be worked out, so there is no calendar entry. {why}")
    book = Calendar()
    book.add("prodid", "-//Plumbline//Plumbline//EN")
    book.add("version", "2.0")
    for name, words, day in days:
        if day is not None:
            book.add_component(_event(made, name, f"{words}: {made.file}", day, today))
    return bytes(book.to_ical())


def _event(made: Critique, name: str, words: str, day: date, today: date) -> Event:
    """One whole day with its alarms; its id stays the same when the file is made again, so that it is not doubled."""
    from icalendar import Alarm, Event

    event = Event()
    digest = sha256(f"{made.file}\n{name}".encode("utf-8", errors="replace")).hexdigest()[:24]
    event.add("uid", f"{digest}@plumbline")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", printable(words))
    event.add("description", printable(_description(made)))
    event.add("transp", "TRANSPARENT")
    for before in WARNED_BEFORE:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", -before)
        alarm.add("description", printable(words))
        event.add_component(alarm)
    return event


def _description(made: Critique) -> str:
    lines = [f"{each.lead} {each.text}" for each in notice_lines(made.terms)]
    span = made.term_quotes.get("notice_days")
    if span:
        lines.append(f"Their words: {quoted(made, span.quote, span.start)}")
    return "\n".join([*lines, FOOTER])
