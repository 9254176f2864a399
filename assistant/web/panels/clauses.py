"""The clauses of a proposal by what they could cost, and the paper itself with the clauses marked."""

from __future__ import annotations

from markupsafe import Markup

from assistant.domain.proposal import Clause, Critique
from assistant.web.panels.figures import money_range
from assistant.web.panels.labels import RISKS, plain
from assistant.web.panels.markup import joined, labelled, opening, quoted, tag

RANK = {"blocker": 0, "flag": 1, "watch": 2, "ok": 3}
MOST_TEXT = 200_000
"""Characters of a paper that are shown; a longer one is cut, and says so."""


def clauses(made: Critique, n: int) -> Markup:
    """Clauses to talk about, those that stop first and then the dearest; fine ones are folded."""
    if not made.clauses:
        return Markup("")
    numbered = list(enumerate(made.clauses))
    numbered.sort(key=lambda each: (RANK[each[1].risk], -_worst(each[1])))
    talk = [_clause(each, place, made, n) for place, each in numbered if each.risk != "ok"]
    fine = [_clause(each, place, made, n) for place, each in numbered if each.risk == "ok"]
    folded = opening(f"fine-{n}", f"{len(fine)} more that look fine", *fine) if fine else ""
    title = "What each clause could cost, dearest first"
    return joined([tag("h3", title), *talk, folded])


def _worst(clause: Clause) -> float:
    return (clause.cost_over_term.high or 0.0) if clause.cost_over_term else 0.0


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
    )


def paper(made: Critique, n: int) -> Markup:
    """The whole text with each clause marked in the colour of its risk."""
    if not made.text:
        return Markup("")
    text, at, parts = made.text[:MOST_TEXT], 0, []
    for place, clause in sorted(enumerate(made.clauses), key=lambda each: each[1].start):
        start, end = max(clause.start, at), min(clause.end, len(text))
        if start >= end:
            continue
        parts.append(Markup("{}").format(text[at:start]))
        tone = RISKS[clause.risk][2]
        parts.append(tag("mark", text[start:end], id=f"clause-{n}-{place}", class_=tone, tabindex="-1"))
        at = end
    parts.append(Markup("{}").format(text[at:]))
    cut = tag("p", "The rest is not shown here.", class_="quiet") if len(made.text) > MOST_TEXT else ""
    return opening(f"paper-{n}", "The paper, with the clauses marked", tag("div", *parts, class_="paper"), cut)
