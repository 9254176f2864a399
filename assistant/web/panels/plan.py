"""The plan as one page, with its charts, and the ways to take it along."""

from __future__ import annotations

from markupsafe import Markup

from assistant.domain.charts import Chart
from assistant.domain.plan import Plan, Source, Step
from assistant.domain.talk import SessionState
from assistant.language.phrases import capital
from assistant.web.panels.charts import pictured
from assistant.web.panels.check_in import check_in
from assistant.web.panels.figures import day, number
from assistant.web.panels.labels import BASIS
from assistant.web.panels.markup import Piece, bullets, downloads, empty, joined, labelled, opening, tag
from assistant.web.panels.taking import taking
from assistant.web.panels.transcript import cited

EXPORTS = (
    (".docx", "Word"), (".pdf", "PDF"), (".xlsx", "Spreadsheet"), (".ics", "Calendar"), (".csv", "Task list"),
    (".html", "Web page"), (".md", "Markdown"), (".json", "Data"),
)  # fmt: skip


def plan(state: SessionState, charts: tuple[Chart, ...] = ()) -> Markup:
    """The one page with its charts; before there is a plan, what will appear."""
    made = state.plan
    if made is None:
        return empty(
            "Plan",
            "One page to take with you: what to do this week, this month and this quarter, how to tell that it works, "
            "and when to stop. It is made with the advice, and you can take it along as a file.",
        )
    parts: list[Piece] = [
        tag("h2", "The one page"),
        tag("p", f"{made.title}, {day(made.made_on)}", class_="quiet"),
        downloads(EXPORTS, "data_export"),
        taking(),
        labelled("Goal", "; ".join(each.removesuffix(".") for each in made.goals)) if made.goals else "",
        _lines("This week", made.this_week),
        _lines("This month", made.this_month),
        _lines("This quarter", made.this_quarter),
        check_in(state),
        pictured(charts, "roadmap"),
        _steps(made.steps),
        _lines("Who leads, and how it is looked at", made.governance),
        _lines("The try", made.pilot_lines),
        _lines("How to tell that it works", made.measures),
        _lines("Money and hours", made.money),
        pictured(charts, "hours", "cash", "tornado"),
        _lines("Left alone", made.left_alone),
        _lines("Tell these people", made.tell),
        _assumed(made),
        _lines("Still open", made.open_questions),
        pictured(charts, "alignment"),
        _lines("Rules that stand broken", made.broken_rules),
        _lines("Ask the vendor", made.vendor_questions),
        _lines("Ways out", made.ways_out),
        labelled("How sure", made.confidence) if made.confidence else "",
        _sources(made.sources),
    ]
    return joined(parts)


def _lines(title: str, lines: tuple[str, ...]) -> Markup:
    if not lines:
        return Markup("")
    said = tag("p", lines[0]) if len(lines) == 1 else bullets(lines)
    return joined([tag("h3", title), said])


def _steps(steps: tuple[Step, ...]) -> Markup:
    if not steps:
        return Markup("")
    return opening("plan-steps", "Each step: who, when, how long, done when", _table(steps))


def _table(steps: tuple[Step, ...]) -> Markup:
    heads = [tag("th", each, scope="col") for each in ("Step", "Who", "Weeks", "Hours", "Done when")]
    rows = [_step(each) for each in steps]
    made = tag("table", tag("caption", "Steps in order"), tag("thead", tag("tr", *heads)), tag("tbody", *rows))
    return tag("div", made, class_="wide", tabindex="0", role="region", aria_label="Steps in order")


def _step(each: Step) -> Markup:
    first, until = each.weeks
    more = " · ".join(part for part in (each.cost, each.rests_on) if part)
    what = joined([f"{each.n}. {each.what}", joined([tag("br"), tag("span", more, class_="quiet")]) if more else ""])
    weeks = str(first) if first == until else f"{first}-{until}"
    cells = (what, each.owner, weeks, number(each.hours), each.done_when)
    return tag("tr", *(tag("td", cell) for cell in cells))


def _assumed(made: Plan) -> Markup:
    if not made.assumptions:
        return Markup("")
    lines = [f"{capital(each.what)}: {each.value} ({BASIS[each.basis]}). {each.check}" for each in made.assumptions]
    return joined([tag("h3", "Assumed, and how to check in 15 minutes"), bullets(lines)])


def _sources(sources: tuple[Source, ...]) -> Markup:
    if not sources:
        return Markup("")
    made = [joined([cited(each.citation, f"plan-{each.n}", each.n), _ground(each)]) for each in sources]
    return opening("plan-sources", f"Sources ({len(sources)})", *made)


def _ground(source: Source) -> Markup:
    rests_on = f": rests on {source.rests_on}" if source.rests_on else ""
    return tag("p", f"{source.title}{rests_on}.", class_="quiet")
