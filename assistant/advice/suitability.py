"""Gates: what must be true of the work itself before any tool is looked at."""

from __future__ import annotations

from assistant.domain.catalogue import Means, ProcessKind
from assistant.domain.facts import Noun, Value, is_above, is_below, is_no
from assistant.domain.profile import Process, Profile

DIGITAL_ENOUGH = 0.6
TOO_MANY_EXCEPTIONS = 0.4
MUCH_JUDGEMENT = 0.5
ABOUT_TO_CHANGE = "it is about to change, and automating it now means paying twice"

SOUGHT_CONTACT = "people come to you for exactly this contact"


class Hurdle(Noun):
    """What stands in the way of a means, in words.

    Where one fact opens it, `fact` names it and `opens_at` is the nearest value that does; `by_size` is true where sums
    decide: how much work there is, what an hour of it and the means cost.
    """

    words: str
    fact: str = ""
    opens_at: Value | None = None
    by_size: bool = False


def closed(profile: Profile, process: Process, kind: ProcessKind, means: Means) -> Hurdle | None:
    """What keeps one process from one means, from what the owner said; None where nothing is in the way.

    Silence closes nothing, and only machines are gated.
    """
    if not means.is_tool:
        return None
    rules = process.rule_based
    if is_no(process.stable):
        return Hurdle(words=ABOUT_TO_CHANGE, fact="stable", opens_at=True)
    if is_no(process.documented) and not means.brings_own_steps:
        return Hurdle(words="nobody could tell it in steps yet", fact="documented", opens_at=True)
    if is_below(process.digital_input, DIGITAL_ENOUGH) and not means.captures_paper and means.id != "form":
        words = "it arrives on paper, so the typing would stay"
        return Hurdle(words=words, fact="digital_input", opens_at=DIGITAL_ENOUGH)
    if is_above(process.exception_share, TOO_MANY_EXCEPTIONS):
        words = "too many of them are special cases"
        return Hurdle(words=words, fact="exception_share", opens_at=TOO_MANY_EXCEPTIONS)
    alone = means.review_minutes[1] == 0 or (means.customers_meet_machine and kind.customer_facing >= 2)
    if is_below(rules, 1 - MUCH_JUDGEMENT) and alone:
        words = "each one needs judgement, and that stays with a person"
        return Hurdle(words=words, fact="rule_based", opens_at=1 - MUCH_JUDGEMENT)
    return Hurdle(words=SOUGHT_CONTACT) if _takes_the_person_away(profile, kind, means) else None


def is_what_they_come_for(profile: Profile, kind: ProcessKind) -> bool:
    """True for contact with customers who come for exactly that."""
    personal = any(each.personal for each in profile.strengths)
    return personal and kind.customer_facing >= 2 and kind.human_touch >= 2


def _takes_the_person_away(profile: Profile, kind: ProcessKind, means: Means) -> bool:
    meets = means.customers_meet_machine and kind.id != "after_hours_calls"
    return meets and is_what_they_come_for(profile, kind)
