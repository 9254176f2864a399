"""What a proposal does not say and should: silence by subject, with why it matters and what to ask."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.facts import Fact
from assistant.domain.proposal import MissingClause, Risk, Terms
from assistant.vendors.cost import PER_MONTH, once_total
from assistant.vendors.paper import Paper
from assistant.vendors.sheet import Sheet

_SMALL_SPEND = 1_000.0
_PERSONAL = re.compile(
    r"personal (?:data|information)|patients?\b|medical record|customer (?:records|details)|date of birth", re.I
)
_AI = re.compile(r"\bai\b|machine learning|artificial intelligence|language model|chat-? ?bot", re.IGNORECASE)
_BLANK = re.compile(r"\{\w+\}|\[ ?[#_]+ ?\]|\[__\]|\[(?:insert|enter|fill|describe|name|date|amount|tbd|tbc)\b[^\]]*\]|\btb[dc]\b|_{4,}", re.IGNORECASE)  # fmt: skip
_SIGNATURE = re.compile(r"sign|print name|title|date\b|by:|initials", re.IGNORECASE)
_PARTY = re.compile(
    r"\bbetween\b.{2,120}\band\b|prepared (?:by|for)|\b(?:supplier|provider|vendor|client|customer|from|to|company|buyer|seller)\s*[:|]\s*\S|"
    r"\b(?:ltd|limited|inc|llc|llp|plc|gmbh|b\.?v|s\.?a|s\.?r\.?l|a\.?g|oy|ab|aps|pty|corp(?:oration)?)\b\.?|@[\w-]+\.\w+|dear\b",
    re.IGNORECASE,
)
_PARTY_BLANK = re.compile(r"\{(?:customer|provider|company|party|client|supplier|vendor)\w*\}|\[(?:customer|provider|company|client|supplier|vendor)[^\]]*\]", re.IGNORECASE)  # fmt: skip


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
    no_party = bool(_PARTY_BLANK.search(paper.text)) or not _PARTY.search(paper.text)
    return Silence(price=not counted, term=terms.term_months is None and (recurring or not counted), party=no_party)


def blanks(paper: Paper) -> tuple[str, ...]:
    """Lines with a field that was never filled in; lines to sign on do not count."""
    found = [
        each.words[:120] for each in paper.segments if _BLANK.search(each.text) and not _SIGNATURE.search(each.text)
    ]
    return tuple(dict.fromkeys(found))


def missing_clauses(
    paper: Paper, sheet: Sheet, terms: Terms, facts: Mapping[str, Fact | None]
) -> tuple[MissingClause, ...]:
    """The subjects that are not spoken of, those that weigh most first."""
    absent = silence(paper, terms)
    there = {each.type for each in paper.candidates if each.confidence >= 0.35}
    project = once_total(terms.price_lines) > _SMALL_SPEND
    subscription = any(each.per in PER_MONTH for each in terms.price_lines) or not terms.price_lines
    personal = bool(_PERSONAL.search(paper.text))
    wanted: list[tuple[str, bool, Risk]] = [
        ("price", absent.price, "flag"),
        ("expiration_date", absent.term, "flag"),
        ("party", absent.party, "flag"),
        ("security_attestation", facts.get("personal_data") is None and "security_attestation" not in there, "flag" if personal else "watch"),
        ("acceptance_criteria", project and facts.get("acceptance") is None, "flag"),
        ("delivery_date", project and facts.get("delivery") is None, "flag"),
        ("notice_period_to_terminate_renewal", bool(terms.auto_renews) and terms.notice_days is None, "watch"),
        ("renewal_term", subscription and terms.auto_renews is None, "watch"),
        ("price_escalator", subscription and terms.escalator is None and sheet.one("escalator_form") is None, "watch"),
        ("termination_for_convenience", subscription and sheet.one("exit_by") is None, "watch"),
        ("data_export", facts.get("export") is None, "watch"),
        ("data_ownership", facts.get("data_owner") is None and "data_ownership" not in there, "watch"),
        ("model_training_on_data", bool(_AI.search(paper.text)) and facts.get("training") is None, "watch"),
        ("cap_on_liability", "cap_on_liability" not in there, "watch"),
        ("sla", subscription and terms.uptime_percent is None and "sla" not in there, "watch"),
        ("support_tier", facts.get("support") is None and "support_tier" not in there, "watch"),
        ("payment_terms", bool(terms.price_lines) and terms.payment_days is None and "payment_terms" not in there, "watch"),
        ("own_hours", project and sheet.one("own_hours") is None, "watch"),
        ("usage_overage", "volume_restriction" in there and sheet.one("overage") is None, "watch"),
        ("ip_ownership_assignment", project and facts.get("build_owner") is None, "watch"),
    ]  # fmt: skip
    return tuple(_missing(paper, type_id, risk) for type_id, is_absent, risk in wanted if is_absent)


def _missing(paper: Paper, type_id: str, risk: Risk) -> MissingClause:
    extra = paper.vocabulary.absent.get(type_id)
    kind = paper.vocabulary.type(type_id)
    why = extra.why if extra else kind.why if kind else ""
    ask = extra.ask if extra else kind.ask if kind else ""
    return MissingClause(type=type_id, why_it_matters=why, ask=ask, risk=risk)
