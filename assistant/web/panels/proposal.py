"""A vendor's proposal as it was judged: verdict, dates, sums, clauses, what is missing, what to ask for, the letter."""

from __future__ import annotations

from markupsafe import Markup

from assistant.domain.findings import Finding
from assistant.domain.proposal import (
    CLAIM_WORDS,
    Claim,
    Contradiction,
    Critique,
    MissingClause,
    Negotiation,
    Risk,
    Trust,
)
from assistant.domain.talk import SessionState
from assistant.web.panels.clauses import clauses, paper
from assistant.web.panels.figures import money, number, plural
from assistant.web.panels.finding import finding
from assistant.web.panels.labels import GRADE_TONE, RISKS, plain
from assistant.web.panels.markup import (
    Piece,
    bullets,
    downloads,
    empty,
    joined,
    labelled,
    opening,
    pill,
    quoted,
    tag,
)
from assistant.web.panels.prices import prices, term, totals
from assistant.web.panels.side_by_side import side_by_side
from assistant.web.panels.signing import signing

EXPORTS = (
    (".docx", "Word"),
    (".pdf", "PDF"),
    (".xlsx", "Spreadsheet"),
    (".html", "Web page"),
    (".md", "Markdown"),
    (".ics", "Calendar"),
)


def proposal(state: SessionState) -> Markup:
    """The newest critique laid open, earlier ones folded below it; before there is one, how to get it."""
    if not state.critiques:
        add = tag("button", "Choose a file", type="button", class_="btn primary", data_add_file=True)
        return joined(
            [
                empty(
                    "Proposal",
                    "Add a vendor's PDF, Word file or e-mail, or paste its text into the conversation. I read what it "
                    "says, what each clause could cost, and what it leaves out.",
                ),
                tag("p", add),
            ]
        )
    newest, *older = reversed(state.critiques)
    folded = [opening(f"critique-{n}", each.file, *_critique(each, n)) for n, each in enumerate(older, start=1)]
    beside = side_by_side(tuple(reversed(state.critiques)))
    return joined([beside, *_critique(newest, 0), tag("h3", "Read before") if folded else "", *folded])


def _critique(made: Critique, n: int) -> list[Piece]:
    return [
        _verdict(made, n),
        _exports(made),
        _trust(made.trust),
        bullets(made.notices),
        term(made.terms, made.term_quotes, signing(made, n)),
        prices(made.terms),
        totals(made.tco, made.tco_longer),
        _against(made.cross_checks),
        clauses(made, n),
        _missing(made.missing),
        _contradictions(made.contradictions),
        _claims(made.claims),
        _asks(made.negotiation, made.tco.currency),
        _letter(made.letter, n),
        _rules(made.findings, n),
        paper(made, n),
    ]


def _verdict(made: Critique, n: int) -> Markup:
    head = tag("h2", made.verdict.capitalize(), " ", pill(GRADE_TONE[made.grade], f"grade {made.grade}"))
    pages = f"{plural(made.pages, 'page')}, {number(made.words)} words" if made.pages else f"{number(made.words)} words"
    parts = [head, tag("p", made.verdict_reason), tag("p", f"{made.file}, {pages}", class_="quiet")]
    if made.grade_arithmetic:
        parts.append(opening(f"grade-{n}", "How the grade is made", tag("p", made.grade_arithmetic)))
    return joined(parts)


def _exports(made: Critique) -> Markup:
    """Ways to take the critique along; a calendar only where there is a day to put into it."""
    dated = made.terms.last_notice_safe or made.terms.last_notice_date
    formats = [each for each in EXPORTS if dated or each[0] != ".ics"]
    return downloads(formats, "data_proposal_export", made.file)


def _trust(found: tuple[Trust, ...]) -> Markup:
    """Words that were not meant for the owner; they are shown, and moved nothing."""
    if not found:
        return Markup("")
    rows = [tag("li", tag("b", each.kind.capitalize()), ": ", quoted(each.quote)) for each in found]
    lead = tag("p", "These words were put there for a machine, not for you. They moved nothing here.")
    return tag("section", tag("h3", "Not meant for you"), lead, tag("ul", *rows), class_="warning")


def _against(found: tuple[Finding, ...]) -> Markup:
    """Where the paper meets what the owner told."""
    told = [each for each in found if each.verdict in ("broken", "unknown")]
    if not told:
        return Markup("")
    rows = [finding(each, "against your own words", waivable=False) for each in told]
    return joined([tag("h3", "Against your own words"), *rows])


def _missing(found: tuple[MissingClause, ...]) -> Markup:
    if not found:
        return Markup("")
    rows = [
        tag(
            "li",
            _risk(each.risk),
            " ",
            tag("b", plain(each.type)),
            tag("br"),
            tag("span", each.why_it_matters, class_="quiet"),
            joined([" ", tag("b", "Ask: "), each.ask]) if each.ask else "",
        )
        for each in found
    ]
    return joined([tag("h3", "Not in the paper"), tag("ul", *rows, class_="rows")])


def _risk(risk: Risk) -> Markup:
    sign, words, tone = RISKS[risk]
    return tag("span", tag("span", sign, aria_hidden="true"), f" {words}", class_=f"pill {tone}")


def _contradictions(found: tuple[Contradiction, ...]) -> Markup:
    if not found:
        return Markup("")
    rows = [
        tag(
            "li",
            tag("b", each.what),
            bullets(quoted(one) for one in each.quotes),
            tag("p", f"{f'What counts: {each.prevails}. ' if each.prevails else ''}{each.why}", class_="quiet"),
        )
        for each in found
    ]
    return joined([tag("h3", "Said twice, differently"), tag("ul", *rows, class_="rows")])


def _claims(found: tuple[Claim, ...]) -> Markup:
    """What the vendor promises beside what the owner's own numbers give."""
    if not found:
        return Markup("")
    rows = [
        tag(
            "li",
            tag("b", f"{CLAIM_WORDS[each.kind]}: {each.claimed}"),
            tag("p", quoted(each.quote)),
            labelled("With your numbers", each.recomputed) if each.recomputed else "",
            labelled("The gap is", each.gap_explained_by) if each.gap_explained_by else "",
            tag("p", each.verdict) if each.verdict else "",
        )
        for each in found
    ]
    return joined([tag("h3", "What they promise"), tag("ul", *rows, class_="rows")])


def _asks(found: tuple[Negotiation, ...], currency: str) -> Markup:
    if not found:
        return Markup("")
    rows = [
        tag(
            "li",
            tag("b", each.ask),
            f" (worth {money(each.worth, currency)})" if each.worth else "",
            tag("br"),
            tag("span", each.why, class_="quiet"),
        )
        for each in found
    ]
    return joined([tag("h3", "What to ask for"), tag("ol", *rows, class_="rows")])


def _letter(words: str, n: int) -> Markup:
    if not words:
        return Markup("")
    copy = tag("button", "Copy the letter", type="button", class_="btn primary", data_copy=f"letter-{n}")
    text = tag("div", words, class_="letter", id=f"letter-{n}")
    return opening(f"letter-fold-{n}", "Letter to the vendor", text, tag("p", copy), class_="fold strong")


def _rules(found: tuple[Finding, ...], n: int) -> Markup:
    if not found:
        return Markup("")
    broken = sum(1 for each in found if each.verdict == "broken")
    ranked = sorted(found, key=lambda each: ("broken", "unknown", "held", "not applicable").index(each.verdict))
    rows = [finding(each, "this proposal", waivable=False) for each in ranked]
    return opening(f"rules-{n}", f"{plural(len(found), 'rule')} for proposals, {broken} broken", *rows)
