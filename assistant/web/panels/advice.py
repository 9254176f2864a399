"""Cards of advice, in the order of doing; what is left alone stands last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from assistant.domain.advice import GoalLink, IdeaScore, Initiative, Recommendation
from assistant.domain.findings import Finding, Verdict
from assistant.domain.talk import SessionState
from assistant.web.panels.figures import day, hours, likely, money, money_range, number, payback, percent
from assistant.web.panels.labels import fact_words
from assistant.web.panels.markup import (
    Piece,
    bullets,
    empty,
    joined,
    labelled,
    opening,
    quoted,
    table,
    tag,
    verdict_pill,
)
from assistant.web.panels.transcript import cited
from assistant.web.panels.what_if import what_if

ACTS = ("now", "next", "use what you have", "simplify first", "hand it over", "stop doing it")
"""Decisions that are shown in the accent; the others are quiet."""
WEIGHTY = 0.05
"""Share of a result's spread from which an input is named."""
ALL_BUT_SETTLED = 0.98
RESTS = ("leave it", "stop doing it")
"""Decisions that buy nothing and have no figures of their own."""


def advice(state: SessionState) -> Markup:
    """All cards; before there are any, what will appear."""
    made = state.recommendation
    if made is None or not made.initiatives:
        return empty(
            "Advice",
            "Once I know one piece of work and roughly how long it takes, this says what to do now, later or not at "
            "all, and what that costs and frees.",
        )
    findings = state.report.findings if state.report else ()
    cards = [_card(each, made, findings) for each in ordered(made)]
    left = [f"No step serves this yet: “{goal}”." for goal in made.uncovered_goals]
    left += [each.text for each in made.levers]
    stepless = {each.subject for each in findings}.isdisjoint(each.id for each in made.initiatives)
    return joined(
        [tag("h2", "Advice"), _settled(state.settled), _checks(findings) if stepless else "", *cards, bullets(left)]
    )


def _settled(share: float | None) -> Piece:
    """How much of what the advice is worth no longer hangs on an answer, as a bar and in words."""
    if share is None:
        return ""
    words = (
        "Settled: nothing that is still open would change much."
        if share >= ALL_BUT_SETTLED
        else f"{percent(share)} settled: the rest hangs on answers that are still open."
    )
    bar = tag("progress", value=f"{share:.2f}", aria_hidden="true")
    return tag("p", bar, " ", words, class_="quiet")


def ordered(made: Recommendation) -> list[Initiative]:
    """Initiatives in their order of doing, then the rest."""
    place = {each: n for n, each in enumerate(made.order)}
    return sorted(made.initiatives, key=lambda each: place.get(each.id, len(place)))


def _card(each: Initiative, made: Recommendation, findings: Sequence[Finding]) -> Markup:
    tone = "dec" if each.decision in ACTS else "dec quiet"
    title = tag("h3", tag("span", each.decision, class_=tone), " ", each.title)
    rests = each.decision in RESTS
    parts = [
        title,
        _serves(each.serves_goals) if each.serves_goals else tag("p", each.reason),
        Markup("") if rests else _figures(each, made.currency),
        labelled("This week", each.first_step) if each.first_step else "",
        labelled("What could go wrong", each.risks[0]) if each.risks else "",
        _asks_again(each) if rests else "",
        _checks([one for one in findings if one.subject == each.id]),
        _folds(each, made.currency),
    ]
    return tag("article", *parts, class_="card")


def _serves(links: tuple[GoalLink, ...]) -> Markup:
    lines = [
        joined(["Serves ", quoted(each.quote or each.goal), f": {each.measure_moved} goes {each.direction}."])
        for each in links
    ]
    return tag("p", joined([joined([line, tag("br")]) if n < len(lines) else line for n, line in enumerate(lines, 1)]))


def _figures(each: Initiative, currency: str) -> Markup:
    """Hours, cash, cost and payback as ranges; the ledgers stand side by side and are never added."""
    freed, cost = each.hours_freed_per_week, each.cost_first_year
    cells = [
        ("Hours freed a week", hours(freed), likely(freed, number(freed.mid or 0.0))),
        ("First year costs", money_range(cost, currency), likely(cost, money(cost.mid or 0.0, currency))),
        ("Cash won a year", *_won(each, currency)),
        ("Per freed hour", money_range(each.price_per_freed_hour, currency), ""),
        ("How sure", each.confidence, ""),
    ]
    if each.cash_per_year.high:
        cells.insert(3, ("Pays back", payback(each.payback_months), ""))
    if each.margin_per_year.mid:
        cells.insert(3, ("Margin won a year", money_range(each.margin_per_year, currency), ""))
    made = [tag("div", tag("dt", a), tag("dd", b, tag("small", c) if c else ""), class_="num") for a, b, c in cells]
    return tag("dl", *made, class_="nums")


def _won(each: Initiative, currency: str) -> tuple[str, str]:
    return (money_range(each.cash_per_year, currency), "") if each.cash_per_year.high else ("none", "it buys hours")


