"""Whether a price is charged at all: options, conditions, boxes without a tick, what is waived."""

from __future__ import annotations

import re

from assistant.vendors.drafts import Draft
from assistant.vendors.paper import SURE, Paper
from assistant.vendors.segments import Segment
from assistant.vendors.words import Words

_WAIVED = re.compile(r"^\W{0,3}(?:(?:is|are|has been|being) )?(?:\w+ )?(?:waived|free of charge|dropped|withdrawn)\b")
_PAST = re.compile(r"\byou (?:bought|paid|purchased)\b[^<;.]*$")
_COMPARED = re.compile(r"\b(?:for|in|by) comparison\b[^<;.]*$")
_OR = re.compile(r"<M\d+>[^;|<]*\bor $")
"""Another way to pay, after the first one."""
_INSTEAD = re.compile(
    r"\b(?:waived from|instead of|normally|usually|rather than|down from|reduced from|up from|moves from|worth|"
    r"valued at|(?:to the|a) value of|rrp|list price(?: of)?|saving(?: you)?|you save)\W*$"
)
_BESIDE = re.compile(r",? (?:and|which|that|who|so) ")
_AT_CHOICE = ("overage: auto-upgrade", "support: paid tier")
"""What a sentence says whose recurring price is that of another plan or tier, which nobody has ordered."""
_AT_THE_END = "export: fee"
"""What a sentence says whose price is paid by those who leave."""


def is_waived(draft: Draft) -> bool:
    """True for a price that is named only because nobody pays it."""
    amount = draft.amount
    changed = amount.before.rstrip().endswith("from") and re.match(r" to <M", amount.after)
    past = _PAST.search(amount.before[-60:]) or _COMPARED.search(amount.before[-40:])
    return bool(_WAIVED.match(amount.after) or _INSTEAD.search(amount.before[-30:]) or changed or past)


def is_withdrawn(after: Segment | None, words: Words) -> bool:
    """True for a price that the next sentence takes back."""
    return after is not None and words.hit("taken_back", after.words.lower())


def is_optional(draft: Draft, paper: Paper, before: Segment | None, words: Words) -> bool:
    """True for a price that hangs on a choice or a condition: its clause, its row, its heading say so."""
    amount = draft.amount
    if _is_chosen_later(draft, paper):
        return True
    if before is not None and before.text.rstrip().endswith("?") and words.hit("wanted", before.words.lower()):
        return True
    if _OR.search(amount.before):
        return True
    clause = _clause(draft)
    governing = clause if amount.cells > 1 else _governing(draft, clause)
    condition = words.hit("condition", governing) and not words.hit("no_condition", governing)
    condition = condition or words.hit("mishap", clause) or words.hit("lateness", clause)
    return condition or words.hit("optional", f"{clause} {amount.segment.heading}") or words.hit("unticked", clause)


def _is_chosen_later(draft: Draft, paper: Paper) -> bool:
    """True where its sentence says that the price is one of another tier, or of leaving with what one has stored."""
    heard = paper.heard.get(draft.amount.segment.start)
    if heard is None or draft.amount.cells > 1:
        return False
    if not draft.recurring and heard.says.get(_AT_THE_END, 0.0) >= SURE:
        return True
    open_end = draft.recurring or not draft.said
    return open_end and any(heard.says.get(each, 0.0) >= SURE for each in _AT_CHOICE)


def _governing(draft: Draft, clause: str) -> str:
    """The clause without what is told beside the price: "£30 a month, and it rings you if a sensor fails"."""
    money = draft.amount.mention.quote.lower()
    before, found, after = clause.partition(money)
    return f"{before}{found}{_BESIDE.split(after, maxsplit=1)[0]}" if found else clause


def _clause(draft: Draft) -> str:
    """The row, or the sentence from one semicolon to the next, lower case."""
    text, figure = draft.amount.segment.text.lower(), draft.amount.figure
    if draft.amount.cells > 1:
        return text
    start = text.rfind(";", 0, figure.start) + 1
    end = text.find(";", figure.end)
    return text[start : end if end >= 0 else len(text)]
