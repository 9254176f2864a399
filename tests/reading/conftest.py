"""What the tests of reading share: the vocabulary, and a reader of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.catalogue import Catalogue
from assistant.domain.profile import Profile
from assistant.reading.read import read
from assistant.reading.vocabulary import ReadingVocabulary, load_vocabulary
from tests.conftest import KNOWLEDGE

Reader = Callable[[str], Profile]


@pytest.fixture(scope="session")
def vocabulary() -> ReadingVocabulary:
    """The word lists of this checkout."""
    return load_vocabulary(KNOWLEDGE)


@pytest.fixture(scope="session")
def told(catalogue: Catalogue, vocabulary: ReadingVocabulary) -> Reader:
    """Reads a text with the tables of this checkout."""
    return lambda text: read(text, catalogue, vocabulary)
