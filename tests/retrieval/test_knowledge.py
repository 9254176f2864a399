"""The documents of this checkout are fit to be cited: placed, sourced, dated, different from one another."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import pytest

from assistant.catalogue import Catalogue
from assistant.domain.knowledge import Document
from assistant.retrieval.documents import anchor, load_documents, sections
from assistant.retrieval.library import Library
from tests.retrieval.conftest import KNOWLEDGE

LEAST_WORDS, MOST_WORDS = 55, 130
FIGURE = re.compile(r"\d\s?%|per ?cent|[$£€]\s?\d")
DATED = re.compile(r"\b(?:19|20)\d\d\b")
OWN = ("example", "made-up", "made up", "suppose", "rule of thumb", "our own", "say ")
"""How a section says that its figures are nobody's measurement."""
SEEDS = tuple(f"S{n}" for n in range(1, 21))
ALIKE = 0.93
"""Cosine of two passages from which one of them says nothing new."""
RUN = 12
"""Words in a row that two documents may not share."""


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    """All of them."""
    return load_documents(KNOWLEDGE)


def _parts(documents: tuple[Document, ...]) -> list[tuple[str, str]]:
    return [(anchor(each.id, part.heading), part.text) for each in documents for part in sections(each.body)]


def test_a_section_is_one_idea_long(documents: tuple[Document, ...]) -> None:
    odd = {name: len(text.split()) for name, text in _parts(documents)}
    assert {name: count for name, count in odd.items() if not LEAST_WORDS <= count <= MOST_WORDS} == {}


def test_a_figure_says_of_which_year_it_is_or_that_it_is_an_example(documents: tuple[Document, ...]) -> None:
    bare = [
        name
        for name, text in _parts(documents)
        if FIGURE.search(text) and not DATED.search(text) and not any(each in text.lower() for each in OWN)
    ]
    assert bare == []


def test_a_study_names_its_source_with_an_address_or_an_author(documents: tuple[Document, ...]) -> None:
    weak = [each.id for each in documents if each.strength == "study" and not (each.source.url or each.source.author)]
    assert weak == []


def test_every_idea_of_the_subject_is_carried_by_two_documents(documents: tuple[Document, ...]) -> None:
    carried = Counter(seed for each in documents for seed in each.seeds)
    assert [seed for seed in SEEDS if carried[seed] < 2] == []
    assert set(carried) <= set(SEEDS)


def test_every_kind_of_work_and_every_means_has_a_document_of_its_own(
    documents: tuple[Document, ...], catalogue: Catalogue
) -> None:
    work = {each.id: each.processes for each in documents if each.kind == "process"}
    assert {each.id.replace("_", "-") for each in catalogue.processes} == set(work)
    assert [name for name, of in work.items() if name.replace("-", "_") not in of] == []
    ways = Counter(name for each in documents if each.kind == "means" for name in each.means)
    assert ways == Counter(each.id for each in catalogue.means)


def test_every_id_that_a_document_names_is_in_the_catalogue(
    documents: tuple[Document, ...], catalogue: Catalogue
) -> None:
    work, ways = {each.id for each in catalogue.processes}, {each.id for each in catalogue.means}
    assert [(each.id, name) for each in documents for name in each.processes if name not in work] == []
    assert [(each.id, name) for each in documents for name in each.means if name not in ways] == []


def test_no_two_documents_share_a_run_of_words(documents: tuple[Document, ...]) -> None:
    first: dict[tuple[str, ...], str] = {}
    shared = []
    for each in documents:
        words = re.findall(r"\w+", each.body.lower())
        for run in zip(*(words[n:] for n in range(RUN)), strict=False):
            if first.setdefault(run, each.id) != each.id:
                shared.append((first[run], each.id, " ".join(run)))
                break
    assert shared == []


def test_no_two_passages_say_the_same(library: Library) -> None:
    view = library._view()
    assert view.index.vectors is not None
    rows = view.index.vectors.rows()
    near = np.argwhere(np.triu(rows @ rows.T, 1) > ALIKE)
    names = [anchor(each.passage.document_id, each.passage.heading) for each in view.index.pieces]
    assert [(names[a], names[b]) for a, b in near if names[a] != names[b]] == []


def test_a_seller_told_case_says_so_and_names_a_failure(documents: tuple[Document, ...]) -> None:
    told = [each for each in documents if each.kind == "case" and each.strength == "vendor-claim"]
    assert told
    quiet = [each.id for each in told if not re.search(r"sell|vendor|supplier|maker|provider", each.body.lower())]
    assert quiet == []


def test_what_is_dated_is_good_for_a_while_after_the_documents_were_last_read(
    documents: tuple[Document, ...],
) -> None:
    newest = max(each.read for each in documents if each.read)
    dated = [(each.id, note.check_after) for each in documents for note in each.sections.values() if note.check_after]
    assert len(dated) > 50
    assert [name for name, until in dated if until <= newest] == []


def test_illustrative_cases_say_that_they_are_invented(documents: tuple[Document, ...]) -> None:
    shown = [each for each in documents if each.strength == "illustrative"]
    assert len(shown) >= 11
    said = r"illustrat|invented|made-up|made up|imagin|story|not a real"
    assert [each.id for each in shown if not re.search(said, f"{each.summary} {each.body}".lower())] == []
