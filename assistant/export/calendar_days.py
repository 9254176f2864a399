"""Whole days as calendar entries (RFC 5545): they mean the same day in every time zone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from assistant.language.printable import printable

if TYPE_CHECKING:
    from icalendar import Event

MONTH_AHEAD = (timedelta(days=-14), timedelta(hours=-15))
"""When the calendar speaks up, seen from the beginning of the day: two weeks, and at nine on the morning before."""
WEEK_AHEAD = (timedelta(days=-7), timedelta(hours=9))
SAME_MORNING = (timedelta(hours=9),)


class Entry(NamedTuple):
    """From one day to another, both included. Its id hangs on `names` alone: made again, it is not doubled."""

    names: tuple[str, ...]
    words: str
    first: date
    last: date
    more: str
    alarms: tuple[timedelta, ...] = ()


def book(entries: Iterable[Entry], made_on: date) -> bytes:
    """The .ics with these entries, each stamped with the day it was made on."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Plumbline//Plumbline//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    for each in entries:
        made.add_component(_event(each, made_on))
    return bytes(made.to_ical())


def _event(entry: Entry, made_on: date) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    digest = sha256("\n".join(entry.names).encode("utf-8", errors="replace")).hexdigest()[:24]
    event.add("uid", f"{digest}@plumbline")
    event.add("dtstamp", datetime.combine(made_on, time(), UTC))
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + timedelta(days=1))
    event.add("summary", printable(entry.words))
    event.add("description", printable(entry.more))
    event.add("transp", "TRANSPARENT")
    for when in entry.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", when)
        alarm.add("description", printable(entry.words))
        event.add_component(alarm)
    return event
