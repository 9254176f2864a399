"""A vendor's proposal read, priced and judged. Offsets are characters in the extracted text."""

from __future__ import annotations

from datetime import date
from typing import Literal

from assistant.domain.escalation import Escalation
from assistant.domain.facts import Noun, Range
from assistant.domain.findings import Finding

Risk = Literal["ok", "watch", "flag", "blocker"]
Grade = Literal["A", "B", "C", "D", "E"]
ProposalVerdict = Literal["nothing here stops you", "negotiate", "walk away", "cannot tell"]
RISK_WORDS: dict[Risk, str] = {"blocker": "stops you", "flag": "raise it", "watch": "watch", "ok": "fine"}
"""What an owner reads for a risk, the gravest first."""
ClaimKind = Literal["roi_claim", "ai_claim", "saving_claim", "headcount_claim"]
CLAIM_WORDS: dict[ClaimKind, str] = {
    "roi_claim": "Return",
    "ai_claim": "AI",
    "saving_claim": "Saving",
    "headcount_claim": "Staff",
}
Per = Literal["month", "quarter", "year", "once", "item", "hour", "week", "day"]


class PageText(Noun):
    """One page (or part) of a file; `start` is its offset in the whole text."""

    number: int
    start: int
    text: str


class FileText(Noun):
    """A file as text. `unseen` lists passages that a person would not see (hidden, white, tiny, metadata, comments).

    `unseen_places` says for each of them where it was ("white text, page 2"); it is as long as `unseen` or empty.
    `headings` are the lines of the text that are headings, in order, with single spaces.
    """

    name: str
    text: str
    pages: tuple[PageText, ...] = ()
    unseen: tuple[str, ...] = ()
    unseen_places: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()


class PageStart(Noun):
    """Where a page begins in the whole text of a proposal: its file, its number there, its offset in characters."""

    file: str
    number: int
    start: int


class Span(Noun):
    """A verbatim piece of the proposal."""

    quote: str
    start: int
    end: int


class Clause(Noun):
    """A clause that was found, in plain words, with its risk, price and what to ask for."""

    type: str
    quote: str
    start: int
    end: int
    confidence: float
    plain_words: str
    risk: Risk
    cost_over_term: Range | None = None
    ask: str = ""


class FoundClauses(Noun):
    """Everything in a file that may be a clause."""

    file: str
    clauses: tuple[Clause, ...]


class MissingClause(Noun):
    """A clause that is not there and matters."""

    type: str
    why_it_matters: str
    ask: str
    risk: Risk = "watch"


class PriceLine(Noun):
    """One price: `amount` per `per` for each of `quantity`; `low` and `high` where a range is stated.

    It holds from `from_month` to `to_month` of the contract (None: to its end). A `minimum` tops up the other lines, a
    quantity of 0 is a rate that only counts when it is used. The rises of the paper do not move a `steady` price. Of a
    price "from" an amount that is `at_least` what it will be, no total can be stated.
    """

    text: str
    amount: float
    currency: str
    per: Per
    quantity: float = 1
    quantity_unit: str = ""
    low: float | None = None
    high: float | None = None
    optional: bool = False
    from_month: int = 1
    to_month: int | None = None
    minimum: bool = False
    steady: bool = False
    at_least: bool = False
    start: int = 0
    end: int = 0


class Terms(Noun):
    """The values a proposal states; None where it does not."""

    price_lines: tuple[PriceLine, ...] = ()
    currency: str | None = None
    signed: date | None = None
    start_date: date | None = None
    end_date: date | None = None
    term_months: int | None = None
    renewal_months: int | None = None
    auto_renews: bool | None = None
    notice_days: int | None = None
    notice_method: str | None = None
    last_notice_date: date | None = None
    last_notice_clear_days: date | None = None
    last_notice_safe: date | None = None
    notice_ambiguity: str | None = None
    escalator: float | None = None
    minimum_commitment: str | None = None
    liability_cap: str | None = None
    liability_cap_months: float | None = None
    uptime_percent: float | None = None
    payment_days: int | None = None
    export_days: int | None = None
    governing_law: str | None = None
    tax_included: bool | None = None


class CostLine(Noun):
    """One line of the total; `basis` says whether it is stated or assumed, `by_year` what of `mid` each year costs."""

    text: str
    low: float
    mid: float
    high: float
    quote: str | None = None
    basis: Literal["stated", "assumed"] = "stated"
    by_year: tuple[float, ...] = ()


class TotalCost(Noun):
    """The total over `years` in one currency, with the rises that were counted."""

    years: int
    low: float | None
    mid: float | None
    high: float | None
    currency: str
    lines: tuple[CostLine, ...] = ()
    escalation: Escalation = Escalation()


class Contradiction(Noun):
    """The same thing stated twice, differently."""

    what: str
    quotes: tuple[str, ...]
    prevails: str | None
    why: str


class Claim(Noun):
    """Something the vendor promises, compared with the owner's own numbers where they are known."""

    quote: str
    kind: ClaimKind
    claimed: str
    recomputed: str | None = None
    gap_explained_by: str | None = None
    verdict: str = ""
    start: int = 0
    end: int = 0


class Trust(Noun):
    """Text that was not meant for the owner; it never moves the verdict. `place` says where it was hidden."""

    kind: str
    quote: str
    start: int
    end: int
    place: str = ""


class Negotiation(Noun):
    """One thing to ask for; `finding` names the rule or clause type that it rests on."""

    ask: str
    why: str
    worth: float | None
    finding: str


class Critique(Noun):
    """Everything said about one proposal (or one bundle of files); `tco_longer` is the total over five years."""

    file: str
    files: tuple[str, ...] = ()
    pages: int
    words: int
    seconds: float
    grade: Grade
    grade_arithmetic: str = ""
    verdict: ProposalVerdict
    verdict_reason: str = ""
    clauses: tuple[Clause, ...] = ()
    missing: tuple[MissingClause, ...] = ()
    terms: Terms = Terms()
    term_quotes: dict[str, Span] = {}
    contradictions: tuple[Contradiction, ...] = ()
    tco: TotalCost
    tco_longer: TotalCost | None = None
    claims: tuple[Claim, ...] = ()
    cross_checks: tuple[Finding, ...] = ()
    trust: tuple[Trust, ...] = ()
    findings: tuple[Finding, ...] = ()
    negotiation: tuple[Negotiation, ...] = ()
    letter: str = ""
    text: str = ""
    page_starts: tuple[PageStart, ...] = ()
    notices: tuple[str, ...] = ()

    def ranking(self) -> tuple[int, ...]:
        """The places of the clauses: those that stop first, and of one risk the dearest first."""
        ranks = tuple(RISK_WORDS)
        dear = [(each.cost_over_term.high or 0.0) if each.cost_over_term else 0.0 for each in self.clauses]
        return tuple(sorted(range(len(dear)), key=lambda n: (ranks.index(self.clauses[n].risk), -dear[n])))
