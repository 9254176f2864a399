"""What the charts of a plan are made from."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.findings import Report
from assistant.domain.plan import Plan
from assistant.estimates.job import JobInputs, Luck, job_of


@dataclass(frozen=True)
class Grounds:
    """A plan beside its advice and report, the inputs of each way in the order of the advice, and the draws."""

    plan: Plan
    advice: Recommendation
    report: Report
    jobs: tuple[JobInputs, ...]
    luck: Luck

    @property
    def ordered(self) -> tuple[Initiative, ...]:
        """All ways in the order of doing, then the rest."""
        place = {each: n for n, each in enumerate(self.advice.order)}
        return tuple(sorted(self.advice.initiatives, key=lambda each: place.get(each.id, len(place))))

    @property
    def begun(self) -> tuple[Initiative, ...]:
        """The ways that the plan begins, in the order of doing."""
        ids = self.plan.begun
        return tuple(each for each in self.ordered if each.id in ids)

    def job(self, way: Initiative) -> JobInputs | None:
        """The inputs of a way, or None where none came along."""
        return job_of(self.jobs, way)
