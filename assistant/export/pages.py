"""A plan as blocks: the one page first, then what stands behind it."""

from __future__ import annotations

from assistant.export.blocks import Pages
from assistant.export.details import details
from assistant.export.material import Material
from assistant.export.one_page import one_page
from assistant.language.phrases import say_day

FOOTER = "Figures are estimates in ranges, before income tax. This is not legal or tax advice."


def pages(made: Material) -> Pages:
    """The blocks of a plan, those of them that were chosen; the session's title stands below the plan's own."""
    plan, wanted = made.plan, made.choice.sections
    made_on = f"Made on {say_day(plan.made_on)}"
    named = made.state.title.strip().removesuffix(".")
    first = one_page(plan) if "page" in wanted else ()
    return Pages(
        kind="Action plan",
        title=plan.title,
        subtitle=f"{named}. {made_on}" if named else made_on,
        footer=FOOTER,
        blocks=(*first, *details(made, new_page=bool(first))),
        made_on=plan.made_on,
    )
