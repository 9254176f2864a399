"""The conversation as it can be read again: who said what, and which figures of the plan came of it."""

from __future__ import annotations

from assistant.domain.plan import Plan, Told
from assistant.domain.talk import Exchange, SaidKind
from assistant.export.blocks import Block, Heading, Paragraph

SPOKEN: dict[SaidKind, str] = {
    "say": "You",
    "edit": "You changed",
    "proposal": "You showed",
    "signed": "You signed",
    "documents": "You added",
    "check-in": "You counted",
}
"""How the owner's part is led in; a title that was given is no part of the talk."""
BOLD = "**"


def talk(plan: Plan, history: tuple[Exchange, ...]) -> tuple[Block, ...]:
    """Each thing said, what the plan took from it, and the reply; nothing where nothing was said."""
    blocks: list[Block] = []
    for each in history:
        who = SPOKEN.get(each.kind)
        if who is None or not each.words.strip():
            continue
        blocks.append(Paragraph(text=each.words, lead=f"{who}:"))
        taken = [_taken(one) for one in plan.told if one.quote and one.quote in each.words]
        if taken and each.kind == "say":
            blocks.append(Paragraph(text=f"{'; '.join(taken)}.", lead="Taken from this:", tone="quiet"))
        blocks += [
            Paragraph(text=line.replace(BOLD, "").removeprefix("- "), lead="Plumbline:" if n == 0 else "")
            for n, line in enumerate(line for line in each.reply.splitlines() if line.strip())
        ]
    return (Heading(text="What was said"), *blocks) if blocks else ()


def _taken(told: Told) -> str:
    return f"{told.what}: {told.value}"
