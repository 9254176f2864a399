"""One initiative beside everything its facts are made from."""

from __future__ import annotations

from datetime import date

from assistant.domain.advice import Estimate, Initiative
from assistant.domain.catalogue import Means, ProcessKind, Spread
from assistant.domain.facts import Basis, Fact, Noun, Value
from assistant.domain.profile import Process, Profile
from assistant.estimates.estimate import EstimateSetting, estimate


class Subject(Noun):
    """An initiative, the firm, the work, the way and our own estimate of it."""

    initiative: Initiative
    profile: Profile
    process: Process
    kind: ProcessKind
    means: Means
    estimate: Estimate
    today: date


def subject_of(initiative: Initiative, profile: Profile, setting: EstimateSetting, today: date) -> Subject:
    """The subject of one initiative, its estimate made anew."""
    kind = setting.catalogue.process(initiative.process_id)
    return Subject(
        initiative=initiative,
        profile=profile,
        process=profile.process(initiative.process_id) or Process(id=kind.id, name=kind.name),
        kind=kind,
        means=setting.catalogue.way(initiative.means),
        estimate=estimate(profile, initiative.process_id, initiative.means, setting),
        today=today,
    )


def computed(value: Value, quote: str | None = None) -> Fact:
    """A fact that we worked out ourselves."""
    return Fact(value=value, basis="computed", quote=quote)


def prior(spread: Spread, basis: Basis = "assumed") -> Fact:
    """A range of the catalogue, as a weak fact."""
    return Fact(value=(spread[0], spread[2]), basis=basis)


def limit(profile: Profile, kind: str) -> Fact | None:
    """The figure of a limit that the owner set, or None."""
    return next((each.amount for each in profile.constraints if each.kind == kind and each.amount), None)
