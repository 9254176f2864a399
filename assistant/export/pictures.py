"""Charts as pictures of dots, for files that cannot hold drawings."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.domain.charts import Chart
from assistant.drawing.draw import BROAD, draw
from assistant.errors import DependencyFailed
from assistant.export.pdf import font_folder

DOTS_PER_INCH = 170.0
POINTS = 0.75
"""A unit of the drawing on paper."""
SHEET = Path(__file__).with_name("pictures.typ")


def pictures(charts: tuple[Chart, ...]) -> tuple[bytes, ...]:
    """Each chart as .png, in their order; raises DependencyFailed where they cannot be drawn."""
    import typst

    if not charts:
        return ()
    drawn = json.dumps([draw(each, BROAD) for each in charts])
    try:
        made: bytes | list[bytes] = typst.compile(
            SHEET,
            format="png",
            ppi=DOTS_PER_INCH,
            sys_inputs={"charts": drawn, "width": str(BROAD * POINTS)},
            font_paths=[font_folder()],
        )
    except typst.TypstError as exc:
        raise DependencyFailed(f"the charts could not be drawn ({exc}); choose .pdf or .html instead") from exc
    return tuple(made) if isinstance(made, list) else (made,)
