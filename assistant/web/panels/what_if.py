"""What would change an answer, each figure with a slider that tries it; nothing is kept until the owner says so."""

from __future__ import annotations

from math import ceil, floor, log10

from markupsafe import Markup

from assistant.domain.advice import Initiative
from assistant.domain.flips import FlipCondition
from assistant.language.phrases import capital
from assistant.web.panels.figures import number, percent
from assistant.web.panels.markup import Piece, bullets, tag

ROOM = 1.5
"""How far a slider goes beyond the value that changes the answer, and below the lower of both."""


def what_if(each: Initiative) -> list[Piece]:
    """The sentences, and under them the facts to try; why nothing would change it where nothing would."""
    if not each.flip_conditions:
        return [tag("p", each.stays)] if each.stays else []
    tries = [_try(flip, each, f"try-{each.id}-{n}") for n, flip in enumerate(each.flip_conditions)]
    return [bullets(flip.text for flip in each.flip_conditions), tag("h4", "Try it"), *tries]


def _try(flip: FlipCondition, each: Initiative, field: str) -> Markup:
    moved = _switch(field) if isinstance(flip.needed, bool) else _slider(flip, field)
    return tag(
        "form",
        tag("label", f"{capital(flip.fact)}: ", tag("b", _now(flip), data_moved=True), for_=field),
        moved,
        tag("p", "", class_="answer", role="status"),
        tag("button", "Keep this: it is so", type="submit", class_="btn", hidden=True),
        class_="what-if",
        data_process=each.process_id,
        data_scope=flip.path.scope,
        data_name=flip.path.name,
        data_means=flip.means,
        data_unit=flip.unit,
    )


def _now(flip: FlipCondition) -> str:
    if isinstance(flip.needed, bool) or flip.now is None:
        return ""
    return percent(flip.now) if flip.unit == "share" else number(flip.now)


def _switch(field: str) -> Markup:
    return tag("input", id=field, type="checkbox")


def _slider(flip: FlipCondition, field: str) -> Markup:
    now = float(flip.now or 0.0)
    low, high = min(now, flip.needed) / ROOM, max(now, flip.needed) * ROOM
    if flip.unit == "share":
        low, high, step = 0.0, 1.0, 0.05
    elif not flip.unit:  # a plain count, and none is one of them
        low, high, step = 0.0, float(ceil(high)), 1.0
    else:
        step = max(10.0 ** (floor(log10(high)) - 2), 0.1 if high >= 2 else 0.0)
        low = max(floor(low / step) * step, step if now > 0 else 0.0)
    return tag(
        "input", id=field, type="range", min=f"{low:g}", max=f"{high:g}", step=f"{step:g}", value=f"{now:g}",
    )  # fmt: skip
