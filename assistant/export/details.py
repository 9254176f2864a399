"""What stands behind the one page: steps, decisions, rules, checks, questions, offers, words told, sources."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain.facts import Basis
from assistant.domain.plan import Plan, PlanDecision, Source
from assistant.domain.proposal import Critique
from assistant.export.blocks import Block, Bullets, Heading, Paragraph, Table, Tone
from assistant.export.choice import Section
from assistant.export.figures import figures
from assistant.export.material import Material
from assistant.export.one_page import (
    MOST_AHEAD,
    MOST_GOALS,
    MOST_LEFT,
    MOST_THIS_WEEK,
    MOST_TOLD,
    MOST_TRIES,
    MOST_WAYS_OUT,
)
from assistant.export.talk import talk
from assistant.export.tasks import waits_for
from assistant.export.tries import risks, tries
from assistant.language.phrases import say_money
from assistant.language.plan_dates import say_days

BASES: dict[Basis, str] = {
    "owner": "you said so",
    "computed": "worked out",
    "benchmark": "from a survey",
    "vendor": "the vendor says so",
    "assumed": "assumed",
}
SIGN_TONES: dict[str, Tone] = {"✕": "broken", "?": "unknown"}


def details(made: Material, new_page: bool = True) -> tuple[Block, ...]:
    """The blocks of the details that were chosen; empty where there is nothing to tell.

    They begin a page where `new_page`.
    """
    found = [block for section, blocks in _sections(made) if section in made.choice.sections for block in blocks]
    if found and new_page and isinstance(found[0], Heading):
        found[0] = found[0].model_copy(update={"new_page": True})
    return tuple(found)


def _sections(made: Material) -> Iterator[tuple[Section, tuple[Block, ...]]]:
    """Everything in its order, each part with the section that it belongs to."""
    plan, state = made.plan, made.state
    yield "charts", figures(made.charts)
    yield "steps", _steps(plan)
    yield "people", _rest("Who leads, and how it is looked at", plan.governance, 0)
    yield "decisions", _decisions(plan)
    yield "decisions", _rest("What you want, all of it", plan.goals, MOST_GOALS)
    yield "decisions", _rest("What we leave alone, all of it", plan.left_alone, MOST_LEFT)
    yield "steps", _rest("This week, all of it", plan.this_week, MOST_THIS_WEEK)
    yield "steps", _rest("This month, all of it", plan.this_month, MOST_AHEAD)
    yield "steps", _rest("This quarter, all of it", plan.this_quarter, MOST_AHEAD)
    yield "tries", tries(plan, state) or _rest("All tries, and when we stop", plan.pilot_lines, MOST_TRIES)
    yield "risks", risks(plan, state)
    yield "people", _rest("Everybody who is told", plan.tell, MOST_TOLD)
    yield "risks", _rest("All ways out", plan.ways_out, MOST_WAYS_OUT)
    yield "tries", _rest("What is measured", plan.measures, 0)
    yield "rules", _rest("Rules that broke", plan.broken_rules, 0, tone="broken")
    yield "figures", _assumptions(plan)
    yield "questions", _rest("What is still open", plan.open_questions, 0)
    yield "offers", _offers(state.critiques)
    yield "questions", _rest("What to ask the vendor", plan.vendor_questions, 0)
    yield "figures", _told(plan)
    yield "sources", _cited(plan)
    yield "talk", talk(plan, made.history)


def _rest(title: str, lines: tuple[str, ...], shown: int, tone: Tone = "plain") -> tuple[Block, ...]:
    """All lines of a section of which the one page has room for `shown`; nothing where it showed them all."""
    if len(lines) <= shown:
        return ()
    sign = "✕" if tone == "broken" else ""
    items = tuple(Paragraph(text=each, lead=sign, tone=tone) for each in lines)
    return (Heading(text=title), Bullets(items=items))


def _steps(plan: Plan) -> tuple[Block, ...]:
    if not plan.steps:
        return ()
    before = waits_for(plan.steps)
    rows = tuple(
        (
            str(each.n),
            each.what,
            each.owner,
            f"{say_days(plan, each)}, week {_weeks(each.weeks)}",
            f"{each.hours:g}",
            each.done_when,
            each.cost or "nothing",
            str(before.get(each.n, "")),
        )
        for each in plan.steps
    )
    headers = ("No.", "What", "Who", "When", "Hours", "Done when", "Cost", "After")
    return (
        Heading(text="Steps in order"),
        Table(headers=headers, rows=rows, widths=(0.05, 0.29, 0.12, 0.14, 0.07, 0.18, 0.09, 0.06)),
        *_grounds(plan),
    )


def _grounds(plan: Plan) -> tuple[Block, ...]:
    """One paragraph that says what the steps rest on, each ground with the numbers of its steps."""
    steps: dict[str, list[str]] = {}
    for each in plan.steps:
        if each.rests_on:
            steps.setdefault(each.rests_on, []).append(str(each.n))
    said = "; ".join(f"{ground} ({', '.join(numbers)})" for ground, numbers in steps.items())
    return (Paragraph(text=f"{said}.", lead="These steps rest on", tone="quiet"),) if said else ()


def _weeks(weeks: tuple[int, int]) -> str:
    return str(weeks[0]) if weeks[0] == weeks[1] else f"{weeks[0]}-{weeks[1]}"


def _decisions(plan: Plan) -> tuple[Block, ...]:
    if not plan.decisions:
        return ()
    made: list[Block] = [Heading(text="Every decision, with its reason")]
    for each in plan.decisions:
        made += _decision(each)
    return tuple(made)


def _decision(decision: PlanDecision) -> list[Block]:
    word = decision.decision[:1].upper() + decision.decision[1:]
    numbers = "".join(f"[{n}]" for n in decision.sources)
    blocks: list[Block] = [
        Heading(text=f"{word}: {decision.title}", level=2),
        Paragraph(text=f"{decision.reason} {numbers}".strip()),
    ]
    pairs = (
        ("Numbers", _joined(decision.numbers)),
        ("Serves", _joined(decision.serves)),
        ("Changes when", " ".join(decision.changes_when)),
        ("Check", decision.check),
        ("Guarded by", " ".join(decision.guards)),
        ("Also looked at", " ".join(decision.also_looked_at)),
    )
    items = [Paragraph(text=text, lead=f"{lead}.") for lead, text in pairs if text]
    items += _rules(decision.rules)
    return [*blocks, Bullets(items=tuple(items))] if items else blocks


def _joined(lines: tuple[str, ...]) -> str:
    return f"{'. '.join(each.removesuffix('.') for each in lines)}." if lines else ""


def _rules(lines: tuple[str, ...]) -> list[Paragraph]:
    """Each broken rule on a line, those not judged together on one; sign and verdict word lead and take the colour."""
    by_verdict: dict[str, list[str]] = {}
    for words in lines:
        verdict, _, rest = words.partition(":")
        by_verdict.setdefault(verdict, []).append(rest.strip())
    made = []
    for verdict, texts in by_verdict.items():
        tone = SIGN_TONES.get(verdict[:1], "plain")
        together = [" ".join(texts)] if tone == "unknown" else texts
        made += [Paragraph(text=each, lead=f"{verdict}:", tone=tone) for each in together]
    return made


def _assumptions(plan: Plan) -> tuple[Block, ...]:
    if not plan.assumptions:
        return ()
    rows = tuple((each.what, each.value or "not known", BASES[each.basis], each.check) for each in plan.assumptions)
    return (
        Heading(text="Figures that are not yours"),
        Table(
            headers=("Figure", "Taken as", "Basis", "Check, fifteen minutes"), rows=rows, widths=(0.3, 0.2, 0.12, 0.38)
        ),
    )


def _offers(critiques: tuple[Critique, ...]) -> tuple[Block, ...]:
    if not critiques:
        return ()
    rows = tuple((each.file, each.grade, each.verdict, each.verdict_reason, _total(each)) for each in critiques)
    return (
        Heading(text="Offers looked at"),
        Table(
            headers=("Offer", "Grade", "Verdict", "Why", "Total cost"), rows=rows, widths=(0.2, 0.09, 0.16, 0.33, 0.22)
        ),
    )


def _total(critique: Critique) -> str:
    total = critique.tco
    if total.mid is None:
        return "not stated"
    said = say_money(total.mid, total.currency)
    if total.low is not None and total.high is not None and total.low != total.high:
        said = f"{said} ({say_money(total.low, total.currency)} to {say_money(total.high, total.currency)})"
    return f"{said} over {total.years} {'year' if total.years == 1 else 'years'}"


def _told(plan: Plan) -> tuple[Block, ...]:
    if not plan.told:
        return ()
    rows = tuple(
        (each.about, each.what, each.value, f"“{each.quote}”" if each.quote else BASES[each.basis])
        for each in plan.told
    )
    return (
        Heading(text="What you told me"),
        Table(
            headers=("About", "What", "Taken as", "Your words, or the basis"), rows=rows, widths=(0.18, 0.3, 0.2, 0.32)
        ),
    )


def _cited(plan: Plan) -> tuple[Block, ...]:
    if not plan.sources:
        return ()
    return (Heading(text="Sources"), Bullets(items=tuple(_source(each) for each in plan.sources)))


def _source(source: Source) -> Paragraph:
    heading = f", {source.citation.heading}" if source.citation.heading else ""
    quote = f": “{source.citation.quote}”" if source.citation.quote else ""
    rests_on = f" ({source.rests_on})" if source.rests_on else ""
    return Paragraph(text=f"{source.title}{heading}{quote}{rests_on}", lead=f"[{source.n}]")
