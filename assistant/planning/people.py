"""Who is told, and in which words."""

from __future__ import annotations

from assistant.domain.facts import Fact
from assistant.domain.plan import Line
from assistant.domain.profile import Profile
from assistant.language.phrases import lower, say_number
from assistant.planning.grounds import fact_ground, line
from assistant.planning.timeline import Timeline
from assistant.planning.wording import bare, say_near_day, yours
from assistant.planning.work import Work

SEES_MUCH = 2
"""From this grade of contact on, customers notice a change."""


def tells(work: Work, profile: Profile) -> bool:
    """True where somebody other than the owner does the work, as far as was told."""
    doer = work.process.doer
    return not (profile.people() or 2) <= 1 and not (doer and _is_owner(doer))


def _is_owner(doer: Fact) -> bool:
    return str(doer.value).lower() in ("owner", "you", "i", "me", "myself")


def tell(made: Timeline, profile: Profile) -> tuple[Line, ...]:
    """A line for the people who do each started or stopped piece of work, and one for customers who will notice."""
    lines: list[Line] = []
    for work in made.started:
        if tells(work, profile):
            lines.append(_team(work, made))
        if work.means.customers_meet_machine and work.kind.customer_facing >= SEES_MUCH:
            lines.append(_customers(work, made))
    if made.started and not lines:
        return (line("fact: doer", "Nobody has to be told: this changes only your own work"),)
    return tuple(lines)


def _team(work: Work, made: Timeline) -> Line:
    told, until = work.process.staff_told, made.review_day(work)
    rests = fact_ground(f"{work.process.id}.doer", work.process.doer)
    if told is not None and told.value is True:
        return line(
            fact_ground(f"{work.process.id}.staff_told", told),
            f"{_who(work)} knows already; give the date of the look at the numbers",
        )
    until_words = f" until {say_near_day(until)}" if until else ""
    opening = f"Tell {whom(work)} before anything is ordered"
    speech = (
        f"“I want to try something with {work.kind.name}{until_words}: {_change(work)}. {_pay(work)} "
        "Whether it stays I do not know yet. Tell me what goes wrong.”"
    )
    return line(rests, opening, speech)


def _change(work: Work) -> str:
    decision = work.initiative.decision
    if decision == "simplify first":
        return "fewer steps, nothing bought"
    if decision == "hand it over":
        return "somebody outside takes part of it"
    if decision == "use what you have":
        return "a feature that we already pay for, for part of it"
    return f"{lower(work.means.name)}, for part of it"


def _pay(work: Work) -> str:
    """The sentence on pay and posts: only what was said."""
    posts, use = work.process.posts_expected_to_go, work.initiative.freed_hours_use
    if posts is not None and posts.is_number and posts.high > 0:
        return f"It is meant to touch {say_number(posts.mid)} of the posts; I tell you now, and from when."
    if posts is not None and posts.is_number:
        freed = f" The time it frees is for {lower(bare(use))}." if use else ""
        return f"Nobody's pay changes.{freed}"
    if use:
        return f"The time it frees is for {lower(bare(use))}."
    return "What becomes of the time it frees, we decide together."


def _customers(work: Work, made: Timeline) -> Line:
    slot = made.slot(work, "try")
    when = f"From {say_near_day(made.begins(slot))}" if slot else "Soon"
    speech = f"“{when} a machine helps with part of this. Say so at any point and a person takes over.”"
    return line(work.rests("customer contact"), f"Tell customers where they meet it: {speech}")


def _who(work: Work) -> str:
    words = whom(work)
    return words[:1].upper() + words[1:]


def whom(work: Work) -> str:
    """The doer as the owner named them; otherwise whoever is at that work."""
    doer = work.process.doer
    words = doer.value.strip() if doer and isinstance(doer.value, str) else ""
    if yours(words) != words:
        return yours(words)
    named = words[:1].isupper() or " " in words
    return words if named else f"whoever is {work.kind.name}" if _is_doing(work) else f"whoever does {work.kind.name}"


def _is_doing(work: Work) -> bool:
    """True where the name of the work is a verb in -ing: whoever is making invoices."""
    return work.kind.name.split(" ")[0].endswith("ing")
