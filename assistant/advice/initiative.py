"""One choice written out: pilot, measures, risks, safeguards, check and sources."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from assistant.advice.decide import Choice
from assistant.advice.first_try import Try, first_try
from assistant.advice.flip import Changes
from assistant.advice.goals import goal_links
from assistant.advice.idea_score import idea_score
from assistant.advice.options import Option
from assistant.advice.portfolio import Place
from assistant.advice.years import over_the_years
from assistant.domain.advice import Confidence, Estimate, Initiative, Outlook, Pilot, Safeguard
from assistant.domain.catalogue import RESTS, Decision, Means, ProcessKind
from assistant.domain.facts import Noun
from assistant.domain.knowledge import Citation, Passage
from assistant.domain.profile import Process, Profile
from assistant.estimates.outlook import outlook
from assistant.estimates.setting import EstimateSetting
from assistant.language.phrases import lower

UNNAMED = ("owner", "staff", "family", "shared", "outside")
"""Values of who does the work that name no one person."""
TITLES: dict[str, str] = {
    "stop doing it": "Stop {name}",
    "simplify first": "{name}, made simpler",
    "use what you have": "{name} with what you already pay for",
    "hand it over": "{name}, done by somebody outside",
    "leave it": "Leave {name} as it is",
}


class Writing(Noun):
    """What is written out: a choice in its place, the ways that lost, what would change it, and its money."""

    place: Place
    ways: tuple[Option, ...]
    changes: Changes
    currency: str


Passages = Mapping[str, tuple[Passage, ...]]
"""What the knowledge base has on each process, by process id."""


def write(writing: Writing, profile: Profile, setting: EstimateSetting, passages: Passages, today: date) -> Initiative:
    """The initiative for one choice. Hours are per week of active weeks, money in the firm's own currency."""
    choice = writing.place.choice
    made = outlined(writing.place, writing.ways, profile, setting, today)
    seen = outlook(profile, made.process_id, made.means, setting)
    process = profile.process(made.process_id) or Process(id=made.process_id, name=made.title)
    return made.model_copy(
        update={
            "flip_conditions": writing.changes.flips,
            "stays": writing.changes.stays,
            "citations": tuple(_cite(each) for each in passages.get(made.process_id, ())),
            "assumed": _by_weight(made.assumed, seen),
            "outlook": seen,
            "over_the_years": over_the_years(seen, writing.currency) if made.decision not in RESTS else (),
            "published_score": idea_score(process, made.decision, choice.reason, choice.fact),
        }
    )


def outlined(
    place: Place, ways: tuple[Option, ...], profile: Profile, setting: EstimateSetting, today: date
) -> Initiative:
    """The initiative as far as the rules ask: without what would change it, its years, its sources and other scores."""
    choice, decision = place.choice, place.decision
    kind = setting.catalogue.process(choice.option.estimate.process_id)
    made, means = choice.option.estimate, choice.option.means
    process = profile.process(kind.id) or Process(id=kind.id, name=kind.name)
    acts = decision not in RESTS
    use = process.freed_hours_use
    return Initiative(
        id=f"{kind.id}:{means.id}",
        process_id=kind.id,
        title=_title(decision, choice, kind),
        decision=decision,
        means=means.id,
        reason=choice.reason,
        how=_how(choice, kind) if acts else "",
        serves_goals=goal_links(profile, kind, made) if acts else (),
        hours_freed_per_week=made.hours_freed_per_week,
        cash_per_year=made.cash_per_year,
        margin_per_year=made.margin_per_year,
        price_per_freed_hour=made.price_per_freed_hour,
        freed_hours_use=str(use.value) if use else None,
        cost_first_year=made.cost_first_year,
        cost_per_year_after=made.cost_per_year_after,
        payback_months=made.payback_months,
        npv=made.npv,
        pilot=_pilot(choice, first_try(profile, process, choice.option, setting.catalogue), kind, today)
        if acts
        else None,
        measures=(f"{kind.measure.name} ({kind.measure.unit})", kind.counter_measure) if acts else (),
        risks=(kind.goes_wrong, means.fails_when) if acts else (),
        premortem=_premortem(means, setting) if acts else "",
        check=_check(process, kind, made),
        first_step=kind.first_step if acts else "",
        alternatives=tuple(each.as_alternative(choice.option, choice.reason) for each in ways),
        assumed=made.assumed,
        confidence=_confidence(process, made),
        safeguards=_safeguards(choice, kind) if acts else (),
        side_effects=(f"Watch what it does to others: {kind.counter_measure}.",) if acts else (),
        step_owner=_owner(process) if acts else None,
        turn=place.why,
    )


