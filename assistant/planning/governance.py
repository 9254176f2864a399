"""Who leads and how it is looked at, as a firm of that size can carry it."""

from __future__ import annotations

from assistant.domain.bands import Governance
from assistant.domain.plan import Line
from assistant.domain.profile import Profile
from assistant.language.phrases import say_list
from assistant.planning.grounds import fact_ground, line
from assistant.planning.timeline import Timeline
from assistant.planning.wording import yours
from assistant.planning.work import Work

OWNER = "you"


def governance(made: Timeline, profile: Profile, ruled: Governance) -> tuple[Line, ...]:
    """Who leads what is started, and how often it is looked at and on what; nothing where nothing is started."""
    if not made.started:
        return ()
    rests = fact_ground("headcount", profile.business.headcount)
    led: dict[str, list[str]] = {}
    for work in made.started:
        led.setdefault(_until_named(work), []).append(work.kind.name)
    owners = "; ".join(f"{who} for {say_list(names)}" for who, names in led.items())
    return (line(rests, ruled.lead.format(owners=owners)), line(rests, ruled.look))


def answers_for(work: Work) -> str:
    """Who answers for a piece of work: the person named for it, else the owner as "you"."""
    return yours(work.initiative.step_owner or OWNER)


def looked_at_by(ruled: Governance, lead: str) -> str:
    """Who looks at the numbers of a piece of work for which `lead` answers: the owner alone until somebody is named."""
    return OWNER if lead == OWNER else ruled.looked_at_by.format(lead=lead)


def _until_named(work: Work) -> str:
    named = answers_for(work)
    return "you, until somebody is named," if named == OWNER else named
