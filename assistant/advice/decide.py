"""Which way is taken for one process, and the word for it."""

from __future__ import annotations

from assistant.advice.options import Barred, Option, sounds_muddled, weighed
from assistant.advice.suitability import ABOUT_TO_CHANGE
from assistant.domain.catalogue import Decision
from assistant.domain.facts import Noun
from assistant.domain.profile import Process, Profile
from assistant.estimates.setting import EstimateSetting
from assistant.language.phrases import capital

CHEAP_IS_ENOUGH = 0.7
"""A tool already paid for is taken when it brings this share of what the best bought way brings."""
WAIT = "wait until the new way has run for some months, then count once more"
"""What is advised for a machine that is worth it, in work that is about to change."""


class Choice(Noun):
    """The way taken, its decision word and why; where nothing is taken, the option is the nearest way.

    `fact` is what the reason is about where one fact of the work alone stands in the way.
    """

    decision: Decision
    option: Option
    reason: str
    fact: str = ""


def decided(
    profile: Profile, process: Process, ways: tuple[Option, ...], setting: EstimateSetting, barred: Barred
) -> Choice:
    """The choice for one process; what is about to change is judged as it will be, too."""
    if process.stable is None or process.stable.value is not False:
        return choose(process, ways)
    settled = process.model_copy(update={"stable": None})
    made = tuple(each.estimate for each in ways)
    return put_off(process, weighed(profile, settled, made, setting, barred)) or choose(process, ways)


def choose(process: Process, ways: tuple[Option, ...]) -> Choice:
    """The choice for one process: to leave it where no way is open.

    A simpler way comes first where the owner's words tell of a muddle; where they do not, it is the answer only if no
    other way is worth it, and never hides that a way which the owner asked about is out.
    """
    stop = next((each for each in ways if each.means.id == "stop" and each.out is None), None)
    if stop:
        return Choice(decision="stop doing it", option=stop, reason="you say that nobody would miss it")
    wanted = process.wanted_means.value if process.wanted_means else None
    open_ways = sorted((each for each in ways if each.out is None), key=lambda each: -each.value_per_year)
    worth = [each for each in open_ways if each.value_per_year > 0]
    if not sounds_muddled(process):
        worth.sort(key=lambda each: each.means.decision == "simplify first")
    if not worth:
        return _leave(ways, wanted)
    best = worth[0]
    own = next((each for each in worth if each.means.decision == "use what you have"), None)
    if own and own.value_per_year >= CHEAP_IS_ENOUGH * best.value_per_year:
        best = own
    asked = next((each for each in ways if each.means.id == wanted and each.out), None)
    if asked and best.means.decision == "simplify first" and not sounds_muddled(process):
        return _leave(ways, wanted)
    return Choice(decision=_word(best), option=best, reason=_why(best, ways), fact=_fact(_closed(best, ways)))


def put_off(process: Process, ways: tuple[Option, ...]) -> Choice | None:
    """The choice for work that is about to change, by the ways as they will be once it has: a machine that will be
    worth it waits until then; None where nothing has to wait."""
    settled = choose(process, ways)
    if settled.option.means.decision not in ("automate", "use what you have") or settled.decision == "leave it":
        return None
    name = capital(settled.option.means.name)
    reason = f"{name} is worth it, but {ABOUT_TO_CHANGE}: {WAIT}"
    return Choice(decision="later", option=settled.option, reason=reason, fact="stable")


def _word(best: Option) -> Decision:
    kind = best.means.decision
    return "now" if kind == "automate" else kind


def _closed(best: Option, ways: tuple[Option, ...]) -> Option | None:
    """The machine that has to wait until the work is simpler."""
    machines = (each for each in ways if each.means.decision == "automate" and each.waits)
    return next(machines, None) if best.means.decision == "simplify first" else None


def _fact(stands: Option | None) -> str:
    return stands.hurdle.fact if stands and stands.hurdle else ""


def _why(best: Option, ways: tuple[Option, ...]) -> str:
    freed = best.estimate.hours_freed_per_week.mid or 0.0
    today = best.estimate.hours_today_per_week.mid or 0.0
    closed = _closed(best, ways)
    if closed:
        return f"{capital(closed.means.name)} has to wait: {closed.out}. A simpler way costs nothing and comes first"
    bought = next((each for each in ways if each.out is None and each.means.decision == "automate"), None)
    if best.means.decision == "simplify first" and bought:
        return (
            f"it would free about {freed:.1f} of {today:.1f} hours a week and nothing is bought; "
            f"after that, {bought.means.name} is the next thing to look at"
        )
    if best.costs_nothing:
        return f"it would free about {freed:.1f} of {today:.1f} hours a week and nothing is bought"
    return f"it would free about {freed:.1f} of {today:.1f} hours a week, more for its price than the other ways"


def _leave(ways: tuple[Option, ...], wanted: object) -> Choice:
    """Leave it; the way shown is the one asked about, else the nearest automation."""
    asked = next((each for each in ways if each.means.id == wanted), None)
    machines = [each for each in ways if each.means.decision == "automate"]
    nearest = asked or max(machines or ways, key=lambda each: each.value_per_year)
    reason = nearest.out or "it would cost more than it gives back"
    return Choice(
        decision="leave it", option=nearest, reason=f"{capital(nearest.means.name)}: {reason}", fact=_fact(nearest)
    )