def _asks_again(each: Initiative) -> Markup:
    words = each.flip_conditions[0].text if each.flip_conditions else each.stays
    return tag("p", tag("strong", words)) if words else Markup("")


def _checks(findings: Sequence[Finding]) -> Markup:
    """How the rules stand for a step, or for all of the advice where it holds no step; a way to the Alignment tab."""
    counts = Counter(_standing(finding) for finding in findings)
    shown: tuple[Verdict, ...] = ("held", "broken", "unknown")
    pills = [verdict_pill(verdict, counts[verdict]) for verdict in shown if counts[verdict]]
    if not pills:
        return Markup("")
    label = ", ".join(f"{counts[verdict]} {verdict}" for verdict in shown if counts[verdict])
    spaced = [joined([one, " "]) for one in pills]
    return tag(
        "button", *spaced, type="button", class_="checks", data_go="alignment", aria_label=f"Rules: {label}. See them."
    )


def _standing(finding: Finding) -> Verdict:
    return "held" if finding.waived else finding.verdict


def _folds(each: Initiative, currency: str) -> Markup:
    sections = (
        ("Why, and what it rests on", _why(each)),
        ("Over the years", [bullets(f"{one}." for one in each.over_the_years)] if each.over_the_years else []),
        ("How to try it, and when to stop", _pilot(each)),
        ("What could go wrong", _wrong(each)),
        ("What would change this", what_if(each)),
        ("What a published score says", _published(each.published_score)),
        ("What else was looked at", [_others(each, currency)] if each.alternatives else []),
    )
    told = [joined([tag("h4", title), *parts]) for title, parts in sections if any(parts)]
    sources = [cited(one, f"src-{each.id}-{n}") for n, one in enumerate(each.citations)]
    return joined(
        [
            opening(f"more-{each.id}", "Why, how to try it, what would change it", *told),
            opening(f"src-{each.id}", f"Sources ({len(sources)})", *sources) if sources else "",
        ]
    )


def _why(each: Initiative) -> list[Piece]:
    weighty = [one for one in each.drivers[:3] if one.share >= WEIGHTY]
    drivers = [f"{fact_words(one.name)} ({percent(one.share)} of the spread)" for one in weighty]
    use = each.freed_hours_use
    return [
        tag("p", each.reason),
        labelled("Its turn", each.turn) if each.turn else "",
        labelled("The freed hours go to", use) if use else "",
        labelled("Check it in 15 minutes", each.check) if each.check else "",
        labelled("What the range hangs on", "; ".join(drivers)) if drivers else "",
        labelled("Assumed", ", ".join(fact_words(one).lower() for one in each.assumed)) if each.assumed else "",
    ]


def _published(made: IdeaScore | None) -> list[Piece]:
    """The score as what it is, with what is known of it and what it leaves out."""
    if made is None or made.score is None:
        return []
    parts = ((made.suitability, "suitability"), (made.readiness, "readiness"))
    means = ", ".join(f"{name} {number(value)}" for value, name in parts if value is not None)
    return [
        labelled(made.name, f"{made.text} {made.known} of {made.of} answers are known ({means})."),
        tag("p", f"It is shown to compare and decides nothing here: it leaves out {made.ignores}.", class_="quiet"),
    ]


def _pilot(each: Initiative) -> list[Markup]:
    pilot = each.pilot
    if pilot is None:
        return []
    return [
        tag("p", f"{pilot.what} {pilot.small_because}".strip()),
        labelled("For", f"{pilot.weeks} weeks, at most {percent(pilot.volume_share)} of it"),
        labelled("Number", f"{pilot.measure}: {pilot.target}"),
        labelled("Start value", pilot.baseline),
        labelled("Watch as well", pilot.counter_measure),
        labelled("Stop if", pilot.stop_if),
        labelled("Look at it on", day(pilot.review_on)),
    ]


def _wrong(each: Initiative) -> list[Markup]:
    lines = [*each.risks[1:], *each.side_effects, *([each.premortem] if each.premortem else [])]
    kept = bullets(one.text for one in each.safeguards)
    return [bullets(lines), labelled("Built in against it", "") if kept else Markup(""), kept]


def _others(each: Initiative, currency: str) -> Markup:
    rows = [
        (
            joined(
                [tag("b", "Taken: ") if one.taken else "", one.name, tag("br"), tag("span", one.reason, class_="quiet")]
            ),
            "" if one.cost_first_year is None else money(one.cost_first_year, currency),
            "" if one.hours_freed_per_week is None else number(one.hours_freed_per_week),
            "" if one.price_per_freed_hour is None else money(one.price_per_freed_hour, currency),
        )
        for one in each.alternatives
    ]
    head = ("Way", "First year", "Hours freed a week", "Per freed hour")
    return table("Ways that were compared", head, rows, frozenset({1, 2, 3}))
