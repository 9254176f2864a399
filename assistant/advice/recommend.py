"""Profile + passages -> recommendation: every process gets a decision, and the decisions an order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from assistant.advice.again import Decided, decide_on
from assistant.advice.decide import Choice
from assistant.advice.flip import changes
from assistant.advice.goals import uncovered
from assistant.advice.initiative import Passages, Writing, outlined, write
from assistant.advice.options import Barred, weighed
from assistant.advice.portfolio import Place, Portfolio, arranged
from assistant.advice.waiting import brought_forward
from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.flips import FlipCondition
from assistant.domain.profile import Profile
from assistant.estimates.estimate import estimate
from assistant.estimates.setting import EstimateSetting, currency_of


def recommend(
    profile: Profile, passages: Passages, setting: EstimateSetting, today: date, barred: Barred = frozenset()
) -> Recommendation:
    """The recommendation for a profile; `barred` are ways that the validator has sent back."""
    stands = decide_on(profile, profile.processes, setting, barred)
    portfolio, currency = _arranged(stands), currency_of(profile, setting.catalogue)
    sooner = brought_forward(portfolio.places, stands)
    writings = (
        Writing(place=each, ways=stands.ways[each.process_id], changes=changes(each, stands, sooner), currency=currency)
        for each in portfolio.places
    )
    return _together((write(each, profile, setting, passages, today) for each in writings), portfolio, stands)


def sketched(profile: Profile, setting: EstimateSetting, today: date, barred: Barred = frozenset()) -> Recommendation:
    """The same decisions in the same order, as far as the rules ask for them: enough to say what would be advised."""
    stands = decide_on(profile, profile.processes, setting, barred)
    portfolio = _arranged(stands)
    made = (outlined(each, stands.ways[each.process_id], profile, setting, today) for each in portfolio.places)
    return _together(made, portfolio, stands)


def led_to(flip: FlipCondition, process_id: str, profile: Profile, setting: EstimateSetting, today: date) -> Initiative:
    """The initiative that a flip leads to, in a profile in which its fact is as the flip has it, in outline."""
    process = profile.process(process_id)
    assert process is not None  # a flip is of work that was told of
    ways = weighed(profile, process, (estimate(profile, process_id, flip.means, setting),), setting, frozenset())
    choice = Choice(decision=flip.becomes, option=ways[0], reason=flip.text)
    return outlined(Place(choice=choice, decision=flip.becomes, why=""), ways, profile, setting, today)


def _arranged(stands: Decided) -> Portfolio:
    catalogue = stands.setting.catalogue
    return arranged(stands.choices(), stands.profile, catalogue, currency_of(stands.profile, catalogue))


def _together(made: Iterable[Initiative], portfolio: Portfolio, stands: Decided) -> Recommendation:
    """The recommendation of which these are the initiatives, in their order."""
    written = tuple(made)
    served = frozenset(link.goal for each in written for link in each.serves_goals)
    return Recommendation(
        initiatives=written,
        order=tuple(each.id for each in written if each.decision != "leave it"),
        currency=currency_of(stands.profile, stands.setting.catalogue),
        uncovered_goals=uncovered(stands.profile, served),
        levers=portfolio.levers,
        barred=stands.barred,
    )
