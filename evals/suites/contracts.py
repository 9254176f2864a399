"""Real contracts that nothing was learnt from: clauses found, and terms read, beside what the sieve alone finds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.domain.proposal import Terms
from assistant.encoder import ClauseReader
from assistant.vendors.segments import split
from evals.casebook import CASES, Case, load
from evals.contracts import CONTRACTS, TYPES, Contract, held_out, load_contracts
from evals.measure import Measure
from evals.score import Mark, Score, passed
from evals.scorers.clauses import Found, area, curve, precision_at, words_of
from evals.suite import Suite, Table, Workplace

RECALL = 0.8
LEFT_OUT = ("non_compete", "no_solicit_of_employees", "no_solicit_of_customers")
"""Types that are learnt beside those that are published."""
Figures = dict[str, tuple[int, float, float, float, float]]
"""By type: marked clauses, area and precision of ours, area and precision of the sieve alone."""


class ContractCase(Case):
    """What a careful reader takes from the marked clauses of a contract; None where they do not state it."""

    contract: str
    term_months: int | None
    auto_renews: bool | None
    notice_days: int | None
    governing_law: str | None


def run(place: Workplace) -> Iterator[Mark]:
    """The figures of each type, and the terms of each contract that states them."""
    for name, (_, ours, precise, sieve, sieve_precise) in figures(place).items():
        yield Mark("aupr", name, None, Score(ours))
        yield Mark("precision_at_80", name, None, Score(precise))
        yield Mark("sieve_aupr", name, None, Score(sieve))
        yield Mark("sieve_precision_at_80", name, None, Score(sieve_precise))
    texts = {each.name: each.text for each in _contracts(place)}
    for case in place.some(load(CASES / "contracts.jsonl", ContractCase)):
        terms = _critique(place, texts[case.contract])
        for name in ("term_months", "auto_renews", "notice_days"):
            wanted, given = getattr(case, name), getattr(terms, name)
            if wanted is not None:
                yield Mark(name, case.id, None, passed(given == wanted, f"{name} is {given}, wanted {wanted}"))
        if case.governing_law:
            law = (terms.governing_law or "").lower()
            same = bool(law) and (law in case.governing_law.lower() or case.governing_law.lower() in law)
            yield Mark("governing_law", case.id, None, passed(same, f"law is {law}, wanted {case.governing_law}"))


def _critique(place: Workplace, text: str) -> Terms:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "contract.txt"
        path.write_text(text, encoding="utf-8")
        return place.plumbline.critique([path]).terms


def by_type(place: Workplace) -> Table:
    """Every type with the figures of the sieve beside it."""
    heads = ("type", "clauses", "aupr", "precision at 80 %", "sieve: aupr", "sieve: precision")
    lines = (
        (name, str(found[0]), *(f"{each:.3f}" for each in found[1:])) for name, found in sorted(figures(place).items())
    )
    return Table(heads=heads, lines=tuple(lines))


@lru_cache(maxsize=1)
def figures(place: Workplace) -> Figures:
    """Ours and the sieve's on every type that the held-out contracts have."""
    ours: dict[str, list[Found]] = {name: [] for name in TYPES.values()}
    sieve: dict[str, list[Found]] = {name: [] for name in TYPES.values()}
    contracts, reader = _contracts(place), ClauseReader()
    with TemporaryDirectory() as folder:
        for each in contracts:
            path = Path(folder) / "contract.txt"
            path.write_text(each.text, encoding="utf-8")
            for clause in place.plumbline.clauses([path]).clauses:
                if clause.type in ours:
                    ours[clause.type].append(Found(each.name, words_of(clause.quote), clause.confidence))
            segments = split(each.text)
            for segment, shares in zip(segments, reader.sieve([one.words for one in segments]), strict=True):
                for name, share in shares.items():
                    if name in sieve and share > 0.001:
                        sieve[name].append(Found(each.name, words_of(segment.text), share))
    return dict(_of_types(contracts, ours, sieve))


def _of_types(
    contracts: tuple[Contract, ...], ours: dict[str, list[Found]], sieve: dict[str, list[Found]]
) -> Iterator[tuple[str, tuple[int, float, float, float, float]]]:
    for name in TYPES.values():
        marked = {
            each.name: [words_of(each.text[one.start : one.end]) for one in each.clauses if one.type == name]
            for each in contracts
        }
        count = sum(len(each) for each in marked.values())
        if name in LEFT_OUT or not count:
            continue
        mine, theirs = curve(ours[name], marked), curve(sieve[name], marked)
        yield name, (count, area(mine), precision_at(mine, RECALL), area(theirs), precision_at(theirs, RECALL))


@lru_cache(maxsize=1)
def _contracts(place: Workplace) -> tuple[Contract, ...]:
    """The held-out contracts."""
    found = load_contracts(place.shared(CONTRACTS))
    held = held_out(found)
    return place.some(tuple(each for each in found if each.name in held))


CONTRACTS_SUITE = Suite(
    name="contracts",
    about="real contracts that nothing was learnt from (public data: cuad, the held-out fifth)",
    run=run,
    needs=CONTRACTS,
    one_by_one=by_type,
    measures=(
        Measure("aupr", "mean over types of the area under precision over recall", bar=0.70),
        Measure("precision_at_80", "mean over types of the precision at 80 % recall", bar=0.50),
        Measure("sieve_aupr", "the same area of the sieve alone", better="neither"),
        Measure("sieve_precision_at_80", "the same precision of the sieve alone", better="neither"),
        Measure("term_months", "contracts whose stated term is exact", bar=0.90),
        Measure("auto_renews", "contracts whose stated renewal is right", bar=0.90),
        Measure("notice_days", "contracts whose stated notice is exact", bar=0.90),
        Measure("governing_law", "contracts whose stated law is right", bar=0.90),
    ),
)
