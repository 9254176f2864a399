"""How to get out of everything that the plan starts, and the dates by which notice is given."""

from __future__ import annotations

from datetime import date

from assistant.domain.plan import Line
from assistant.domain.proposal import Critique, Terms
from assistant.language.phrases import say_day, say_money
from assistant.planning.grounds import line
from assistant.planning.timeline import Timeline
from assistant.planning.wording import bare, unique
from assistant.planning.work import Work


def ways_out(made: Timeline, critiques: tuple[Critique, ...], today: date) -> tuple[Line, ...]:
    """Notice dates of the offers looked at, then the way out of each started step."""
    return (*(_offer(each, today) for each in critiques), *(_step(each) for each in made.started))


def _step(work: Work) -> Line:
    means = work.means
    terms = []
    if means.term_months > 1:
        terms.append(f"terms are usually {means.term_months} months")
    if means.cancel_days:
        terms.append(f"notice is usually {means.cancel_days} days")
    usual = f"{' and '.join(terms)} (assumed; your contract decides)" if terms else ""
    return line(work.rests("terms of the way taken"), f"{work.name}: {bare(means.ways_out)}", usual)


def _offer(critique: Critique, today: date) -> Line:
    terms = critique.terms
    ground = f"finding: {critique.file}, notice"
    last, safe = terms.last_notice_date, terms.last_notice_safe or terms.last_notice_clear_days
    if last is None:
        return line(ground, f"{critique.file}: no notice date can be worked out", _unsaid(terms))
    how = f" by {bare(terms.notice_method)}" if terms.notice_method else ""
    if last < today:
        return line(
            ground,
            f"{critique.file}: the last day for notice was {say_day(last)}",
            "Ask in writing to leave all the same",
        )
    return line(
        ground,
        f"{critique.file}: send notice{how} by {say_day(safe or last)}; the last day is {say_day(last)}",
        terms.notice_ambiguity or "",
    )


def _unsaid(terms: Terms) -> str:
    lacking = [
        words
        for words, value in (
            ("when it starts", terms.signed or terms.start_date),
            ("how long it runs", terms.term_months or terms.end_date),
            ("how long before its end notice must be given", terms.notice_days),
        )
        if value is None
    ]
    return f"Ask {' and '.join(lacking)} before you sign" if lacking else "Ask for the date in writing before you sign"


def vendor_questions(critiques: tuple[Critique, ...]) -> tuple[Line, ...]:
    """What to ask each vendor: what is worth most first, then what is missing, then what speaks against your words."""
    return tuple(each for critique in critiques for each in _questions(critique))


def _questions(critique: Critique) -> tuple[Line, ...]:
    asks = sorted(critique.negotiation, key=lambda each: -(each.worth or 0.0))
    currency = critique.terms.currency or critique.tco.currency
    found = [
        line(
            f"finding: {each.finding}",
            f"{critique.file}: {bare(each.ask)}",
            each.why,
            f"Worth about {say_money(each.worth, currency)}" if each.worth else "",
        )
        for each in asks
    ]
    said = {bare(each.ask).lower() for each in asks}
    found += [
        line(f"finding: {each.type} missing", f"{critique.file}: {bare(each.ask)}", each.why_it_matters)
        for each in critique.missing
        if each.ask and bare(each.ask).lower() not in said
    ]
    found += [
        line(
            f"finding: {each.rule_id} {each.title}",
            f"{critique.file}, against your own words: {each.title}",
            each.remedy,
        )
        for each in critique.cross_checks
        if each.verdict == "broken"
    ]
    kept = unique([each.text for each in found])
    return tuple(next(each for each in found if each.text == text) for text in kept)
