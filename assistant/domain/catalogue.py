"""The tables of knowledge: kinds of work, means, trades, tools, countries."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from assistant.domain.facts import Noun
from assistant.domain.knowledge import Strength
from assistant.domain.profile import Stage

Spread = tuple[float, float, float]
"""Low, middle and high (P10, P50, P90) of a prior."""

Decision = Literal[
    "now", "next", "later", "leave it", "stop doing it", "simplify first", "use what you have", "hand it over"
]
ROLLOUT_WEEKS = 8
"""Weeks over which the setting up of a step is spread."""
RESTS: tuple[Decision, ...] = ("leave it", "stop doing it")
"""Decisions after which nothing is set up."""
WAITS: tuple[Decision, ...] = (*RESTS, "later")
"""Decisions after which nothing begins soon."""


class Measure(Noun):
    """A number to watch, its unit and how to get its start value; `falls` is true where less of it is better."""

    name: str
    unit: str
    how: str
    falls: bool = False


class Grounds(Noun):
    """What the range of that name rests on where it is more than Plumbline's own assumption."""

    of: Literal["minutes_per_item", "exception_share", "error_rate"]
    strength: Strength
    says: str


class ProcessKind(Noun):
    """A kind of work that small firms do; shares 0-1, minutes per item, items per week for about ten people.

    The ranges are Plumbline's own assumptions, but for those that `grounds` names.
    `rests_on` names the work whose true lists it stands on; `mass_contact` is true where it writes to many at once.
    """

    id: str
    name: str
    family: Literal["answering", "selling", "delivering", "stock", "money", "people", "office"]
    item: str
    items: str
    words: tuple[str, ...]
    sounds_like: tuple[str, ...]
    minutes_per_item: Spread
    items_per_week: Spread
    exception_share: Spread
    error_rate: Spread
    customer_facing: int
    human_touch: int
    judgement_share: Spread
    digital_input_share: Spread
    inputs: tuple[str, ...]
    irreversible: bool
    personal_data: Literal["none", "ordinary", "sensitive"]
    about_people: bool
    regulated: bool
    output: Literal["work", "data", "forecast", "score", "alert"]
    prerequisite: str
    measure: Measure
    counter_measure: str
    goes_wrong: str
    simplify: str
    own_feature: str
    first_step: str
    means: tuple[str, ...]
    rests_on: tuple[str, ...] = ()
    mass_contact: bool = False
    grounds: tuple[Grounds, ...] = ()

    def ground(self, name: str) -> str:
        """What the range of that name rests on, with its strength; empty where it is assumed."""
        return next((f"{each.strength}: {each.says}" for each in self.grounds if each.of == name), "")


class Means(Noun):
    """A way of getting work done differently; money in one neutral unit, hours are the firm's own.

    `pilot` says how it is tried on `{part}`: `part` as a rule, `smallest` where such a change is new to the firm.
    """

    id: str
    name: str
    what: str
    decision: Literal["stop doing it", "simplify first", "use what you have", "hand it over", "automate"]
    stage: Stage
    skill: int
    exit: int
    setup_hours: Spread
    setup_cost: Spread
    cost_per_month: Spread
    cost_per_person_month: Spread
    cost_per_item: Spread
    upkeep_hours_per_month: Spread
    upkeep_cost_share: Spread
    covered_share: Spread
    removed_share: Spread
    review_minutes: Spread
    exception_factor: Spread
    adoption: Spread
    term_months: int
    cancel_days: int
    reversible_days: int
    integrations: int
    customers_meet_machine: bool
    brings_own_steps: bool
    captures_paper: bool
    uses_ai: bool
    contacts_people: bool
    needs: tuple[str, ...]
    fails_when: str
    ways_out: str
    pilot: str
    part: str = ""
    smallest: str = ""
    words: tuple[str, ...]
    basis: str

    @property
    def is_tool(self) -> bool:
        """True where a machine or a program does the work, bought or paid for already."""
        return self.decision in ("automate", "use what you have")


class ToolKind(Noun):
    """A tool that firms name, the means it belongs to, and the work it can often do already."""

    name: str
    kind: str
    words: tuple[str, ...]
    does: tuple[str, ...] = ()


class Industry(Noun):
    """A trade and the words by which its owners name it."""

    id: str
    name: str
    words: tuple[str, ...]
    personal_service: int
    tags: tuple[str, ...] = ()


class Trigger(Noun):
    """Something from outside, dated, that reopens a plan; not shown after `expires`."""

    model_config = ConfigDict(populate_by_name=True)

    what: str
    since: date = Field(alias="from")
    expires: date
    basis: str


class Country(Noun):
    """Money and labour of a country; `labour_factor` is cost per worked hour divided by gross wage.

    `money_per_neutral` turns the unit in which means are priced (USD, EUR and GBP taken as equal) into its money.
    """

    code: str
    name: str
    currency: str
    symbol: str
    words: tuple[str, ...]
    labour_factor: Spread
    labour_basis: str
    wage_per_hour: Spread
    sales_tax_name: str
    money_per_neutral: float = 1.0
    notes: tuple[Trigger, ...] = ()
