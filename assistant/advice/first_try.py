"""How a try begins: by the size of the firm, and smaller and watched for longer where such a change is new to it."""

from __future__ import annotations

from assistant.advice.options import MOSTLY_PAPER, Option
from assistant.catalogue import Catalogue
from assistant.domain.bands import Bands, NewToIt
from assistant.domain.catalogue import Means, ProcessKind
from assistant.domain.facts import Noun, is_below, is_no
from assistant.domain.profile import SKILL, STAGES, Process, Profile
from assistant.language.phrases import say_count, say_list

LOW_SKILL = 1.0
"""Below this grade, of 0 to 3, nobody in the firm likes setting up tools."""


class Try(Noun):
    """What is tried, for how many weeks, on how much of the work at most (0-1), and why so little; "" if as usual."""

    what: str
    weeks: int
    share: float
    small_because: str = ""


def first_try(profile: Profile, process: Process, option: Option, catalogue: Catalogue) -> Try:
    """The try of a way for a piece of work. What nobody told makes it no smaller."""
    bands, means = catalogue.bands, option.means
    usual = bands.of(profile.people()).first_step
    weeks = usual.weeks_if_free if option.costs_nothing else usual.weeks
    kind, new = catalogue.process(process.id), bands.new_to_it
    signs = signs_of_new(profile, process, means, bands)
    smaller = new.step(len(signs))
    if smaller is None:
        few = _few(process, kind, usual.share, new)
        return Try(what=_what(means, means.part, kind, few), weeks=weeks, share=usual.share)
    share = usual.share * smaller.share
    return Try(
        what=_what(means, means.smallest, kind, _few(process, kind, share, new)),
        weeks=max(weeks, min(new.most_weeks, weeks + smaller.more_weeks)),
        share=share,
        small_because=f"It begins this small and is watched for longer because {say_list(signs)}.",
    )


def signs_of_new(profile: Profile, process: Process, means: Means, bands: Bands) -> tuple[str, ...]:
    """What the owner told that makes such a change new to the firm, each as a reason; silence is no sign."""
    words = bands.new_to_it.signs
    found = (
        (words.on_paper, is_below(process.digital_input, MOSTLY_PAPER)),
        (words.unwritten, is_no(process.documented)),
        (words.unskilled, is_below(profile.fact(SKILL), LOW_SKILL)),
        (words.failed_before, _failed_before(process)),
        (words.early, _is_early(profile, means, bands)),
    )
    return tuple(reason for reason, told in found if told)


def _failed_before(process: Process) -> bool:
    """True where an earlier try is told of, and nobody says that its cause is gone."""
    told = process.past_attempt
    cause_gone = process.cause_changed is not None and process.cause_changed.value is True
    return told is not None and told.value is not False and not cause_gone


def _is_early(profile: Profile, means: Means, bands: Bands) -> bool:
    """True for a firm that is said to be at its beginning, and for means a stage ahead of the firm's."""
    stage = bands.stage_of(profile)
    if stage is None:
        return False
    said_to_begin = stage is profile.business.stage and stage.value == STAGES[0]
    return said_to_begin or STAGES.index(means.stage) > STAGES.index(stage.value)


def _few(process: Process, kind: ProcessKind, share: float, new: NewToIt) -> str:
    """That share of the work in words: so many a week where it is told how many there are, the next two if rare."""
    fact = process.items_per_week
    told = fact.mid if fact and fact.is_number else None
    per_week = share * (kind.items_per_week[1] if told is None else told)
    if per_week < new.rare_below:
        return f"the next two {kind.items}"
    if told is None:
        return f"the {kind.items} of {new.stretch(share)}"
    return f"about {say_count(max(1, round(per_week)), kind.item, kind.items)} a week"


def _what(means: Means, part: str, kind: ProcessKind, few: str) -> str:
    return means.pilot.format(part=part.format(item=kind.item, items=kind.items, few=few))
