"""The day of signing, asked for where a paper's last days hang on it."""

from __future__ import annotations

from markupsafe import Markup

from assistant.domain.proposal import Critique
from assistant.vendors.signing import hangs_on_signing
from assistant.web.panels.figures import day
from assistant.web.panels.markup import tag

WHY = "The term counts from a day that the paper does not have. With it I work out the last day for a notice."
KNOWN = "The days are reckoned from {day}, the day of signing that you gave."


def signing(made: Critique, n: int) -> Markup:
    """A date field with a button; nothing where the paper names its own days. `n` tells the papers of a page apart."""
    if not hangs_on_signing(made):
        return Markup("")
    known, field = made.terms.signed, f"signed-{n}"
    value = known.isoformat() if known else None
    return tag(
        "form",
        tag("p", KNOWN.format(day=day(known)) if known else WHY),
        tag("p", "", class_="trouble", role="alert", hidden=True),
        tag("label", "Day of signing", for_=field),
        tag(
            "div",
            tag("input", type="date", id=field, name="day", value=value, autocomplete="off"),
            tag("button", "Change the day" if known else "Work the days out", type="submit", class_="btn primary"),
            class_="row",
        ),
        class_="signing",
        data_file=made.file,
    )