def _premortem(means: Means, setting: EstimateSetting) -> str:
    """How it would fail; what is bought is dropped as often as such projects are."""
    priors = setting.priors
    often = f"about one in {1 / priors.defaults.given_up_at_start.mid:.0f} {priors.words.given_up_at_start}"
    known = f" ({often})" if means.decision == "automate" else ""
    return f"Suppose it is dropped in six months{known}: most likely because {lower(means.fails_when)}"


def _by_weight(names: tuple[str, ...], seen: Outlook) -> tuple[str, ...]:
    weight = {each.name: each.share for each in seen.drivers}
    return tuple(sorted(names, key=lambda name: -weight.get(name, 0.0)))


def _title(decision: Decision, choice: Choice, kind: ProcessKind) -> str:
    word = decision if decision in TITLES else choice.decision
    pattern = TITLES.get(word, "{means} for {name}")
    title = pattern.format(name=kind.name, means=choice.option.means.name)
    return title[:1].upper() + title[1:]


def _how(choice: Choice, kind: ProcessKind) -> str:
    """What to do, in one concrete sentence."""
    word = choice.option.means.decision
    if word == "simplify first":
        return kind.simplify
    if word == "use what you have":
        return f"Look for {kind.own_feature}."
    return choice.option.means.what


def _pilot(choice: Choice, first: Try, kind: ProcessKind, today: date) -> Pilot:
    made = choice.option.estimate
    hours = made.hours_today_per_week.mid or 0.0
    freed = made.hours_freed_per_week
    least = max(0.1, (freed.low if freed.low and freed.low > 0 else (freed.mid or 0.0) / 2))
    review = today + timedelta(weeks=first.weeks)
    return Pilot(
        what=first.what,
        weeks=first.weeks,
        volume_share=first.share,
        measure=f"hours a week on {kind.name}, and {kind.measure.name}",
        baseline=f"Two weeks before you start: {kind.measure.how}",
        target=f"from about {hours:.1f} to {max(0.0, hours - (freed.mid or 0.0)):.1f} hours a week, all of it moved",
        counter_measure=kind.counter_measure,
        stop_if=f"it frees less than {least:.1f} hours a week, reckoned for all of it, by {review.isoformat()}",
        review_on=review,
        small_because=first.small_because,
        stop_below_hours=least,
    )


def _safeguards(choice: Choice, kind: ProcessKind) -> tuple[Safeguard, ...]:
    means = choice.option.means
    kept = [
        Safeguard(kind="way back", text="Keep the old way readable for ninety days."),
        Safeguard(kind="handover page", text="One page: what runs, where, how to stop it, and who else knows."),
    ]
    if kind.irreversible and means.decision in ("automate", "use what you have"):
        kept.append(
            Safeguard(kind="approval", text="A person says yes before money, goods or a mailing leaves the house.")
        )
    if means.customers_meet_machine and kind.customer_facing >= 2:
        kept.append(Safeguard(kind="way to a person", text="Every screen and message says how to reach a person."))
        kept.append(
            Safeguard(kind="says it is a machine", text="It says that it is a machine, and it promises nothing.")
        )
    if (
        kind.personal_data != "none"
        and choice.option.estimate.cost_first_year.high
        and not (means.uses_ai and kind.personal_data == "sensitive")
    ):
        kept.append(Safeguard(kind="data terms", text="Sign the maker's terms for personal data before names go in."))
    if kind.regulated:
        kept.append(Safeguard(kind="review", text="A qualified person looks at each item before it leaves."))
    return tuple(kept)


def _check(process: Process, kind: ProcessKind, made: Estimate) -> str:
    minutes = (made.hours_today_per_week.mid or 0.0) * 60
    if process.hours_per_week is None and process.minutes_per_item is None:
        return f"Before you decide: time the next three {kind.items}, start to finish."
    if process.items_per_week is None:
        return f"Before you decide: keep a tally of {kind.items} for one week beside the hours."
    return f"Before you decide: time the next three {kind.items}; all of them make about {minutes:.0f} minutes a week."


def _confidence(process: Process, made: Estimate) -> Confidence:
    freed = made.hours_freed_per_week
    if not process.is_sized or freed.mid is None or freed.low is None or freed.high is None or freed.mid <= 0:
        return "low"
    width = (freed.high - freed.low) / freed.mid
    if width <= 0.8 and process.exception_share is not None:
        return "high"
    return "medium" if width <= 1.6 else "low"


def _owner(process: Process) -> str:
    """Who answers for the step: whoever is named for the work, or the owner until somebody is."""
    doer = process.doer
    named = doer is not None and isinstance(doer.value, str) and doer.value not in UNNAMED
    return str(doer.value) if doer and named else "you"


def _cite(passage: Passage) -> Citation:
    end = passage.text.find(". ")
    quote = passage.text[: end + 1] if end > 0 else passage.text
    return Citation(document_id=passage.document_id, heading=passage.heading, quote=quote, start=0, end=len(quote))
