"""The vocabulary and the catalogue, read once for all tests of this folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.catalogue import Catalogue, load_catalogue
from assistant.settings import Settings
from assistant.vendors.clauses import ClauseVocabulary, load_clauses

TODAY = date(2026, 5, 1)


@pytest.fixture(scope="session")
def knowledge() -> Path:
    return Settings().knowledge()


@pytest.fixture(scope="session")
def clauses(knowledge: Path) -> ClauseVocabulary:
    return load_clauses(knowledge)


@pytest.fixture(scope="session")
def catalogue(knowledge: Path) -> Catalogue:
    return load_catalogue(knowledge)


@pytest.fixture(scope="session")
def eval_root() -> Path:
    root = Settings().eval_root()
    if not root.is_dir():
        pytest.skip(f"the public data sets are not at {root}; set PLUMBLINE_EVAL_DATA")
    return root
