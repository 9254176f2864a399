"""Facts -> recommendation -> validation -> one repair -> plan: the order of the stages that make advice."""

from __future__ import annotations

from collections.abc import Callable

from assistant.advice.initiative import Passages
from assistant.advice.options import Barred
from assistant.advice.recommend import recommend, sketched
from assistant.alignment.validator import report_of, scores, validate
from assistant.conversation.proving import proven, sent_back
from assistant.conversation.shelf import Shelf
from assistant.domain.advice import DimensionShares, Initiative, Recommendation
from assistant.domain.facts import Noun
from assistant.domain.findings import Finding, Report
from assistant.domain.plan import Plan
from assistant.domain.profile import Profile
from assistant.domain.proposal import Critique
from assistant.planning.plan import PlanInputs, make_plan
from assistant.planning.sources import citations

PASSAGES_EACH = 2


class Made(Noun):
    """A recommendation with its report and plan."""

    recommendation: Recommendation
    report: Report
    plan: Plan


class Judged(Noun):
    """A recommendation and its report."""

    recommendation: Recommendation
    report: Report


def advise(profile: Profile, critiques: tuple[Critique, ...], waived: tuple[Finding, ...], shelf: Shelf) -> Made:
    """The advice for a profile. What the validator breaks goes back once; what still breaks is shown."""
    passages = {each.id: shelf.library.about(each.id, PASSAGES_EACH) for each in profile.processes}
    found = decide(profile, passages, shelf)
    made = proven(found.recommendation, profile, shelf)
    report = _with_waivers(found.report, waived)
    made = made.model_copy(update={"initiatives": tuple(_scored(each, report) for each in made.initiatives)})
    return Made(recommendation=made, report=report, plan=_plan(profile, made, report, critiques, shelf))


def decide(profile: Profile, passages: Passages, shelf: Shelf) -> Judged:
    """The recommendation after what the validator broke has gone back once."""
    setting, today = shelf.setting, shelf.settings.today
    return _judged(lambda barred: recommend(profile, passages, setting, today, barred), profile, shelf)


def sketch(profile: Profile, shelf: Shelf) -> Recommendation:
    """The same decisions in outline: nothing in it says what would change them or what the years bring."""
    setting, today = shelf.setting, shelf.settings.today
    return _judged(lambda barred: sketched(profile, setting, today, barred), profile, shelf).recommendation


def _judged(make: Callable[[Barred], Recommendation], profile: Profile, shelf: Shelf) -> Judged:
    stopped = frozenset((each.process_id, each.means_id) for each in profile.trials if each.stopped)
    made = make(stopped)
    report = validate(profile, made, shelf.setting, shelf.settings.today)
    barred = sent_back(report, made)
    if barred:
        made = make(barred | stopped)
        report = validate(profile, made, shelf.setting, shelf.settings.today)
    return Judged(recommendation=made, report=report)


def _with_waivers(report: Report, waived: tuple[Finding, ...]) -> Report:
    """The report with the owner's own waivers put back where the same rule still breaks on the same subject."""
    kept = {(each.rule_id, each.subject): each.waived for each in waived if each.waived}
    return report_of(
        each.model_copy(update={"waived": kept[each.rule_id, each.subject]})
        if each.verdict == "broken" and (each.rule_id, each.subject) in kept
        else each
        for each in report.findings
    )


def _scored(initiative: Initiative, report: Report) -> Initiative:
    mine = scores(each for each in report.findings if each.subject == initiative.id)
    found = {each.dimension: each.score for each in mine}
    return initiative.model_copy(
        update={
            "alignment": DimensionShares(
                capability=found.get("capability"), market=found.get("market"), resource=found.get("resource")
            )
        }
    )


def _plan(
    profile: Profile,
    made: Recommendation,
    report: Report,
    critiques: tuple[Critique, ...],
    shelf: Shelf,
) -> Plan:
    places = dict.fromkeys((each.document_id, each.heading) for each in citations(made.initiatives, report))
    cited = (shelf.library.passage(document_id, heading) for document_id, heading in places)
    inputs = PlanInputs(
        today=shelf.settings.today,
        currency=made.currency,
        setting=shelf.setting,
        words=shelf.plan_words,
        cited=tuple(each for each in cited if each),
    )
    return make_plan(profile, made, report, critiques, inputs)
