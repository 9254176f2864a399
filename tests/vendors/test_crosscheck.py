"""The offer is held against what the owner has told, and its promises against the owner's numbers."""

from __future__ import annotations

import pytest

from assistant.catalogue import Catalogue
from assistant.domain.facts import Fact
from assistant.domain.profile import Business, Constraint, Goal, Process, Profile, Tool
from assistant.domain.proposal import Critique
from assistant.files.reader import read_text
from assistant.vendors.critique import critique
from assistant.vendors.vocabulary import ClauseVocabulary
from tests.vendors.conftest import TODAY

OFFER = """Offer by Acme Ltd for Miller Ltd
Our invoicing robot writes your invoices and sends them. It saves 20 hours a week and pays for itself in 2 months.
Fee: £500 per month. Set-up: £3,000 one-off. Term: 12 months.
A chatbot answers your customers about their invoices.
"""


def profile(**process: object) -> Profile:
    return Profile(
        business=Business(wage_per_hour=Fact(value=15.0, unit="GBP"), headcount=Fact(value=6.0)),
        goals=(Goal(kind="time", text="evenings at home", quote="I want my evenings back"),),
        processes=(
            Process.model_validate(
                {"id": "invoicing", "name": "invoices", "hours_per_week": Fact(value=5.0), **process}
            ),
        ),
        tools=(Tool(name="Xero", kind="acct"),),
        constraints=(Constraint(kind="budget", text="4,000", amount=Fact(value=4000.0, unit="GBP")),),
    )


@pytest.fixture
def judged(clauses: ClauseVocabulary, catalogue: Catalogue) -> Critique:
    facts = {"stable": Fact(value=False), "digital_input": Fact(value=0.2), "exception_share": Fact(value=0.5)}
    return critique((read_text("offer", OFFER),), catalogue, TODAY, profile(**facts), None, clauses)


def test_what_the_owner_told_is_put_to_the_offer(judged: Critique) -> None:
    verdicts = {each.rule_id: each.verdict for each in judged.cross_checks}
    assert verdicts["VN35A"] == "broken"
    assert verdicts["VN35B"] == "broken"
    assert verdicts["VN35C"] == "broken"
    assert verdicts["VN35D"] == "held"
    assert verdicts["VN35E"] == "broken"
    assert verdicts["VN35H"] == "broken"


def test_how_far_the_offer_is_ahead_goes_by_the_size_where_no_stage_is_told(
    clauses: ClauseVocabulary, catalogue: Catalogue
) -> None:
    offer = read_text("offer", "An ERP suite with all modules: the ERP takes over your books, the ERP runs the stock.")

    def verdict(**told: Fact) -> str | None:
        known = profile().model_copy(update={"business": Business(**told)})
        found = critique((offer,), catalogue, TODAY, known, None, clauses).cross_checks
        return next((each.verdict for each in found if "stages_ahead" in each.facts), None)

    assert verdict() is None
    assert verdict(headcount=Fact(value=6.0)) == "broken"
    assert verdict(headcount=Fact(value=90.0)) == "held"
    assert verdict(headcount=Fact(value=6.0), stage=Fact(value="mature")) == "held"


def test_what_fits_is_held(clauses: ClauseVocabulary, catalogue: Catalogue) -> None:
    facts = {"stable": Fact(value=True), "digital_input": Fact(value=True), "exception_share": Fact(value=0.1)}
    made = critique((read_text("offer", OFFER),), catalogue, TODAY, profile(**facts), None, clauses)
    verdicts = {each.rule_id: each.verdict for each in made.cross_checks}
    assert verdicts["VN35A"] == verdicts["VN35B"] == verdicts["VN35C"] == "held"


def test_without_a_profile_nothing_is_crossed(clauses: ClauseVocabulary, catalogue: Catalogue) -> None:
    assert critique((read_text("offer", OFFER),), catalogue, TODAY, clauses=clauses).cross_checks == ()


def test_hours_claimed_cannot_exceed_the_hours_spent(judged: Critique) -> None:
    claim = judged.claims[0]
    assert claim.claimed.startswith("20 hours")
    assert claim.recomputed is not None
    assert "at most 5 hours a week" in claim.recomputed
    assert claim.gap_explained_by is not None
    assert "5 hours" in claim.gap_explained_by
    assert any(each.rule_id == "VN33" and each.verdict == "broken" for each in judged.findings)
