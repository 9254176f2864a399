"""Sentences of the conversation, made from nouns. Plain, short, one question last."""

from __future__ import annotations

from collections.abc import Callable

from assistant.catalogue import Catalogue
from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.facts import Fact, Range
from assistant.domain.findings import Report
from assistant.domain.knowledge import Ingested
from assistant.domain.profile import Process, Profile
from assistant.domain.proposal import Critique
from assistant.domain.talk import Question
from assistant.language.phrases import (
    capital,
    hours_between,
    lower,
    say_day,
    say_hours,
    say_list,
    say_money,
    say_number,
    say_per,
)

MOST_ADVICE = 3
OPENINGS = {
    (False, True): "My view so far, which the next answers may change:",
    (True, True): "With that, my view so far is another:",
    (False, False): "Here is where I come down.",
    (True, False): "That changes the advice.",
}
"""What begins the advice, by whether any was told before and whether a question that may change it is open."""
PUT_OFF = ("next", "later")
WAITING = (*PUT_OFF, "leave it")
DEMANDS_NOTHING = ("leave it", "stop doing it")


def asking(question: Question) -> str:
    """The question and what hangs on it, or why it is asked, as the last words of a turn."""
    return f"{question.text}\n{question.hangs or question.why}"


def understood(old: Profile, new: Profile, catalogue: Catalogue) -> str:
    """What was just understood, played back in one or two sentences; empty where nothing was."""
    parts = []
    goals = [goal for goal in new.goals if goal not in old.goals]
    if goals:
        parts.append(f"The aim: {say_list([f'“{_bare(goal.quote or goal.text)}”' for goal in goals[:2]])}.")
    strengths = [each for each in new.strengths if each not in old.strengths]
    if strengths:
        parts.append(f"They come for this: “{_bare(strengths[0].quote or strengths[0].text)}”. I leave it alone.")
    sized = [(kind, said) for each in new.processes if (said := _figures(each, old.process(each.id), catalogue))
             and (kind := catalogue.process(each.id))]  # fmt: skip
    parts += [capital(f"{kind.name}: {said}.") for kind, said in sized]
    unsized = [catalogue.process(each.id).name for each in new.processes
               if old.process(each.id) is None and each.id not in {kind.id for kind, _ in sized}]  # fmt: skip
    if unsized:
        parts.append(
            f"I also noted {say_list(unsized)}." if sized or old.processes else f"So it is about {say_list(unsized)}."
        )
    firm = _firm(old, new)
    return " ".join([*parts, *([f"{firm}."] if firm else [])])


def _figures(process: Process, before: Process | None, catalogue: Catalogue) -> str:
    kind = catalogue.process(process.id)
    says: dict[str, Callable[[Fact], str]] = {
        "hours_per_week": hours_said,
        "items_per_week": lambda fact: f"{figure(fact)} {kind.item if figure(fact) == '1' else kind.items} a week",
        "minutes_per_item": lambda fact: f"{figure(fact)} {'minute' if figure(fact) == '1' else 'minutes'} each",
        "error_rate": lambda fact: f"{_share(fact)} go wrong",
    }
    return ", ".join(
        say(fact)
        for name, say in says.items()
        if (fact := getattr(process, name)) is not None and (before is None or getattr(before, name) != fact)
    )


def _bare(words: str) -> str:
    """Words to be quoted, without the full stop of their own."""
    return words.strip().rstrip(".!")


def hours_said(fact: Fact) -> str:
    """Hours a week as a person would say them: 9 hours a week, 1 hour a week, 5 minutes a week."""
    if fact.is_number and fact.high < 1:
        low, high = (max(1, round(each * 60)) for each in (fact.low, fact.high))
        minutes = f"{high} {'minute' if high == 1 else 'minutes'}" if low == high else f"{low} to {high} minutes"
        return f"{minutes} a week"
    return f"{figure(fact)} {'hour' if figure(fact) == '1' else 'hours'} a week"


def figure(fact: Fact) -> str:
    """A figure as a person would say it: 4, 3 to 5, about 60."""
    if not fact.is_number:
        return str(fact.value)
    if fact.is_range:
        return f"{_short(fact.low)} to {_short(fact.high)}"
    return _short(fact.mid)


def _share(fact: Fact) -> str:
    low, high = (say_number(100 * each) for each in (fact.low, fact.high))
    return f"{low} %" if low == high else f"{low} to {high} %"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 20 or value == round(value) else f"{value:.1f}"


def _firm(old: Profile, new: Profile) -> str:
    said = []
    if new.business.headcount and new.business.headcount != old.business.headcount:
        people = figure(new.business.headcount)
        said.append("just you" if people == "1" else f"{people} people")
    budget = next((each for each in new.constraints if each.amount and each not in old.constraints), None)
    if budget and budget.amount and budget.kind == "time":
        spare = hours_said(budget.amount) if budget.amount.high else "no hours a week"
        said.append(f"{spare} to spare for the change")
    if budget and budget.amount and budget.kind == "budget":
        said.append(f"up to {_money(budget.amount)} to spend")
    return ("Noted: " + say_list(said)) if said else ""


def _money(fact: Fact) -> str:
    """Money with its currency and period, as it was said: £80 a month."""
    told = fact.said.value if fact.said else fact.value
    ends = sorted({float(each) for each in told}) if isinstance(told, tuple) else [float(told)]
    per = f" {say_per(fact.said.per)}" if fact.said and fact.said.per else ""
    return " to ".join(say_money(each, fact.unit) for each in ends) + per


