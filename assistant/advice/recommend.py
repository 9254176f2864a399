"""Profile + passages -> recommendation: every process gets a decision, and the decisions an order."""

from __future__ import annotations

from datetime import date

from assistant.advice.again import Decided
from assistant.advice.decide import Choice, decided
from assistant.advice.flip import Changes, changes
from assistant.advice.goals import uncovered
from assistant.advice.initiative import Passages, Writing, write
from assistant.advice.options import Barred, options, weighed
from assistant.advice.portfolio import Turn, arranged
from assistant.advice.waiting import brought_forward
from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.flips import FlipCondition
from assistant.domain.profile import Profile
from assistant.estimates.estimate import EstimateSetting, country_of, estimate
from assistant.estimates.inputs import currency_of


def recommend(
    profile: Profile, passages: Passages, setting: EstimateSetting, today: date, barred: Barred = frozenset()
) -> Recommendation:
    """The recommendation for a profile; `barred` are ways that the validator has sent back."""
    ways = {each.id: options(profile, each, setting, barred) for each in profile.processes}
    stands = Decided(profile=profile, ways=ways, setting=setting, barred=barred)
    choices = tuple(decided(profile, each, ways[each.id], setting, barred) for each in profile.processes)
    currency = currency_of(profile, country_of(profile, setting.catalogue))
    portfolio = arranged(choices, profile, setting.catalogue, currency)
    sooner = brought_forward(portfolio.turns, stands)
    writings = (
        Writing(turn=each, ways=ways[each.process_id], changes=changes(each, stands, sooner), currency=currency)
        for each in portfolio.turns
    )
    written = tuple(write(each, profile, setting, passages, today) for each in writings)
    served = frozenset(link.goal for each in written for link in each.serves_goals)
    return Recommendation(
        initiatives=written,
        order=tuple(each.id for each in written if each.decision != "leave it"),
        currency=currency,
        uncovered_goals=uncovered(profile, served),
        levers=portfolio.levers,
    )


def led_to(flip: FlipCondition, process_id: str, profile: Profile, setting: EstimateSetting, today: date) -> Initiative:
    """The initiative that a flip leads to, in a profile in which its fact is as the flip has it."""
    process = profile.process(process_id)
    assert process is not None  # a flip is of work that was told of
    made = estimate(profile, process_id, flip.means, setting)
    ways = weighed(profile, process, (made,), setting, frozenset())
    choice = Choice(decision=flip.becomes, option=ways[0], reason=flip.text)
    turn = Turn(choice=choice, decision=flip.becomes, why="")
    currency = currency_of(profile, country_of(profile, setting.catalogue))
    return write(Writing(turn=turn, ways=ways, changes=Changes(), currency=currency), profile, setting, {}, today)
