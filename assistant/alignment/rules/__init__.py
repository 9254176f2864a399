"""Every rule of the validator, in one tuple. To add one: write it in its family's module and name it in that tuple."""

from assistant.alignment.rules.capability import CAPABILITY
from assistant.alignment.rules.delivery import DELIVERY
from assistant.alignment.rules.evidence import EVIDENCE
from assistant.alignment.rules.goals import GOALS
from assistant.alignment.rules.governance import GOVERNANCE
from assistant.alignment.rules.market import MARKET
from assistant.alignment.rules.measurement import MEASUREMENT
from assistant.alignment.rules.people import PEOPLE
from assistant.alignment.rules.process import PROCESS
from assistant.alignment.rules.resource import RESOURCE
from assistant.alignment.rules.stage import STAGE
from assistant.alignment.rules.systems import SYSTEMS
from assistant.rulebook import Rule

RULES: tuple[Rule, ...] = (
    *GOALS,
    *CAPABILITY,
    *MARKET,
    *RESOURCE,
    *PROCESS,
    *PEOPLE,
    *DELIVERY,
    *MEASUREMENT,
    *GOVERNANCE,
    *STAGE,
    *SYSTEMS,
    *EVIDENCE,
)
