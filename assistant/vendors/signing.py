"""The day of signing, which many papers count their term from and do not have."""

from __future__ import annotations

import re

from assistant.domain.proposal import Critique, FileText, PageText, Trust

_PLACE = re.compile(r"\((?P<place>.*)\)$", re.DOTALL)


def hangs_on_signing(made: Critique) -> bool:
    """True where the dates of a paper follow from the day of signing: a term, and neither a first nor a last day."""
    terms = made.terms
    named = terms.start_date is not None or (terms.end_date is not None and terms.signed is None)
    return terms.term_months is not None and not named


def text_read(made: Critique) -> FileText:
    """The file that a critique of one file was made of, without its own notices; what was hidden in it is there where
    the critique tells of it."""
    starts = [each.start for each in made.page_starts] or [0]
    ends = [*starts[1:], len(made.text)]
    hidden = [each for each in made.trust if each.start == each.end]
    return FileText(
        name=made.file,
        text=made.text,
        pages=tuple(
            PageText(number=number, start=start, text=made.text[start:end])
            for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
        ),
        unseen=tuple(each.quote for each in hidden),
        unseen_places=tuple(each.place or _place_in_kind(each) for each in hidden),
    )


def _place_in_kind(note: Trust) -> str:
    """The place of a passage in a critique that was kept before places had a field of their own."""
    found = _PLACE.search(note.kind)
    return found.group("place") if found else note.kind
