"""What the advice says to a question of the owner about it: yes or no, what first, why, why not, how reckoned."""

from __future__ import annotations

import re

from assistant.catalogue import Catalogue
from assistant.conversation.wording import (
    DEMANDS_NOTHING,
    PUT_OFF,
    WAITING,
    decision_line,
    figure,
    hours_range,
    hours_said,
    sentence,
)
from assistant.domain.advice import Alternative, Initiative, Recommendation
from assistant.domain.profile import Process, Profile
from assistant.language.phrases import capital, lower, say_hours, say_list, say_money
from assistant.reading.own_case import OwnCase

MOST_LEFT = 2
"""Pieces of work that are named where nothing is to be done first."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def verdict(asked: OwnCase, made: Recommendation, profile: Profile, catalogue: Catalogue) -> str:
    """What the advice says to the question, on what the owner told; empty where it does not speak of it."""
    if asked.asks == "first":
        return _first(made)
    if asked.asks in ("why so", "how reckoned"):
        found = _meant(asked, made)
        if found is None:
            return ""
        return _why(found) if asked.asks == "why so" else _reckoned(found, profile, catalogue)
    found = next((each for each in made.initiatives if each.process_id == asked.process_id), None)
    return _worth(asked, found, made, profile) if found else ""


def _first(made: Recommendation) -> str:
    """The first step; where there is none, that there is none, and why."""
    by_id = {each.id: each for each in made.initiatives}
    first = next((by_id[each] for each in made.order if each in by_id), None)
    if first:
        return decision_line(first, made.currency)
    left = [decision_line(each, made.currency) for each in made.initiatives[:MOST_LEFT]]
    return "\n\n".join(["Nothing, as things stand.", *left]) if left else ""


def _meant(asked: OwnCase, made: Recommendation) -> Initiative | None:
    """The decision that the words speak of: by its work, its way, its decision, its figure, else the first of all."""
    found = made.initiatives
    said = [float(each.replace(",", ".")) for each in _NUMBER.findall(asked.words)]
    for fits in (
        lambda each: bool(asked.process_id) and each.process_id == asked.process_id,
        lambda each: bool(asked.means_id) and each.means == asked.means_id,
        lambda each: each.decision in asked.words.casefold(),
        lambda each: any(_shows(each, one) for one in said),
        lambda each: each.id in made.order[:1],
        lambda each: True,
    ):
        if meant := next((each for each in found if fits(each)), None):
            return meant
    return None


def _shows(initiative: Initiative, said: float) -> bool:
    """True where a figure is one of the hours, to the tenth that is shown."""
    freed = initiative.hours_freed_per_week
    return any(end is not None and abs(end - said) <= 0.05 for end in (freed.low, freed.mid, freed.high))


def _why(found: Initiative) -> str:
    """The reason of a decision, why it has its place, and what would change it."""
    parts = [f"**{capital(found.title)}.**", sentence(found.reason)]
    parts += [sentence(found.turn)] if found.turn else []
    parts += [found.flip_conditions[0].text] if found.flip_conditions else [found.stays] if found.stays else []
    return " ".join(parts)


def _reckoned(found: Initiative, profile: Profile, catalogue: Catalogue) -> str:
    """The owner's own figures, what they come to, what the step frees of it and what was assumed."""
    work = profile.process(found.process_id)
    today = _today(work, catalogue) if work else ""
    parts = [today] if today else ["You have not told me how much of it there is."]
    if found.decision not in DEMANDS_NOTHING:
        parts.append(
            f"Of that, {lower(found.title.split(': ', 1)[-1])} frees {hours_range(found.hours_freed_per_week)}."
        )
    if found.assumed:
        parts.append("What you did not say is assumed; each such figure stands with its range in the plan.")
    return " ".join(parts)


def _today(work: Process, catalogue: Catalogue) -> str:
    """The hours of today from the figures that were told; "" where they were not."""
    kind = catalogue.process(work.id)
    items, minutes = work.items_per_week, work.minutes_per_item
    if items and minutes and items.is_number and minutes.is_number:
        hours = items.mid * minutes.mid / 60
        sum_ = (
            f"{figure(items)} {kind.items} a week at {figure(minutes)} minutes each: {say_hours(hours)} a week today."
        )
        return f"{capital(kind.name)}: {sum_}"
    if work.hours_per_week and work.hours_per_week.is_number:
        return f"{capital(kind.name)}: {hours_said(work.hours_per_week)} today, as you told me."
    return ""


def _worth(asked: OwnCase, found: Initiative, made: Recommendation, profile: Profile) -> str:
    """A yes or a no with the reason, on the price that was told."""
    way = next((each for each in found.alternatives if each.means_id == asked.means_id), None)
    if way is None and asked.asks == "why not":
        return ""
    if way is None or (way.taken and found.decision not in WAITING):
        return f"{'Yes. ' if way and found.decision != 'leave it' else ''}{decision_line(found, made.currency)}"
    head = f"**{capital(way.name)}: {'not yet' if way.taken and found.decision in PUT_OFF else 'no'}.**"
    why = sentence(capital(found.reason if way.taken else way.reason))
    instead = "" if way.taken else f" What I would do: {decision_line(found, made.currency)}"
    return f"{head} {_quoted(profile, asked.process_id)}{why}{_would(way, made.currency)}{instead}"


def _quoted(profile: Profile, process_id: str) -> str:
    """The offer's price in the owner's words, before what it comes to; "" where none was told."""
    work = profile.process(process_id)
    prices = [fact.quote for fact in (work.offer_per_month, work.offer_once) if fact and fact.quote] if work else []
    return f"You were quoted {say_list([f'“{each}”' for each in prices])}. " if prices else ""


def _would(way: Alternative, currency: str) -> str:
    """What a way would cost and free, where both are known."""
    if not way.cost_first_year or way.hours_freed_per_week is None:
        return ""
    freed = say_hours(max(way.hours_freed_per_week, 0.0), "week") if way.hours_freed_per_week > 0 else "nothing"
    return f" It would cost about {say_money(way.cost_first_year, currency)} in the first year and free about {freed}."
