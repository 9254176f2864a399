"""When do you pay, and what if something fails?

`level` is the risk that knowledge/vocabulary/vendor_thresholds.yml gives to the fact: ok, watch, flag or blocker.
"""

from assistant.rulebook import rule


@rule(
    id="VN06",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Money back when they fail",
    why="Without a refund you pay for months in which nothing works.",
    source="payment-and-prepayment#when-to-worry",
    fails={"refund_on_failure": "never", "level": "flag"},
    remedy="Ask for the unused months back if they break the contract.",
)
def unused_months_are_refunded(refund_on_failure: str, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN15",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Paid in small steps",
    why="Money paid ahead is the only pressure you had.",
    source="payment-and-prepayment#when-to-worry",
    fails={"paid_ahead_months": 36.0, "level": "flag"},
    remedy="Ask to pay by the quarter; it is {paid_ahead_months} months ahead now.",
)
def payment_in_steps(paid_ahead_months: float, level: str) -> bool:
    return level == "ok"


@rule(
    id="VN16",
    severity="should",
    dimension="resource",
    scope="proposal",
    seeds=("S5",),
    title="Late payment has mild consequences",
    why="One overlooked invoice should not stop the business.",
    source="late-payment-and-suspension#when-to-worry",
    fails={"late_payment": "switched off after 5 days", "level": "flag"},
    remedy="Ask for 30 days and a warning in writing before anything is switched off ({late_payment} now).",
)
def late_payment_is_treated_fairly(late_payment: str, level: str) -> bool:
    return level == "ok"


PAYMENT = (
    unused_months_are_refunded,
    payment_in_steps,
    late_payment_is_treated_fairly,
)
