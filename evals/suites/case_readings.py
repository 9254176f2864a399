"""How the stored cases are read: the work and the means of our catalogue, what is told before, what is the outcome.

No figure of a case stands here, only the keys under which the file has them. Neither wage nor country is told, because
no usable outcome is in money.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

Slot = Literal["items_per_week", "minutes_per_item", "hours_per_week", "error_rate"]
Outcome = Literal[
    "hours freed a week", "hours it takes today, a week", "own hours to set it up", "share of mistakes avoided"
]
Figures = Mapping[str, float]

MONTHLY = 12 / 52
PERCENT = 0.01


@dataclass(frozen=True)
class Told:
    """A figure of the case in a slot of the profile, times `factor`."""

    slot: Slot
    key: str
    factor: float = 1.0


@dataclass(frozen=True)
class Reading:
    """One outcome of one case; `actual` works it out from the case's figures, in the unit of the outcome."""

    case: str
    process_id: str
    means_id: str
    outcome: Outcome
    told: tuple[Told, ...]
    actual: Callable[[Figures], float]
    alone: bool = False
    """True where the owner works alone."""


@dataclass(frozen=True)
class LeftOut:
    """Cases that are not put to the estimates, and why."""

    why: str
    cases: tuple[str, ...]


READINGS = (
    Reading(
        "case030",
        "online_orders",
        "nocode",
        "hours freed a week",
        (Told("items_per_week", "orders_per_week"), Told("hours_per_week", "manual_hours_per_week")),
        lambda of: of["hours_saved_per_week"],
    ),
    Reading(
        "case003",
        "payment_chasing",
        "remind",
        "hours freed a week",
        (Told("hours_per_week", "hours_per_month_before", MONTHLY),),
        lambda of: (of["hours_per_month_before"] - of["minutes_per_month_after"] / 60) * MONTHLY,
    ),
    Reading(
        "case003",
        "payment_chasing",
        "remind",
        "share of mistakes avoided",
        (Told("error_rate", "missed_or_typo_pct_before", PERCENT),),
        lambda of: 1 - of["missed_pct_after"] / of["missed_or_typo_pct_before"],
    ),
    # Hours saved are told as one sum over several kinds of work; the returns alone were measured, before the change.
    Reading(
        "case032",
        "returns",
        "nocode",
        "hours it takes today, a week",
        (Told("items_per_week", "returns_per_week"), Told("minutes_per_item", "minutes_per_return")),
        lambda of: of["returns_hours_per_week"],
    ),
    # Its address says that the hours before are the hours saved.
    Reading(
        "case007",
        "management_report",
        "nocode",
        "hours freed a week",
        (Told("hours_per_week", "hours_per_week_before"),),
        lambda of: of["hours_per_week_before"],
        alone=True,
    ),
    Reading(
        "case007",
        "management_report",
        "nocode",
        "own hours to set it up",
        (Told("hours_per_week", "hours_per_week_before"),),
        lambda of: of["build_hours"],
        alone=True,
    ),
    # The mistakes are appointments that were missed.
    Reading(
        "case020",
        "appointment_reminders",
        "remind",
        "share of mistakes avoided",
        (Told("error_rate", "no_show_pct_control", PERCENT),),
        lambda of: 1 - of["no_show_pct_sms"] / of["no_show_pct_control"],
    ),
    # Nothing was bought yet; the count is told, and the hours are to be guessed from it.
    Reading(
        "case052",
        "invoicing",
        "acct",
        "hours it takes today, a week",
        (Told("items_per_week", "invoices_per_month", MONTHLY),),
        lambda of: of["hours_per_month"] * MONTHLY,
    ),
)

LEFT_OUT = (
    LeftOut("hours or a count before, but nothing after", ("case031", "case033", "case042")),
    LeftOut("figures that contradict one another", ("case017", "case035", "case036")),
    LeftOut("sales won, without those lost before in the same unit", ("case005", "case006")),
    LeftOut("an outcome without a volume or hours before", ("case028", "case038", "case047")),
    LeftOut("an outcome that no estimate gives (pages read without a fault)", ("case029",)),
    LeftOut(
        "no figure of the work at all", ("case008", "case009", "case010", "case016", "case021", "case023", "case043")
    ),
    LeftOut("not a small firm", ("case012", "case014", "case024", "case026")),
    LeftOut("many firms together, or a trade's rule of thumb", ("case044", "case048", "case049", "case050")),
)
