"""The ways that compete for one process, each estimated, each in or out for a reason."""

from __future__ import annotations

from assistant.advice.slack import HOUR_WORTH_SHARE, too_dear, too_little
from assistant.advice.suitability import SOUGHT_CONTACT, Hurdle, closed, is_what_they_come_for
from assistant.domain.advice import Alternative, Estimate
from assistant.domain.catalogue import ROLLOUT_WEEKS, Means, ProcessKind
from assistant.domain.facts import Noun, is_below, is_no
from assistant.domain.profile import BUDGET, SKILL, SPARE_HOURS, STAGES, Process, Profile
from assistant.estimates.estimate import estimate
from assistant.estimates.setting import EstimateSetting, currency_of
from assistant.language.phrases import say_money, say_number

ALWAYS = ("stop", "simplify", "useown", "outsrc")
MUDDLED_EXCEPTIONS = 0.3
MOSTLY_PAPER = 0.4
AGAINST_A_RULE = "a must-rule stands against it, see the alignment page"
RULED_OUT = "you would rather do without it"
WORKED_BY_HAND = "sheet"
"""The kind of tools in which work is done by hand."""


class Option(Noun):
    """One way for one process; `hurdle` is what stands in its way, None where it could be taken.

    `waits` is true where the work itself is not ready for it, whatever it costs.
    """

    means: Means
    estimate: Estimate
    hurdle: Hurdle | None
    value_per_year: float
    waits: bool = False

    @property
    def out(self) -> str | None:
        """Why it is not taken, None where it could be."""
        return self.hurdle.words if self.hurdle else None

    @property
    def costs_nothing(self) -> bool:
        """True where nothing is paid outside."""
        return not self.estimate.cost_first_year.high

    def as_alternative(self, taken: Option, reason: str) -> Alternative:
        """The option as it stands in the table of alternatives, beside the way taken and the reason for that."""
        if self.value_per_year <= taken.value_per_year:
            lost = "possible, and worth less than the way taken"
        elif self.means.decision == "simplify first":
            lost = "possible, but nothing that you told me points to a muddle in it"
        else:
            lost = "possible, and worth a little more; the way taken is paid for already"
        return Alternative(
            means_id=self.means.id,
            name=self.means.name,
            taken=self is taken,
            reason=self.out or (reason if self is taken else lost),
            cost_first_year=self.estimate.cost_first_year.mid,
            hours_freed_per_week=self.estimate.hours_freed_per_week.mid,
            price_per_freed_hour=self.estimate.price_per_freed_hour.mid,
        )


Barred = frozenset[tuple[str, str]]
"""Pairs of process and means that the validator has sent back."""


def options(profile: Profile, process: Process, setting: EstimateSetting, barred: Barred) -> tuple[Option, ...]:
    """Every way that competes for a process, the price ceiling tested first."""
    return weighed(profile, process, estimates(profile, process, setting), setting, barred)


def estimates(profile: Profile, process: Process, setting: EstimateSetting) -> tuple[Estimate, ...]:
    """The estimate of every way that competes for a process."""
    kind = setting.catalogue.process(process.id)
    wanted = process.wanted_means.value if process.wanted_means else None
    ids = dict.fromkeys((*kind.means, *ALWAYS, *((wanted,) if isinstance(wanted, str) else ())))
    known = {each.id for each in setting.catalogue.means}
    return tuple(estimate(profile, process.id, each, setting) for each in ids if each in known)


def weighed(
    profile: Profile, process: Process, made: tuple[Estimate, ...], setting: EstimateSetting, barred: Barred
) -> tuple[Option, ...]:
    """The options that estimates come to, by what the profile says of the work and the firm."""
    kind = setting.catalogue.process(process.id)
    currency = currency_of(profile, setting.catalogue)

    def option(one: Estimate) -> Option:
        means = setting.catalogue.way(one.means_id)
        before = (
            _ruled_out(profile, means)
            or too_dear(one, currency)
            or _refused(process, means, barred)
            or _not_this_firm(profile, process, kind, means, setting)
        )
        gate = None if before else closed(profile, process, kind, means)
        hurdle = before or gate or _too_much(profile, one, currency) or too_little(one, currency)
        worth = value_per_year(one)
        return Option(means=means, estimate=one, hurdle=hurdle, value_per_year=worth, waits=gate is not None)

    return tuple(map(option, made))


