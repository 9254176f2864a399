"""Slots with their dates: what each started change does when."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.domain.facts import Noun
from assistant.domain.plan import Phase
from assistant.domain.profile import Profile
from assistant.planning.schedule import Slot, schedule
from assistant.planning.work import Work, spare_hours_used

MONTH_WEEKS = 4
QUARTER_WEEKS = 13


class Timeline(Noun):
    """All pieces of work, and the dated slots of those that begin; `week_one` is a Monday."""

    works: tuple[Work, ...]
    slots: tuple[Slot, ...]
    week_one: date

    @property
    def started(self) -> tuple[Work, ...]:
        """Pieces of work that begin now."""
        return tuple(each for each in self.works if each.started)

    def decided(self, *decisions: str) -> tuple[Work, ...]:
        """Pieces of work with one of these decisions."""
        return tuple(each for each in self.works if each.initiative.decision in decisions)

    def slot(self, work: Work, phase: Phase) -> Slot | None:
        """The slot of one part of a change, or None where it has no place in the plan."""
        return next((each for each in self.slots if each.initiative_id == work.id and each.phase == phase), None)

    def begins(self, slot: Slot) -> date:
        """The Monday on which a slot begins."""
        return self.week_one + timedelta(weeks=slot.first_week - 1)

    def ends(self, slot: Slot) -> date:
        """The Friday on which a slot ends."""
        return self.week_one + timedelta(weeks=slot.last_week - 1, days=4)

    def review_day(self, work: Work) -> date | None:
        """The Monday on which the numbers of a try are looked at."""
        slot = self.slot(work, "review")
        return self.begins(slot) if slot else None


def timeline(works: tuple[Work, ...], profile: Profile, today: date) -> Timeline:
    """The timeline from the first Monday on or after `today`."""
    started = tuple(each for each in works if each.started)
    waiting = tuple(each for each in works if each.initiative.decision == "next")
    return Timeline(
        works=works,
        slots=schedule(started, waiting, spare_hours_used(profile)),
        week_one=today + timedelta(days=-today.weekday() % 7),
    )
