"""All charts of a plan, in the order in which they are read."""

from __future__ import annotations

from assistant.charts.cash import cash
from assistant.charts.freed import freed
from assistant.charts.grounds import Grounds
from assistant.charts.roadmap import roadmap
from assistant.charts.rules import alignment
from assistant.charts.tornado import tornado
from assistant.domain.charts import Chart


def charts(grounds: Grounds) -> tuple[Chart, ...]:
    """Every chart that there is something to show in."""
    found = (roadmap(grounds), freed(grounds), *cash(grounds), tornado(grounds), alignment(grounds))
    return tuple(each for each in found if each is not None)