def sounds_muddled(process: Process) -> bool:
    """True where the owner's own words call for a simpler way: heads instead of steps, paper, many special cases."""
    exceptions = process.exception_share
    return (
        is_no(process.documented)
        or is_below(process.digital_input, MOSTLY_PAPER)
        or (exceptions is not None and exceptions.is_number and exceptions.low >= MUDDLED_EXCEPTIONS)
    )


def value_per_year(made: Estimate) -> float:
    """What a way is worth in a usual year: hours at half their cost, cash and margin, less what it costs.

    The first year's extra cost is spread over three years. Used to rank ways, never shown as money.
    """
    today = made.hours_today_per_week.mid or 0.0
    freed_share = (made.hours_freed_per_week.mid or 0.0) / today if today else 0.0
    hours = freed_share * (made.cost_today_per_year.mid or 0.0) * HOUR_WORTH_SHARE
    first, after = made.cost_first_year.mid or 0.0, made.cost_per_year_after.mid or 0.0
    setup = (made.setup_hours.mid or 0.0) * (made.loaded_cost_per_hour.mid or 0.0) * HOUR_WORTH_SHARE
    ledgers = (made.cash_per_year.mid or 0.0) + (made.margin_per_year.mid or 0.0)
    return hours + ledgers - after - max(0.0, first - after) / 3 - setup / 3


def _ruled_out(profile: Profile, means: Means) -> Hurdle | None:
    return Hurdle(words=RULED_OUT) if any(each.means == means.id for each in profile.constraints) else None


def _refused(process: Process, means: Means, barred: Barred) -> Hurdle | None:
    return Hurdle(words=AGAINST_A_RULE) if (process.id, means.id) in barred else None


def _not_this_firm(
    profile: Profile, process: Process, kind: ProcessKind, means: Means, setting: EstimateSetting
) -> Hurdle | None:
    if means.id == "stop" and not is_no(process.needed):
        return Hurdle(words="somebody still needs it, as far as you told me")
    hurts = any(each.process_id == kind.id for each in profile.pains)
    if means.id == "simplify" and is_what_they_come_for(profile, kind) and not hurts:
        return Hurdle(words=f"{SOUGHT_CONTACT}, and nothing in it hurts")
    if means.id == "simplify" and "simplify" not in kind.means and not sounds_muddled(process):
        return Hurdle(words="nothing that you told me points to a muddle in it")
    if means.id == "useown" and not has_own_feature(profile, process, setting):
        words = "none of the tools you named does this; worth fifteen minutes in their settings all the same"
        return Hurdle(words=words, fact="own_feature", opens_at=True)
    bands = setting.catalogue.bands
    band = bands.of(profile.people())
    if STAGES.index(means.stage) > STAGES.index(bands.highest_means(profile)):
        return Hurdle(words=f"a stage ahead of {band.tone.firm}")
    skill = profile.fact(SKILL)
    if skill and skill.is_number and means.skill > skill.high + 1:
        words = f"more than {band.tone.you} could look after"
        return Hurdle(words=words, fact="team_skill", opens_at=float(means.skill - 1))
    return None


def has_own_feature(profile: Profile, process: Process, setting: EstimateSetting) -> bool:
    """True where a tool in use can do this work with a feature of its own: as the owner says, else as such tools
    commonly can; a sheet has none to switch on."""
    if process.own_feature is not None:
        return process.own_feature.value is True
    if not profile.tools:
        return False
    named = {tool.name.lower() for tool in profile.tools}
    able = (each for each in setting.catalogue.tools if process.id in each.does and each.kind != WORKED_BY_HAND)
    return any(named & {tool.name.lower(), *tool.words} for tool in able)


def _too_much(profile: Profile, made: Estimate, currency: str) -> Hurdle | None:
    budget = profile.fact(BUDGET)
    high = made.cost_first_year.high or 0.0
    if budget and budget.is_number and high > budget.high:
        limit = say_money(budget.high, currency)
        words = f"may cost {say_money(high, currency)} in the first year and {limit} is there"
        return Hurdle(words=words, fact="budget_first_year", opens_at=high)
    spare = profile.fact(SPARE_HOURS)
    needs = (made.setup_hours.mid or 0.0) / ROLLOUT_WEEKS
    if spare and spare.is_number and needs > 1 and needs > spare.high:
        words = f"setting it up takes about {say_number(needs)} h a week for two months, and you have {spare.high:g}"
        return Hurdle(words=words, fact="spare_hours_per_week", opens_at=needs)
    return None