def told_as(initiative: Initiative) -> str:
    """The mark by which a decision is known to have been spoken of."""
    return f"{initiative.process_id} {initiative.decision} {initiative.means}"


def advice(told: tuple[str, ...], new: Recommendation, report: Report, *, is_open: bool) -> str:
    """The advice in a few sentences, as far as it was not told before; empty where all of it was. While it `is_open`,
    a question that may change it is still to come, and it is told as a view so far."""
    fresh = [each for each in new.initiatives if told_as(each) not in told]
    if not fresh:
        return ""
    lines = [OPENINGS[bool(told), is_open], *(decision_line(each, new.currency) for each in fresh[:MOST_ADVICE])]
    if len(fresh) > MOST_ADVICE:
        lines.append(f"{len(fresh) - MOST_ADVICE} more stand beside this under Advice.")
    if (
        not told
        and not any(each.cash_per_year.mid for each in fresh)
        and any(each.decision not in DEMANDS_NOTHING for each in fresh)
    ):
        lines.append("I count this as hours, not money, until somebody's pay or a bill goes down.")
    musts = [each for each in report.broken() if each.severity == "must"]
    if musts:
        lines.append(f"One thing still stands against it: {lower(musts[0].title)}. {musts[0].remedy}")
    return "\n\n".join(lines)


def decision_line(initiative: Initiative, currency: str) -> str:
    """One decision with its number and what it rests on."""
    head = f"**{initiative.decision.capitalize()}: {_after_colon(initiative.title)}.**"
    if initiative.decision in DEMANDS_NOTHING:
        head = f"**{capital(initiative.title)}.**"
        flip = f" {initiative.flip_conditions[0].text}" if initiative.flip_conditions else ""
        return f"{head} {sentence(initiative.reason)}{flip}"
    cost = initiative.cost_first_year
    if not cost.high:
        money = "Nothing is bought."
    else:
        low, high = say_money(cost.low or 0.0, currency), say_money(cost.high, currency)
        money = f"The first year costs {low} to {high}."
    rests = " The hours rest on assumed figures so far." if initiative.confidence == "low" else ""
    return f"{head} {initiative.how} It frees {hours_range(initiative.hours_freed_per_week)}. {money}{rests}"


def hours_range(found: Range) -> str:
    """Hours a week as a range with its likely value: 1.3 to 5.2 h a week, likely 2.9 h."""
    low, mid, high = found.low or 0.0, found.mid or 0.0, found.high or 0.0
    if low <= 0:
        return f"up to {say_hours(high)} a week, likely {say_hours(max(mid, 0.0))}, and perhaps nothing"
    return f"{hours_between(low, high)} a week, likely {say_hours(mid)}"


def critique_line(critique: Critique) -> str:
    """What a proposal comes to, in a few sentences."""
    flags = [each for each in critique.clauses if each.risk in ("flag", "blocker")]
    lines = [f"**{critique.verdict.capitalize()}.** {critique.verdict_reason}".strip()]
    if critique.tco.mid is not None:
        total = say_money(critique.tco.mid, critique.tco.currency)
        high = say_money(critique.tco.high or critique.tco.mid, critique.tco.currency)
        lines.append(f"Over {critique.tco.years} years it comes to about {total}, {high} at worst.")
    if critique.terms.last_notice_safe:
        lines.append(f"To get out in time, give notice by {say_day(critique.terms.last_notice_safe)}.")
    if flags:
        lines.append(f"{len(flags)} points to raise, the first: {lower(flags[0].plain_words)}")
    if critique.missing:
        lines.append(f"What it leaves out: {lower(' '.join(each.why_it_matters for each in critique.missing[:3]))}")
    if critique.trust:
        lines.append(
            "It also holds words that were not meant for you; they are quoted under Proposal and moved nothing."
        )
    lines.append("The clauses, the dates, the sums and a letter are under Proposal.")
    return "\n\n".join(lines)


def ingested(made: Ingested) -> str:
    """What became of documents that were added or taken out."""
    lines = []
    if new := (*made.added, *made.changed):
        lines.append(f"I have read {say_list(new)}. Ask me about it; I say where each answer stands.")
    if made.removed:
        lines.append(f"{say_list(made.removed)} is taken out; of it, only what was quoted in this conversation stays.")
    if made.unchanged:
        lines.append(f"{say_list(made.unchanged)}: nothing new in it since I read it.")
    if made.copies:
        lines.append(f"{say_list(made.copies)} says the same as a document that I have; I left it out.")
    lines += [each.reason for each in made.refused]
    return "\n\n".join([*lines, *([made.notice] if made.notice else [])])


def settled(report: Report | None) -> str:
    """What is said when no question is worth asking any more."""
    unknown = (
        [each for each in report.findings if each.verdict == "unknown" and each.severity == "must"] if report else []
    )
    stay = "1 check stays open; it is" if len(unknown) == 1 else f"{len(unknown)} checks stay open; they are"
    left = f" {stay} listed under Alignment." if unknown else ""
    return (
        f"That is all I need to ask: more answers would hardly change this.{left} The plan is ready to take with you."
    )


def sentence(words: str) -> str:
    """Words with the full stop that they may lack."""
    return words if words.endswith(".") else f"{words}."


def _after_colon(title: str) -> str:
    """A title without the decision word that stands before it already."""
    return lower(title.split(": ", 1)[-1])
