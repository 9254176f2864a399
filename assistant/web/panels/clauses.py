"""The clauses of a proposal by what they could cost, and the paper itself with the clauses marked."""

from __future__ import annotations

from markupsafe import Markup

from assistant.domain.proposal import Clause, Critique
from assistant.web.panels.figures import money_range
from assistant.web.panels.labels import KINDS, RISKS, plain
from assistant.web.panels.markup import joined, labelled, opening, quoted, tag

MOST_TEXT = 200_000
"""Characters of a paper that are shown; a longer one is cut, and says so."""


def clauses(made: Critique, n: int) -> Markup:
    """Clauses to talk about, those that stop first and then the dearest; fine ones are folded."""
    if not made.clauses:
        return Markup("")
    numbered = [(place, made.clauses[place]) for place in made.ranking()]
    talk = [_clause(each, place, made, n) for place, each in numbered if each.risk != "ok"]
    fine = [_clause(each, place, made, n) for place, each in numbered if each.risk == "ok"]
    folded = opening(f"fine-{n}", f"{len(fine)} more that look fine", *fine, kind="ok") if fine else ""
    title = "What each clause could cost, dearest first"
    return joined([tag("h3", title), _filter(made), *talk, folded])


def _filter(made: Critique) -> Markup:
    """Buttons that leave one kind of clause on the page, in the list and in the paper; each with its number."""
    kinds = [KINDS[each.risk] for each in made.clauses]
    names = (("all", "All"), ("raise", "Stops you or raise it"), ("watch", "Watch"), ("ok", "Fine"))
    buttons = [
        tag(
            "button",
            f"{words} ({len(kinds) if kind == 'all' else kinds.count(kind)})",
            type="button",
            class_="chip",
            data_pick=kind,
            aria_pressed="true" if kind == "all" else "false",
        )
        for kind, words in names
    ]
    return tag("div", *buttons, class_="chips", role="group", aria_label="Show only")


def _clause(clause: Clause, place: int, made: Critique, n: int) -> Markup:
    sign, risk, tone = RISKS[clause.risk]
    cost = money_range(clause.cost_over_term, made.tco.currency) if clause.cost_over_term else "not priced"
    mark = tag("span", tag("span", sign, aria_hidden="true"), f" {risk}", class_=f"pill {tone}")
    words = [tag("span", clause.plain_words), tag("small", plain(clause.type))]
    summary = joined(
        [tag("span", mark, class_="mark"), tag("span", *words, class_="rule"), tag("span", cost, class_="cost")]
    )
    show = tag("button", "Show it in the paper", type="button", class_="btn", data_show=f"clause-{n}-{place}")
    return opening(
        f"clause-fold-{n}-{place}",
        summary,
        tag("p", quoted(clause.quote)),
        labelled("Ask", clause.ask) if clause.ask else "",
        tag("p", show) if made.text else "",
        class_="finding",
        kind=KINDS[clause.risk],
    )


def paper(made: Critique, n: int) -> Markup:
    """The whole text with each clause marked in the colour of its risk, of several at one place in the gravest."""
    if not made.text:
        return Markup("")
    text, at, parts = made.text[:MOST_TEXT], 0, []
    for place in sorted(made.ranking(), key=lambda each: made.clauses[each].start):
        clause = made.clauses[place]
        start, end = max(clause.start, at), min(clause.end, len(text))
        if start >= end:
            parts.append(tag("span", id=f"clause-{n}-{place}", tabindex="-1"))
            continue
        parts.append(Markup("{}").format(text[at:start]))
        tone, kinds = RISKS[clause.risk][2], _kinds(made, start, end)
        mark = tag("mark", text[start:end], id=f"clause-{n}-{place}", class_=tone, data_kind=kinds, tabindex="-1")
        parts.append(mark)
        at = end
    parts.append(Markup("{}").format(text[at:]))
    cut = tag("p", "The rest is not shown here.", class_="quiet") if len(made.text) > MOST_TEXT else ""
    return opening(f"paper-{n}", "The paper, with the clauses marked", tag("div", *parts, class_="paper"), cut)


def _kinds(made: Critique, start: int, end: int) -> str:
    """The kinds of all clauses that stand at one place of the text."""
    here = (KINDS[each.risk] for each in made.clauses if each.start < end and each.end > start)
    return " ".join(dict.fromkeys(here))
