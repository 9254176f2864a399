"""Several proposals in one table: a column each, and the questions that decide between them as rows."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from assistant.domain.proposal import Critique
from assistant.web.panels.figures import day, money
from assistant.web.panels.labels import GRADE_TONE
from assistant.web.panels.markup import Piece, bullets, joined, pill, table, tag

MOST_WORRIES = 3
"""Worries named for each proposal; all of them stand below."""


def side_by_side(critiques: tuple[Critique, ...]) -> Markup:
    """The table, in the order given; nothing where there is only one proposal."""
    if len(critiques) < 2:
        return Markup("")
    rows = [(tag("b", words), *(told(each) for each in critiques)) for words, told in ROWS]
    made = table("Proposals side by side", ("", *(each.file for each in critiques)), rows, frozenset())
    return tag("section", tag("h2", "Side by side"), made, class_="compare")


def _judged(made: Critique) -> Piece:
    return joined([pill(GRADE_TONE[made.grade], made.grade), " ", made.verdict])


def _term(made: Critique) -> Piece:
    terms = made.terms
    if terms.term_months is None:
        return "not said"
    return f"{terms.term_months} months{', renews by itself' if terms.auto_renews else ''}"


def _notice(made: Critique) -> Piece:
    safe = made.terms.last_notice_safe
    return day(safe) if safe else made.terms.notice_ambiguity or "not said"


def _total(made: Critique) -> Piece:
    total = made.tco
    return "not said" if total.mid is None else money(total.mid, total.currency, exact=True)


def _worries(made: Critique) -> Piece:
    ranked = [made.clauses[place] for place in made.ranking()]
    words = list(dict.fromkeys(each.plain_words for each in ranked if each.risk in ("blocker", "flag")))
    words += [f"Said twice, differently: {each.what}." for each in made.contradictions]
    words += ["It holds words that were put there for a machine, not for you."] if made.trust else []
    more = len(words) - MOST_WORRIES
    shown = [*words[:MOST_WORRIES], *([f"and {more} more"] if more > 0 else [])]
    return bullets(shown) if shown else "nothing to raise"


ROWS: tuple[tuple[str, Callable[[Critique], Piece]], ...] = (
    ("Grade", _judged),
    ("Runs for", _term),
    ("Give notice by", _notice),
    ("Three years cost", _total),
    ("Worries", _worries),
)
