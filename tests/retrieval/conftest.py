"""A library over the checkout's own documents, its index kept between runs, and one over a few documents made here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import yaml
from numpy.typing import NDArray
from pydantic import TypeAdapter

from assistant.encoder import BundledEncoder
from assistant.retrieval.library import Library, knowledge_library
from assistant.settings import Settings

Questions = dict[str, list[str]]
KNOWLEDGE = Path(__file__).parents[2] / "knowledge"

FRONT = {
    "kind": "pattern",
    "title": "Ovens and invoices",
    "summary": "How a bakery keeps its books.",
    "seeds": ["S5"],
    "processes": ["invoicing"],
    "applies_to": {"staff": [1, 250]},
    "source": {"title": "Field notes", "author": "A. Baker", "year": 2020},
    "strength": "practitioner",
}
BODY = "## First things\nInvoices leave the house on Friday. The oven is cleaned first.\n"


class CountingEncoder(BundledEncoder):
    """The bundled encoder, which also tells how many texts it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.given += texts
        return super().encode(texts)


@pytest.fixture(scope="session")
def questions() -> Questions:
    """The sets of questions.yml."""
    return TypeAdapter(Questions).validate_python(
        yaml.safe_load((Path(__file__).parent / "questions.yml").read_text(encoding="utf-8"))
    )


@pytest.fixture(scope="session")
def library(request: pytest.FixtureRequest) -> Library:
    """The library of this checkout. Its first index takes about half a minute; later runs encode what has changed."""
    home = Path(request.config.cache.mkdir("retrieval"))
    made = knowledge_library(Settings(home=home), KNOWLEDGE)
    made.build()
    return made


@pytest.fixture(scope="session")
def by_words(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The same documents without an index."""
    return knowledge_library(Settings(home=tmp_path_factory.mktemp("home")), KNOWLEDGE)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A knowledge folder with the word lists of this checkout and no documents."""
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "vocabulary").symlink_to(KNOWLEDGE / "vocabulary")
    return folder


@pytest.fixture
def write(shelf: Path) -> Callable[..., Path]:
    """Writes a document into the folder: its id, its body, and the keys that differ from FRONT (None removes one)."""

    def written(name: str = "ovens", body: str = BODY, **changes: object) -> Path:
        front = {"id": name, **FRONT, **changes}
        text = yaml.safe_dump(
            {key: value for key, value in front.items() if value is not None},
            sort_keys=False,
            default_flow_style=None,
            width=1000,
        )
        path = shelf / f"{name}.md"
        path.write_text(f"---\n{text}---\n{body}", encoding="utf-8")
        return path

    return written
