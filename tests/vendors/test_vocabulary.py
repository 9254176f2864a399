"""The tables of patterns: complete for every published clause type, and a broken entry is one clear line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.errors import BadInput
from assistant.vendors.paper import Paper
from assistant.vendors.vocabulary import ClauseVocabulary, load_clauses
from tests.vendors.conftest import TODAY

PUBLISHED = """renewal_term, notice_period_to_terminate_renewal, termination_for_convenience, exclusivity,
price_restrictions, minimum_commitment, ip_ownership_assignment, cap_on_liability,
uncapped_liability, warranty_duration, audit_rights, post_termination_services, liquidated_damages,
anti_assignment, insurance, governing_law, expiration_date, license_grant, most_favored_nation,
revenue_profit_sharing, volume_restriction, source_code_escrow, change_of_control,
non_transferable_license, effective_date, price_escalator, implementation_fee, usage_overage,
payment_terms, sla, sla_remedy, data_ownership, data_export, model_training_on_data,
security_attestation, unilateral_change, subcontracting, support_tier, acceptance_criteria,
roi_claim, ai_claim"""

EXAMPLES = {
    "renewal_term": "This Agreement shall automatically renew for successive one (1) year terms.",
    "notice_period_to_terminate_renewal": "It renews unless either party gives 60 days' written notice before the end.",
    "termination_for_convenience": "Either party may terminate at any time without cause on 30 days' notice.",
    "cap_on_liability": "In no event shall Provider's total liability exceed the fees paid in the prior twelve months.",
    "uncapped_liability": "Customer's liability shall be unlimited.",
    "anti_assignment": "Neither party may assign this Agreement without the prior written consent of the other party.",
    "governing_law": "This Agreement shall be governed by the laws of the State of New York.",
    "price_escalator": "The subscription fee increases by 5% each year.",
    "sla": "We guarantee 99.9% uptime each month.",
    "sla_remedy": "Service credits are the sole remedy for missed uptime.",
    "data_ownership": "The customer retains all rights to customer data.",
    "data_export": "You may export your data as CSV for 30 days after termination.",
    "model_training_on_data": "We may use your content to train our machine learning models.",
    "security_attestation": "We hold a SOC 2 Type II report.",
    "unilateral_change": "Provider may amend these terms at any time by posting them on its website.",
    "subcontracting": "Provider may subcontract any part of the services.",
    "support_tier": "E-mail support is included, Monday to Friday.",
    "acceptance_criteria": "Deliverables are deemed accepted after five business days.",
    "roi_claim": "Customers save 30% of their time and see a return on investment in six months.",
    "ai_claim": "Our AI answers 95% of calls correctly.",
    "implementation_fee": "A one-time implementation fee of $5,000 applies.",
    "usage_overage": "Additional messages are charged at $0.05 per message.",
    "payment_terms": "Invoices are payable within 30 days of receipt.",
    "liquidated_damages": "An early termination fee equal to the remaining payments applies.",
    "insurance": "Contractor shall maintain general liability insurance of at least $1,000,000.",
    "audit_rights": "Licensor has the right to audit Customer's records once a year during business hours.",
    "change_of_control": "Either party may terminate this Agreement upon a change of control of the other party.",
    "most_favored_nation": "The price shall be the lowest price offered to any other customer.",
    "license_grant": "Provider grants Customer a non-exclusive licence to use the software.",
    "non_transferable_license": "The licence is non-exclusive and non-transferable.",
}


def test_every_published_type_is_known(clauses: ClauseVocabulary) -> None:
    assert {each.id for each in clauses.types} >= {each.strip() for each in PUBLISHED.split(",")}


def test_plain_examples_are_recognised(clauses: ClauseVocabulary) -> None:
    lost = []
    for type_id, text in EXAMPLES.items():
        confidence = {each.type: each.confidence for each in Paper(text, TODAY, clauses).candidates}
        if confidence.get(type_id, 0.0) < 0.5:
            lost.append(type_id)
    assert len(lost) <= 0.1 * len(EXAMPLES), lost


def test_sentences_that_say_nothing_of_it_are_not(clauses: ClauseVocabulary) -> None:
    text = "We met on Tuesday. The bakery opens at six. Please find our brochure attached. Thank you for your time."
    assert not [each for each in Paper(text, TODAY, clauses).candidates if each.confidence >= 0.5]


@pytest.mark.parametrize(
    ("table", "broken", "said"),
    [
        ("clauses.yml", "absent: {}\ntypes: {renewal_term: 5}", "renewal_term"),
        ("readings.yml", "readings: [{name: x, sure: 1, p: '('}]", "pattern"),
        ("price_words.yml", "month: '('", "month"),
        ("offer_words.yml", "saving: 5", "saving"),
        ("vendor_thresholds.yml", "ladders: {VN01: {type: a}}", "VN01"),
    ],
)
def test_a_broken_table_is_one_line_with_file_and_entry(
    table: str, broken: str, said: str, knowledge: Path, tmp_path: Path
) -> None:
    shutil.copytree(knowledge / "vocabulary", tmp_path / "vocabulary")
    (tmp_path / "vocabulary" / table).write_text(broken, encoding="utf-8")
    with pytest.raises(BadInput) as refusal:
        load_clauses(tmp_path)
    assert table in str(refusal.value)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
