"""From the files of one proposal to its critique; the only place that knows the order of the steps."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import date

from assistant.catalogue import Catalogue
from assistant.domain.facts import Fact, Range
from assistant.domain.findings import Finding
from assistant.domain.profile import Profile
from assistant.domain.proposal import Clause, Critique, FileText, PageStart, PageText, Span, Terms, TotalCost
from assistant.vendors.bundle import Bundle, bundled, paper_of
from assistant.vendors.checks import Check, checks
from assistant.vendors.claims import promise_facts, read_claims
from assistant.vendors.contradictions import contradictions, price_contradiction, unlike_figures
from assistant.vendors.cost import LONG_YEARS, first_year, once_total, total_cost
from assistant.vendors.crosscheck import cross_checks, named_processes
from assistant.vendors.currency import local_dollars
from assistant.vendors.found import found_clauses
from assistant.vendors.grade import Share, grade, verdict
from assistant.vendors.made_facts import Grounds
from assistant.vendors.missing import blanks, missing_clauses, silence
from assistant.vendors.negotiation import letter, negotiation
from assistant.vendors.paper import FLOOR, Paper
from assistant.vendors.precedence import Precedence, precedence
from assistant.vendors.prices import Doubled, price_list
from assistant.vendors.recompute import own_numbers
from assistant.vendors.sheet import Sheet, read_sheet
from assistant.vendors.standing import standing
from assistant.vendors.terms import escalation, read_terms, term_quotes
from assistant.vendors.vocabulary import ClauseVocabulary
from assistant.vendors.worth import Bill, summed, worth

_WORD = re.compile(r"\w+")


def critique(
    files: tuple[FileText, ...],
    catalogue: Catalogue,
    today: date,
    profile: Profile | None = None,
    signed: date | None = None,
    clauses: ClauseVocabulary | None = None,
) -> Critique:
    """The critique of one proposal; several files are read as one bundle, offsets are those of their joined text.

    Money is in the proposal's own currency. Passages meant for a machine are reported and read by nothing else.
    """
    if clauses is None:
        raise TypeError("critique() needs the clause vocabulary: pass clauses=load_clauses(knowledge)")
    began = time.perf_counter()
    bundle = bundled(files, clauses)
    paper = paper_of(bundle, today, clauses)
    parts = tuple((file.name, start) for file, start in zip(files, bundle.starts, strict=True))
    counts = precedence(paper.segments, parts)
    sheet = read_sheet(paper, counts)
    prices = price_list(paper, clauses.prices, sheet, counts)
    lines = local_dollars(prices.lines, paper.text, catalogue)
    terms = read_terms(sheet, lines, signed, today)
    total = total_cost(terms.price_lines, escalation(sheet, terms), terms.currency or "")
    return _Made(files, bundle, paper, sheet, counts, terms, total, prices.doubled, catalogue, profile).critique(began)


def clause_candidates(files: tuple[FileText, ...], vocabulary: ClauseVocabulary, today: date) -> tuple[Clause, ...]:
    """Every sentence with every type it may be, above confidence 0.01, in order of the text, and nothing else."""
    bundle = bundled(files, vocabulary)
    paper = paper_of(bundle, today, vocabulary)
    return tuple(
        Clause(
            type=each.type,
            quote=bundle.text[each.segment.start : each.segment.end],
            start=each.segment.start,
            end=each.segment.end,
            confidence=round(each.confidence, 4),
            plain_words="",
            risk="ok",
        )
        for each in paper.candidates
        if each.confidence > FLOOR
    )


@dataclass(frozen=True)
class _Made:
    """Everything that the last step puts together."""

    files: tuple[FileText, ...]
    bundle: Bundle
    paper: Paper
    sheet: Sheet
    counts: Precedence | None
    terms: Terms
    total: TotalCost
    doubled: tuple[Doubled, ...]
    catalogue: Catalogue
    profile: Profile | None

    def critique(self, began: float) -> Critique:
        paper, sheet, terms = self.paper, self.sheet, self.terms
        vocabulary = paper.vocabulary
        named = tuple(each.id for each in named_processes(self.profile, paper, self.catalogue)) if self.profile else ()
        costs = {"cost_first_year": self._first_year(), "cost_per_year": first_year(terms.price_lines) or None}
        own = own_numbers(self.profile, named).model_copy(update={**costs, "currency": terms.currency or ""})
        claims = read_claims(paper, own)
        against = contradictions(sheet, paper.vocabulary.thresholds, self.counts)
        against += unlike_figures(paper)
        against += tuple(price_contradiction(*each, self.counts) for each in self.doubled)
        facts = standing(Grounds(paper, sheet, terms, self.profile, paper.today)) | promise_facts(claims)
        facts |= self._counted(len(against))
        made = checks(facts, vocabulary.thresholds, self.files[0].name)
        prices = self._prices(made, facts)
        absent = silence(paper, terms)
        missing = missing_clauses(paper, sheet, terms, facts)
        limit = vocabulary.thresholds.prices["price_share_to_negotiate"]
        share = Share(summed(prices) / self.total.mid if self.total.mid else 0.0, limit)
        judged = verdict(made, missing, absent, {name: each.mid or 0.0 for name, each in prices.items()}, share)
        graded = grade(made, missing)
        asks = negotiation(made, prices, missing, against)
        return Critique(
            file=self.files[0].name,
            files=tuple(each.name for each in self.files),
            pages=sum(max(1, len(each.pages)) for each in self.files),
            words=len(_WORD.findall(self.bundle.text)),
            seconds=round(time.perf_counter() - began, 3),
            grade=graded.grade,
            grade_arithmetic=graded.arithmetic,
            verdict=judged.verdict,
            verdict_reason=judged.reason,
            clauses=tuple(self._verbatim(each) for each in found_clauses(paper, sheet, terms, made, prices)),
            missing=missing,
            terms=terms,
            term_quotes=self._quotes(),
            contradictions=against,
            tco=self.total,
            tco_longer=total_cost(terms.price_lines, self.total.escalation, self.total.currency, LONG_YEARS),
            claims=tuple(each for each, _ in claims),
            cross_checks=cross_checks(self.profile, paper, sheet, self.catalogue, self._first_year()),
            trust=self.bundle.notes,
            findings=tuple(self._finding(each) for each in made if each.finding.verdict in ("held", "broken")),
            negotiation=asks,
            letter=letter(asks, tuple(each for each, _ in claims), self.files[0].name),
            text=self.bundle.text,
            page_starts=self._page_starts(),
            notices=self._notices(),
        )

    def _verbatim(self, clause: Clause) -> Clause:
        """The clause with its quote as the file has it, also where something in it was not read."""
        return clause.model_copy(update={"quote": self.bundle.text[clause.start : clause.end]})

    def _finding(self, check: Check) -> Finding:
        quote = check.finding.quote
        segment = (
            next((each for each in self.paper.segments if quote in (each.text, each.words)), None) if quote else None
        )
        if segment is None:
            return check.finding
        return check.finding.model_copy(update={"quote": self.bundle.text[segment.start : segment.end]})

    def _first_year(self) -> float | None:
        lines = tuple(each for each in self.terms.price_lines if each.currency == self.terms.currency)
        return (first_year(lines) + once_total(lines)) or None

    def _counted(self, two_values: int) -> dict[str, Fact | None]:
        """Counts that rules look at; None where there is nothing to look at."""
        hidden = self.bundle.notes
        return {
            "two_values": Fact(value=float(two_values), basis="computed") if self.sheet.stated else None,
            "hidden_passages": Fact(
                value=float(len(hidden)), quote=hidden[0].quote if hidden else None, basis="computed"
            ),
        }

    def _prices(self, made: tuple[Check, ...], facts: dict[str, Fact | None]) -> dict[str, Range]:
        bill = Bill(self.terms, escalation(self.sheet, self.terms), facts, self.paper.vocabulary.thresholds.prices)
        found = {each.rule_id: worth(each.rule_id, bill) for each in made if each.counts}
        return {rule_id: price for rule_id, price in found.items() if price is not None}

    def _quotes(self) -> dict[str, Span]:
        quotes = term_quotes(self.sheet, self.terms)
        text = self.bundle.text
        return {
            name: Span(quote=text[each.start : each.end], start=each.start, end=each.end)
            for name, each in quotes.items()
        }

    def _page_starts(self) -> tuple[PageStart, ...]:
        return tuple(
            PageStart(file=file.name, number=page.number, start=start + page.start)
            for file, start in zip(self.files, self.bundle.starts, strict=True)
            for page in file.pages or (PageText(number=1, start=0, text=""),)
        )

    def _notices(self) -> tuple[str, ...]:
        notices = [notice for file in self.files for notice in file.notices]
        foreign = [each for each in self.terms.price_lines if each.currency and each.currency != self.terms.currency]
        notices += [
            f"{each.currency} {each.amount:,.2f} is in another currency and is not in the total." for each in foreign
        ]
        counted = blanks(self.paper)
        if counted:
            notices.append(
                f"{len(counted)} field{'s are' if len(counted) > 1 else ' is'} not filled in, the first: {counted[0]}"
            )
        if self.total.mid is not None and any(each.quantity == 0 for each in self.terms.price_lines):
            notices.append("Prices by use are not in the total: the paper does not say how much you would use.")
        return tuple(notices)
