"""Every suite, in one tuple. To add one: write it in suites/ or bench/ and name it here."""

from __future__ import annotations

from assistant.errors import UnknownName
from evals.bench.files import FILES
from evals.bench.index import INDEX
from evals.bench.papers import PAPERS
from evals.bench.start import START
from evals.bench.turn import TURN
from evals.bench.worded import WORDED
from evals.suite import Suite
from evals.suites.alignment import ALIGNMENT
from evals.suites.answers import ANSWERS
from evals.suites.assess import ASSESS
from evals.suites.calibration import CALIBRATION
from evals.suites.cases import CASES
from evals.suites.collections import COLLECTIONS
from evals.suites.contracts import CONTRACTS_SUITE
from evals.suites.contrary import CONTRARY
from evals.suites.dialogues import DIALOGUES
from evals.suites.guard import GUARD
from evals.suites.injections import INJECTIONS
from evals.suites.interview import INTERVIEW
from evals.suites.models import HOSTILE_MODEL, WEAK_MODEL
from evals.suites.orders import ORDERS_SUITE
from evals.suites.owners import OWNERS
from evals.suites.proposals import COMMON_PAPER, PROPOSALS
from evals.suites.questions import QUESTIONS
from evals.suites.reading import READING
from evals.suites.recognizers import RECOGNIZERS
from evals.suites.repair import REPAIR
from evals.suites.retrieval import RETRIEVAL
from evals.suites.robustness import ROBUSTNESS
from evals.suites.sabotage import SABOTAGE
from evals.suites.second_reader import SECOND_READER
from evals.suites.what_if import WHAT_IF
from evals.suites.year import YEAR

SUITES: tuple[Suite, ...] = (
    READING,
    ANSWERS,
    OWNERS,
    RECOGNIZERS,
    DIALOGUES,
    REPAIR,
    CONTRARY,
    INTERVIEW,
    ORDERS_SUITE,
    WHAT_IF,
    QUESTIONS,
    RETRIEVAL,
    COLLECTIONS,
    PROPOSALS,
    COMMON_PAPER,
    INJECTIONS,
    CONTRACTS_SUITE,
    ALIGNMENT,
    ASSESS,
    CALIBRATION,
    CASES,
    ROBUSTNESS,
    SABOTAGE,
    YEAR,
    TURN,
    START,
    PAPERS,
    GUARD,
    SECOND_READER,
    HOSTILE_MODEL,
    WEAK_MODEL,
    FILES,
    INDEX,
    WORDED,
)


def chosen(names: list[str]) -> tuple[Suite, ...]:
    """The suites of those names, all of them where none is named; raises UnknownName."""
    known = {each.name: each for each in SUITES}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise UnknownName(f"no suite {unknown[0]!r}; known are: {', '.join(known)}")
    return tuple(known[name] for name in known if not names or name in names)
