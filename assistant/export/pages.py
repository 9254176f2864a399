"""A plan as blocks: the one page first, then what stands behind it."""

from __future__ import annotations

from assistant.domain.plan import Plan
from assistant.domain.talk import SessionState
from assistant.export.blocks import Pages
from assistant.export.details import details
from assistant.export.one_page import one_page
from assistant.language.phrases import say_day

FOOTER = "Figures are estimates in ranges, before income tax. This is not legal or tax advice."


def pages(plan: Plan, state: SessionState) -> Pages:
    """The blocks of a plan; the session's title, where it has one, stands below the plan's own."""
    made_on = f"Made on {say_day(plan.made_on)}"
    named = state.title.strip().removesuffix(".")
    return Pages(
        kind="Action plan",
        title=plan.title,
        subtitle=f"{named}. {made_on}" if named else made_on,
        footer=FOOTER,
        blocks=(*one_page(plan), *details(plan, state)),
        made_on=plan.made_on,
    )
