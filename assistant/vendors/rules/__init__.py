"""Every rule on proposals, in two tuples. To add one: write it in its module and name it in that module's tuple."""

from assistant.rulebook import Rule
from assistant.vendors.rules.against import AGAINST
from assistant.vendors.rules.data import DATA
from assistant.vendors.rules.delivery import DELIVERY
from assistant.vendors.rules.liability import LIABILITY
from assistant.vendors.rules.payment import PAYMENT
from assistant.vendors.rules.price import PRICE
from assistant.vendors.rules.promises import PROMISES
from assistant.vendors.rules.renewal import RENEWAL
from assistant.vendors.rules.service import SERVICE

TERM_RULES: tuple[Rule, ...] = (*RENEWAL, *PRICE, *PAYMENT, *DELIVERY, *SERVICE, *DATA, *LIABILITY, *PROMISES)
"""Rules on the terms themselves."""

CROSS_RULES: tuple[Rule, ...] = AGAINST
"""Rules that hold the offer against what the owner has told."""

VENDOR_RULES: tuple[Rule, ...] = (*TERM_RULES, *CROSS_RULES)
