"""Proposals in different manners, made up for the tests, with what a careful reader would find in them."""

FAIR = """Service agreement between Kite Bookkeeping Software GmbH and Cafe Morgenrot
1. Fee. EUR 59 per month, VAT excluded, invoiced monthly in arrears, payable within 30 days.
2. Term. The agreement runs for 12 months from 1 July 2026 and renews for 1 month at a time unless cancelled with 14 days' notice by e-mail before the end of a month.
3. Either party may terminate at any time without cause on 30 days' notice; prepaid fees are refunded pro rata.
4. The fee may rise once a year by the consumer price index, at most 3%.
5. Availability is 99.9% measured monthly. If it is missed in two of three months the customer may terminate and receives a refund.
6. The customer owns its data. All records can be exported as CSV at any time and for 60 days after the end, free of charge. Customer data is not used to train models.
7. Liability of each party is limited to the fees of 12 months.
8. Telephone support is included, Monday to Saturday 8:00-20:00.
9. A data processing agreement is attached. Breaches of personal data are reported within 48 hours.
10. German law applies.
"""  # noqa: E501

QUOTE = """QUOTATION Q-2026-118
Brightline Systems Ltd, 14 Mill Road, Leeds
Prepared for: Harker & Sons Plumbing
Date: 12 May 2026

Item                      Qty    Unit price      Total per month
CRM Professional licence   9      £38.00          £342.00
Call recording add-on      9      £6.00           £54.00
Total per month                                   £396.00

One-off costs
Data migration: £1,200
Two days of on-site training at £650 per day: £1,300

All prices exclude VAT at 20%.
The licences are billed quarterly in advance and payable within 21 days of invoice.
The minimum term is 24 months. After that the agreement rolls on for further periods of 12 months unless you give us 60 days' notice in writing by e-mail before the end of the current period.
Prices are fixed for three years.
Support: telephone and e-mail, Monday to Friday 8.30am to 5.30pm, included.
You may export all your records to CSV at any time and for 60 days after the contract ends.
We will complete the set-up within 6 weeks of signature. If we are late, you receive 5% of the set-up fee back for each week of delay.
The set-up is accepted when you have tested ten of your own records and signed the acceptance form.
Our liability is limited to the fees paid in the 12 months before the claim.
"""  # noqa: E501

BOT = """Hi Maria,

As promised, here is the deal for AnswerBot, our AI receptionist:

* €249/month, paid yearly upfront (€2,988)
* one-time onboarding: €990
* includes 500 conversations a month, then €0.40 per extra conversation
* 36 month agreement, auto-renews for another 36 months unless cancelled by certified mail 120 days before the end
* we adjust our prices every January to our current list price

AnswerBot resolves up to 92% of customer questions without a human and replaces 1.5 FTE.
The average customer saves €38,000 a year.

We use conversations to train our models so the bot keeps getting smarter.
Your WhatsApp number will be registered in our name so we can manage it for you.

Best, Tim
AnswerBot B.V.
"""

LEGAL = """MASTER SUBSCRIPTION AGREEMENT
This Master Subscription Agreement ("Agreement") is entered into as of March 1, 2026 (the "Effective Date") by and between Vertex Cloud, Inc., a Delaware corporation ("Vendor"), and Palm Dental Group, LLC ("Customer").

1. FEES. Customer shall pay Vendor an annual subscription fee of Thirty-Six Thousand Dollars ($36,000), payable annually in advance within thirty (30) days of receipt of invoice. An implementation fee of $15,000 is due upon execution.
2. TERM AND RENEWAL. The initial term shall commence on the Effective Date and continue for three (3) years (the "Initial Term"). Thereafter, this Agreement shall automatically renew for successive one (1) year periods unless either party provides written notice of non-renewal at least ninety (90) days prior to the expiration of the then-current term.
3. PRICE ADJUSTMENT. Upon each anniversary of the Effective Date, Vendor may increase the subscription fee by the greater of five percent (5%) or the increase in the CPI.
4. NON-REFUNDABLE. All fees are non-refundable under any circumstances.
5. USERS. The subscription includes 40 Authorized Users. Customer may not reduce the number of Authorized Users during the Term. Additional users are $75 per user per month.
6. LIMITATION OF LIABILITY. IN NO EVENT SHALL VENDOR'S AGGREGATE LIABILITY EXCEED THE FEES PAID BY CUSTOMER IN THE SIX (6) MONTHS PRECEDING THE CLAIM.
7. DATA. Vendor shall own all data submitted to the Service. Upon termination Vendor shall have no obligation to return or export Customer data.
8. MODIFICATION. Vendor reserves the right to modify these terms at any time by posting a revised version on its website.
9. TERMINATION. Either party may terminate this Agreement for material breach upon thirty (30) days written notice. Customer may not terminate for convenience.
10. GOVERNING LAW. This Agreement shall be governed by the laws of the State of Delaware.
"""  # noqa: E501

WORK = """Statement of Work
Vendor: Northwind Automation LLC. Client: Delta Dental Clinic.

Fees
Phase 1 - Discovery: 20 hours @ $140/hour = $2,800
Phase 2 - Build: 60 hours @ $140/hour = $8,400
Total estimate: $11,200
The estimate is non-binding; work is billed on a time and materials basis at the actual hours.
Ongoing maintenance: $300 per month after go-live.
Third-party SMS charges are billed separately by the carrier.

50% ($5,600) is due on signature, 50% on delivery. Invoices are due on receipt.
Deliverables are deemed accepted 3 business days after delivery unless Client objects in writing.
All workflows, scripts and configurations created remain the property of Northwind.
"""

ALL = {"fair": FAIR, "quote": QUOTE, "bot": BOT, "legal": LEGAL, "work": WORK}
