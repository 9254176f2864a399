"""What the rules let through: the ways that they send back, and the flips that would lead to one of these."""

from __future__ import annotations

from assistant.advice.again import supposed
from assistant.advice.options import Barred
from assistant.advice.recommend import led_to
from assistant.alignment.validator import validate
from assistant.conversation.shelf import Shelf
from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.findings import Finding, Report
from assistant.domain.flips import FlipCondition
from assistant.domain.profile import Profile


def sent_back(report: Report, made: Recommendation) -> Barred:
    """Ways that a broken must-rule stands against; construction checks and the portfolio are not a way's fault."""
    subjects = {each.id: each for each in made.initiatives}
    against = (subjects[each.subject] for each in _against(report) if each.subject in subjects)
    return frozenset((each.process_id, each.means) for each in against)


def proven(made: Recommendation, profile: Profile, shelf: Shelf) -> Recommendation:
    """The recommendation without the flips that lead to a way which a must-rule would send back."""
    proved = (_proven(each, profile, shelf) for each in made.initiatives)
    return made.model_copy(update={"initiatives": tuple(proved)})


def _proven(initiative: Initiative, profile: Profile, shelf: Shelf) -> Initiative:
    """One initiative; each way that its flips lead to is put to the rules in the world of that flip."""
    refused = {
        (flip.means, flip.path): finding.title
        for flip in initiative.flip_conditions
        if not flip.drops
        and flip.becomes != "leave it"
        and (finding := _stands_against(flip, initiative, profile, shelf))
    }
    if not refused:
        return initiative
    left = tuple(each for each in initiative.flip_conditions if (each.means, each.path) not in refused)
    stays = f"Even then it would break the rule “{next(iter(refused.values()))}”."
    return initiative.model_copy(update={"flip_conditions": left, "stays": "" if left else stays})


def _stands_against(flip: FlipCondition, initiative: Initiative, profile: Profile, shelf: Shelf) -> Finding | None:
    """A must-rule that breaks on the way that a flip leads to, once the fact is as it says; or None."""
    world = supposed(profile, flip.path, flip.needed, flip.means)
    today = shelf.settings.today
    led = led_to(flip, initiative.process_id, world, shelf.setting, today)
    report = validate(world, Recommendation(initiatives=(led,), order=(led.id,)), shelf.setting, today)
    return next((each for each in _against(report) if each.subject == led.id), None)


def _against(report: Report) -> tuple[Finding, ...]:
    """Must-rules that are broken by a way itself; construction checks are not a way's fault."""
    return tuple(each for each in report.broken() if each.severity == "must" and not each.ours)
