"""What a proposal does not say and should: silence by subject, with why it matters and what to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.facts import Fact
from assistant.domain.proposal import MissingClause, Risk, Terms
from assistant.vendors.cost import PER_MONTH, once_total
from assistant.vendors.paper import Paper
from assistant.vendors.sheet import Sheet

_SMALL_SPEND = 1_000.0
_SPOKEN_OF = 0.7
"""Probability from which a subject counts as spoken of."""


@dataclass(frozen=True, slots=True)
class Silence:
    """What decides a verdict by not being there."""

    price: bool
    term: bool
    party: bool

    @property
    def words(self) -> str:
        """The things missing, in words."""
        names = [name for name in ("price", "term", "party") if getattr(self, name)]
        said = {"price": "the price", "term": "the length of the contract", "party": "a party"}
        return " and ".join(said[name] for name in names)


def silence(paper: Paper, terms: Terms) -> Silence:
    """Whether price, term or a party is missing or left blank; what is bought once needs no term."""
    counted = [each for each in terms.price_lines if each.quantity and not each.optional]
    recurring = any(each.per in PER_MONTH for each in counted)
    lower, words = paper.text.lower(), paper.vocabulary.offer
    no_party = words.hit("party_blank", lower) or not words.hit("party", lower)
    return Silence(price=not counted, term=terms.term_months is None and (recurring or not counted), party=no_party)


def blanks(paper: Paper) -> tuple[str, ...]:
    """Lines with a field that was never filled in; lines to sign on do not count."""
    words = paper.vocabulary.offer
    lines = ((each.words[:120], each.text.lower()) for each in paper.segments)
    found = [line for line, lower in lines if words.hit("blank", lower) and not words.hit("to_sign", lower)]
    return tuple(dict.fromkeys(found))


def missing_clauses(
    paper: Paper, sheet: Sheet, terms: Terms, facts: Mapping[str, Fact | None]
) -> tuple[MissingClause, ...]:
    """The subjects that are not spoken of, those that weigh most first."""
    absent = silence(paper, terms)
    there = {each.type for each in paper.candidates if each.confidence >= _SPOKEN_OF}
    project = once_total(terms.price_lines) > _SMALL_SPEND
    subscription = any(each.per in PER_MONTH for each in terms.price_lines) or not terms.price_lines
    lower, words = paper.text.lower(), paper.vocabulary.offer
    personal = words.hit("personal", lower)
    silent_on = {name: name not in there for name in ("security_attestation", "data_ownership", "payment_terms")}
    no_pay = terms.payment_days is None and facts.get("paid_ahead_months") is None and silent_on["payment_terms"]
    no_data_terms = facts.get("personal_data") is None and silent_on["security_attestation"]
    wanted: list[tuple[str, bool, Risk]] = [
        ("price", absent.price, "flag"),
        ("expiration_date", absent.term, "flag"),
        ("party", absent.party, "flag"),
        ("security_attestation", no_data_terms, "flag" if personal else "watch"),
        ("acceptance_criteria", project and facts.get("acceptance") is None, "flag"),
        ("delivery_date", project and facts.get("delivery") is None, "flag"),
        ("notice_period_to_terminate_renewal", bool(terms.auto_renews) and terms.notice_days is None, "watch"),
        ("renewal_term", subscription and terms.auto_renews is None, "watch"),
        ("price_escalator", subscription and _no_word_on_rises(sheet, terms), "watch"),
        ("termination_for_convenience", subscription and sheet.one("exit_by") is None, "watch"),
        ("data_export", facts.get("export") is None, "watch"),
        ("data_ownership", facts.get("data_owner") is None and silent_on["data_ownership"], "watch"),
        ("model_training_on_data", words.hit("ai", lower) and facts.get("training") is None, "watch"),
        ("cap_on_liability", "cap_on_liability" not in there, "watch"),
        ("sla", subscription and terms.uptime_percent is None and "sla" not in there, "watch"),
        ("support_tier", facts.get("support") is None and "support_tier" not in there, "watch"),
        ("payment_terms", bool(terms.price_lines) and no_pay, "watch"),
        ("own_hours", project and sheet.one("own_hours") is None, "watch"),
        ("usage_overage", "volume_restriction" in there and sheet.one("overage") is None, "watch"),
        ("ip_ownership_assignment", project and facts.get("build_owner") is None, "watch"),
    ]  # fmt: skip
    return tuple(_missing(paper, type_id, risk) for type_id, is_absent, risk in wanted if is_absent)


def _no_word_on_rises(sheet: Sheet, terms: Terms) -> bool:
    by_year = any(each.from_month > 12 for each in terms.price_lines)
    return terms.escalator is None and sheet.one("escalator_form") is None and not by_year


def _missing(paper: Paper, type_id: str, risk: Risk) -> MissingClause:
    extra = paper.vocabulary.absent.get(type_id)
    kind = paper.vocabulary.type(type_id)
    why = extra.why if extra else kind.why if kind else ""
    ask = extra.ask if extra else kind.ask if kind else ""
    return MissingClause(type=type_id, why_it_matters=why, ask=ask, risk=risk)
