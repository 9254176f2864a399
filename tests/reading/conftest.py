"""What the tests of reading share: the vocabulary, and a reader of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.catalogue import Catalogue
from assistant.domain.profile import Profile
from assistant.encoder import Signs, Tagger
from assistant.reading.places import load_places
from assistant.reading.read import read
from assistant.reading.reader import Reader
from assistant.reading.scene import Scene, make_scene
from assistant.reading.vocabulary import ReadingVocabulary, load_vocabulary
from tests.conftest import KNOWLEDGE

Told = Callable[[str], Profile]
MakeScene = Callable[[str], Scene]


@pytest.fixture(scope="session")
def vocabulary() -> ReadingVocabulary:
    """The word lists of this checkout."""
    return load_vocabulary(KNOWLEDGE)


@pytest.fixture(scope="session")
def reader(catalogue: Catalogue, vocabulary: ReadingVocabulary) -> Reader:
    """What reads, with the tables and weights of this checkout."""
    return Reader(catalogue, vocabulary, load_places(KNOWLEDGE), Tagger(), Signs())


@pytest.fixture(scope="session")
def told(reader: Reader) -> Told:
    """Reads a text with the tables of this checkout."""
    return lambda text: read(text, reader)


@pytest.fixture(scope="session")
def scene(reader: Reader) -> MakeScene:
    """Makes a text ready for reading."""
    return lambda text: make_scene(text.strip(), reader)
