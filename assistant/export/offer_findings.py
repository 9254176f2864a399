"""What was found in a proposal, by risk and then by money, each with the vendor's words and their page."""

from __future__ import annotations

from assistant.domain.facts import Range
from assistant.domain.findings import Finding, Verdict
from assistant.domain.proposal import CLAIM_WORDS, RISK_WORDS, Claim, Clause, Critique, Risk
from assistant.export.blocks import Block, Bullets, Heading, Paragraph, Table, Tone
from assistant.export.quoting import quoted
from assistant.language.phrases import capital, say_sum

HEADERS = ("What it says", "Their words", "Could cost", "Ask for")
WIDTHS = (0.26, 0.34, 0.14, 0.26)
SIGNS: dict[Verdict, tuple[str, Tone]] = {"broken": ("Not so", "broken"), "unknown": ("Not known", "unknown")}


def findings(made: Critique) -> tuple[Block, ...]:
    """The clauses by risk, the rules that broke beside them, the owner's own words, the vendor's promises."""
    ranked = ranked_clauses(made)
    blocks: list[Block] = []
    for risk, words in RISK_WORDS.items():
        blocks += _of_risk(made, risk, words, [each for each in ranked if each.risk == risk])
    rules = tuple(_rule(made, each) for each in made.findings if each.verdict == "broken" and _alone(made, each))
    if rules:
        blocks += [Heading(text="Also found", level=2), Bullets(items=rules)]
    against = tuple(_rule(made, each) for each in made.cross_checks if each.verdict in ("broken", "unknown"))
    if against:
        blocks += [Heading(text="Against your own words", level=2), Bullets(items=against)]
    if made.claims:
        promised = tuple(_claim(made, each) for each in made.claims)
        blocks += [Heading(text="What they promise", level=2), Bullets(items=promised)]
    return (Heading(text="What was found, the gravest and dearest first"), *blocks) if blocks else ()


def ranked_clauses(made: Critique) -> tuple[Clause, ...]:
    """The clauses in the order of the page."""
    return tuple(made.clauses[place] for place in made.ranking())


def say_cost(price: Range | None, currency: str) -> str:
    """What a clause could cost over the term; "" where no price was put on it."""
    if price is None or price.high is None:
        return ""
    low = price.low or 0.0
    if low == price.high:
        return say_sum(price.high, currency)
    return f"{say_sum(low, currency)} to {say_sum(price.high, currency)}"


def _of_risk(made: Critique, risk: Risk, words: str, clauses: list[Clause]) -> list[Block]:
    """A table of the clauses of one risk; those that are fine cost nothing and ask for nothing."""
    if not clauses:
        return []
    title = Heading(text=f"{capital(words)} ({len(clauses)})", level=2)
    rows = tuple(
        (
            each.plain_words,
            quoted(made, each.quote, each.start),
            say_cost(each.cost_over_term, made.tco.currency),
            each.ask,
        )
        for each in clauses
    )
    if risk == "ok":
        return [title, Table(headers=HEADERS[:2], rows=tuple(each[:2] for each in rows), widths=(0.4, 0.6))]
    return [title, Table(headers=HEADERS, rows=rows, widths=WIDTHS, figures=(2,))]


def _alone(made: Critique, finding: Finding) -> bool:
    """True where no clause in the tables says what the rule found."""
    return not any(each.ask == finding.remedy or each.quote == finding.quote for each in made.clauses)


def _rule(made: Critique, finding: Finding) -> Paragraph:
    ask = f"Ask: {finding.remedy}" if finding.remedy and not finding.remedy.startswith("Ask") else finding.remedy
    parts = (finding.why, quoted(made, finding.quote), ask)
    sign, tone = SIGNS[finding.verdict]
    return Paragraph(text=" ".join(part for part in parts if part), lead=f"{sign}: {finding.title}.", tone=tone)


def _claim(made: Critique, claim: Claim) -> Paragraph:
    parts = (
        "" if claim.claimed == claim.quote else f"{capital(claim.claimed)}.",
        quoted(made, claim.quote, claim.start),
        f"With your numbers: {claim.recomputed}." if claim.recomputed else "",
        f"The gap is: {claim.gap_explained_by}." if claim.gap_explained_by else "",
        f"{capital(claim.verdict.removesuffix('.'))}." if claim.verdict else "",
    )
    return Paragraph(text=" ".join(part for part in parts if part), lead=f"{CLAIM_WORDS[claim.kind]}:")
