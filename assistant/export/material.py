"""What the files of a plan are made from."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain.charts import Chart
from assistant.domain.plan import Plan
from assistant.domain.talk import Exchange, SessionState
from assistant.estimates.job import JobInputs
from assistant.export.choice import WHOLE, Choice


@dataclass(frozen=True)
class Material:
    """A plan beside the session that it belongs to.

    `jobs` are the inputs that each way was estimated from, in the order of the recommendation; `history` is what was
    said, `choice` what of it all is to leave. `key` tells one session from another one: the calendar's ids hang on it
    and do not show it.
    """

    plan: Plan
    state: SessionState
    jobs: tuple[JobInputs, ...] = ()
    history: tuple[Exchange, ...] = ()
    key: str = ""
    choice: Choice = WHOLE
    charts: tuple[Chart, ...] = ()
