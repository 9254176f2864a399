"""The vocabulary, read once for all tests of this folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.settings import Settings
from assistant.vendors.vocabulary import ClauseVocabulary, load_clauses

TODAY = date(2026, 5, 1)


@pytest.fixture(scope="session")
def knowledge() -> Path:
    return Settings().knowledge()


@pytest.fixture(scope="session")
def clauses(knowledge: Path) -> ClauseVocabulary:
    return load_clauses(knowledge)
