"""Things counted that go wrong, or that need special treatment, as a share of all: two a week, of 200 a week."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.facts import Fact
from assistant.language import quantities
from assistant.language.quantities import Mention
from assistant.reading import figures
from assistant.reading.placing import SLOTS, Placed
from assistant.reading.scene import Scene

ROLES = ("wrong", "odd")
ASKED = tuple(SLOTS[each] for each in ROLES)
"""What questions ask for out of ten: their answers count those ten, and not what comes in a week."""
SURE = 0.8
OF_THEM = r"\s*of\s+(?:them|these|those|which|the)\b"
"""Behind a number, what makes it a part of the things that were counted, over the time that they were counted in."""


def shares(scene: Scene, placed: Sequence[Placed], process_id: str, items: Fact) -> Iterator[tuple[str, Fact]]:
    """The shares by slot that counts of a piece of work come to, whose things a week are `items`."""
    for each in placed:
        if each.role not in ROLES or each.process_id != process_id or each.mention.kind not in ("count", "number"):
            continue
        weekly = quantities.to_week(each.mention.value, each.mention.per or _period(scene, each.mention, items))
        if weekly is None or items.low <= 0:
            continue
        low, high = weekly if isinstance(weekly, tuple) else (weekly, weekly)
        low, high = round(low / items.high, 6), round(high / items.low, 6)
        if high <= 1:
            yield SLOTS[each.role], figures.fact_of(each.mention, low if low == high else (low, high), "share")


def is_other_share(scene: Scene, mention: Mention, slot: str) -> bool:
    """True for a count that surely tells another share than the one asked for: four of them go wrong, of how many come
    on paper."""
    role = scene.role(mention)
    surely = role.name in ROLES and role.shares[role.name] >= SURE
    return mention.kind in ("count", "number") and surely and SLOTS[role.name] != slot


def _period(scene: Scene, mention: Mention, items: Fact) -> str:
    """The period of the things counted, for a part of them: forty a week, and three or four of them go wrong."""
    part = re.match(OF_THEM, scene.text[mention.end :], re.IGNORECASE) is not None
    return items.said.per if part and items.said is not None else ""
