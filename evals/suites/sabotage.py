"""Sound plans with one thing spoiled -> the family of rules that marks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.alignment.validator import validate
from assistant.catalogue import load_catalogue
from assistant.domain.advice import Recommendation
from assistant.domain.findings import Report
from assistant.domain.profile import Profile
from assistant.domain.talk import Advice
from assistant.estimates.estimate import EstimateSetting
from assistant.estimates.memo import Memo
from assistant.estimates.priors import load_priors
from assistant.settings import Settings
from evals.casebook import attempt
from evals.measure import Measure
from evals.sabotage.plan import Plan, Spoiler, begun
from evals.sabotage.spoilers import SPOILERS
from evals.score import Mark, passed
from evals.sound import Firm, sound_firms
from evals.suite import Suite, Workplace

Validate = Callable[[Profile, Recommendation], Report]


def run(place: Workplace) -> Iterator[Mark]:
    """Every spoiler on every sound firm to which it can be put."""
    setting = setting_of(place.settings)

    def judge(profile: Profile, recommendation: Recommendation) -> Report:
        return validate(profile, recommendation, setting, place.settings.today)

    for firm in place.some(sound_firms()):
        profile = firm.profile()
        made = attempt(place.plumbline.advise, profile)
        yield Mark("without_error", firm.name, True, passed(not made.error, made.error))
        if made.result is None:
            continue
        unsound = [f"{each.rule_id} {each.subject}" for each in made.result.report.broken() if each.severity != "note"]
        plans = begun(profile, recommendation_of(made.result), setting.catalogue)
        is_clean = bool(plans) and not unsound
        yield Mark("originals_clean", firm.name, True, passed(is_clean, f"breaks {unsound}, begins {len(plans)}"))
        if is_clean:
            yield from _sabotages(firm, plans, judge)


def sabotages(plans: tuple[Plan, ...]) -> Iterator[tuple[Spoiler, Plan]]:
    """Each spoiler with the first of a firm's plans to which it can be put."""
    for spoiler in SPOILERS:
        plan = next((each for each in plans if spoiler.can(each)), None)
        if plan is not None:
            yield spoiler, plan


def recommendation_of(advice: Advice) -> Recommendation:
    """The recommendation that is laid open in advice."""
    return Recommendation(
        initiatives=advice.initiatives,
        order=advice.order,
        currency=advice.currency,
        uncovered_goals=advice.uncovered_goals,
    )


def setting_of(settings: Settings) -> EstimateSetting:
    """The tables and priors by which a recommendation is judged."""
    knowledge = settings.knowledge()
    return EstimateSetting(
        catalogue=load_catalogue(knowledge),
        priors=load_priors(knowledge),
        draws=settings.draws,
        seed=settings.seed,
        memo=Memo(),
    )


def _sabotages(firm: Firm, plans: tuple[Plan, ...], judge: Validate) -> Iterator[Mark]:
    before = _broken(judge(plans[0].profile, plans[0].recommendation))
    for spoiler, plan in sabotages(plans):
        case = f"{firm.name}: {spoiler.name}"
        spoiled = spoiler.spoil(plan)
        told = attempt(judge, spoiled.profile, spoiled.recommendation)
        new = _broken(told.result) - before if told.result else set()
        rules = {rule for rule, _ in new}
        is_right = any(rule[:2] in spoiler.families for rule in rules)
        why = told.error or f"marked by {sorted(rules)}, should be by {spoiler.families}: {spoiler.why}"
        yield Mark("right_family", case, True, passed(is_right, why))
        yield Mark("marked", case, True, passed(bool(rules), why))


def _broken(report: Report) -> set[tuple[str, str]]:
    """What is said to be broken, and of which initiative; a waived breach is told with its reason, so it counts."""
    return {(each.rule_id, each.subject) for each in report.findings if each.verdict == "broken"}


SABOTAGE = Suite(
    name="sabotage",
    about="sound plans with one thing spoiled -> what marks it (evals/cases/sound.yml, evals/sabotage)",
    run=run,
    measures=(
        Measure("without_error", "firms that get advice without an error", bar=1.0),
        Measure("originals_clean", "sound firms whose advice breaks no must-rule and no should-rule", bar=1.0),
        Measure("right_family", "spoiled plans that a rule of the right family marks anew", bar=0.95),
        Measure("marked", "spoiled plans that any rule marks anew"),
    ),
)
