"""Values of a contract are read from many ways of stating them, in legal and in plain words."""

from __future__ import annotations

from assistant.vendors.paper import Paper
from assistant.vendors.prices import price_list
from assistant.vendors.sheet import read_sheet
from assistant.vendors.terms import read_terms
from assistant.vendors.vocabulary import ClauseVocabulary
from tests.vendors.conftest import TODAY

CASES: tuple[tuple[str, dict[str, object]], ...] = (
    # length
    ("The initial term of this Agreement is thirty-six (36) months.", {"term_months": 36}),
    ("Term: 24 months", {"term_months": 24}),
    ("| Contract length | 3 years |", {"term_months": 36}),
    ("**Minimum term:** 12 months from the start date", {"term_months": 12}),
    ("This is a 12-month contract.", {"term_months": 12}),
    ("You sign up for two years.", {"term_months": 24}),
    ("This Agreement shall remain in force for a period of five (5) years.", {"term_months": 60}),
    ("The subscription runs from 1 May 2026 to 30 April 2028.", {"term_months": 24}),
    ("Rolling monthly contract, cancel any time.", {"term_months": 1}),
    ("Annual subscription of £1,200, no long-term lock-in.", {"term_months": 12}),
    ("We keep your records for 24 months.", {"term_months": None}),
    ("The warranty period is 12 months.", {"term_months": None}),
    ("The trial period is one month.", {"term_months": None}),
    # renewal
    ("The contract renews automatically for successive periods of one (1) year.", {"auto_renews": True, "renewal_months": 12}),  # noqa: E501
    ("After the initial term of 36 months it renews for further 12-month terms unless cancelled.", {"auto_renews": True, "renewal_months": 12, "term_months": 36}),  # noqa: E501
    ("It will be automatically extended by the same period.\nTerm: 24 months", {"auto_renews": True, "renewal_months": 24}),  # noqa: E501
    ("Thereafter the agreement continues on a month-to-month basis.", {"auto_renews": True, "renewal_months": 1}),
    ("This agreement does not renew automatically.", {"auto_renews": False, "renewal_months": None}),
    ("There is no automatic renewal.", {"auto_renews": False}),
    ("The parties may renew this agreement by mutual written consent.", {"auto_renews": False}),
    ("We auto-renew your plan each year.", {"auto_renews": True, "renewal_months": 12}),
    ("The weather was fine.", {"auto_renews": None}),
    # notice
    ("It renews for one year unless either party gives written notice at least ninety (90) days before the end of the term.", {"notice_days": 90, "renewal_months": 12}),  # noqa: E501
    ("It renews automatically for 12 months unless you tell us 60 days before it ends.", {"notice_days": 60}),
    ("The agreement automatically renews for successive one-year terms, unless notice of non-renewal is given not less than 30 days prior to expiry.", {"notice_days": 30}),  # noqa: E501
    ("Notice period for cancellation: 3 months", {"notice_days": 90}),
    ("Either party may terminate this agreement at any time without cause on 30 days' notice.", {"notice_days": 30, "auto_renews": True}),  # noqa: E501
    ("Renewal is automatic; to stop it, cancel no later than two months before the renewal date.", {"notice_days": 60, "auto_renews": True}),  # noqa: E501
    ("It renews automatically for a year. We will remind you 60 days before renewal.", {"notice_days": None}),
    # price rises
    ("Fees increase by 5% each year.", {"escalator": 5.0}),
    ("The subscription fee will rise by up to 7 per cent on each anniversary.", {"escalator": 7.0}),
    ("Annual uplift: 4%", {"escalator": 4.0}),
    ("Prices are indexed to CPI, capped at 3% per annum.", {"escalator": 3.0}),
    ("You will increase revenue by 30%.", {"escalator": None}),
    # money
    ("Our total liability shall not exceed the fees paid in the twelve (12) months before the claim.", {"liability_cap_months": 12.0}),  # noqa: E501
    ("Liability is limited to three months' fees.", {"liability_cap_months": 3.0}),
    ("In no event shall Supplier's aggregate liability exceed two times the fees paid in the preceding 6 months.", {"liability_cap_months": 12.0}),  # noqa: E501
    ("Supplier's liability is limited to £600.\nThe fee is £200 per month.", {"liability_cap_months": 3.0}),
    ("Invoices are payable within 30 days of the invoice date.", {"payment_days": 30}),
    ("Payment terms: 14 days net", {"payment_days": 14}),
    ("Payment terms are net 45.", {"payment_days": 45}),
    ("All invoices are due on receipt.", {"payment_days": 0}),
    # service, data, law
    ("We guarantee 99.9% uptime, measured monthly.", {"uptime_percent": 99.9}),
    ("The service will be available 99.5 per cent of the time.", {"uptime_percent": 99.5}),
    ("On termination you may export your data for 30 days.", {"export_days": 30}),
    ("This agreement is governed by the laws of the State of New York.", {"governing_law": "New York"}),
    ("This contract is governed by the laws of England and Wales.", {"governing_law": "England and Wales"}),
    ("Governing law: Ireland", {"governing_law": "Ireland"}),
    ("All prices exclude VAT.", {"tax_included": False}),
    ("Prices include VAT.", {"tax_included": True}),
    ("Notice of non-renewal must be given by registered post.", {"notice_method": "post"}),
    ("Cancellation is by e-mail to accounts@vendor.example.", {"notice_method": "e-mail"}),
    ("You can only cancel through the customer portal.", {"notice_method": "portal"}),
)  # fmt: skip


RIGHT = 0.8
"""Share of the plain sentences above that the reader must read rightly: it was learnt, and is not right by rule."""


def test_values_are_read_from_the_words_that_state_them(clauses: ClauseVocabulary) -> None:
    lost = []
    for text, expected in CASES:
        paper = Paper(text, TODAY, clauses)
        terms = read_terms(read_sheet(paper), price_list(paper, clauses.prices).lines, None, TODAY)
        given = {name: getattr(terms, name) for name in expected}
        if given != expected:
            lost.append((text, given))
    assert len(lost) <= (1 - RIGHT) * len(CASES), lost
