"""The marked papers that teach the reader of proposals: in known terms, figures as they stand, and none of them a
test's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.vendors.vocabulary import ClauseVocabulary, load_clauses
from tests.conftest import KNOWLEDGE
from tests.training.test_owners import CASES, runs
from training.vendor_papers import PAPERS

SHARED_RUNS = 5
"""Runs of ten words that a sentence may share with the tests: "shall not exceed the fees paid in the twelve months"
stands in half of all papers of this world."""
NOT_IN_THE_TABLE = {"machine_note"}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    lines = [
        json.loads(line) for path in sorted(PAPERS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]
    return [row for each in lines for row in each.get("sentences", [each])]


@pytest.fixture(scope="module")
def vocabulary() -> ClauseVocabulary:
    return load_clauses(KNOWLEDGE)


def test_every_type_has_its_texts_and_every_label_is_explained(
    rows: list[dict[str, Any]], vocabulary: ClauseVocabulary
) -> None:
    explained = (PAPERS / "README.md").read_text(encoding="utf-8")
    assert {name for row in rows for name in row["types"]} <= {each.id for each in vocabulary.types} | NOT_IN_THE_TABLE
    unexplained = {said for row in rows for said in row["says"] if said.split(": ")[0] not in explained}
    unexplained |= {role for row in rows for role, _ in row["figures"] if role not in explained}
    assert unexplained == set()


def test_every_figure_stands_in_its_sentence(rows: list[dict[str, Any]]) -> None:
    assert [row["t"] for row in rows for _, words in row["figures"] if words not in row["t"]] == []


def test_no_sentence_is_taken_from_a_test(rows: list[dict[str, Any]]) -> None:
    tests = {run for text in words_of_cases() for run in runs(text)}
    assert [row["t"] for row in rows if sum(run in tests for run in runs(row["t"])) > SHARED_RUNS] == []


def words_of_cases() -> Iterator[str]:
    for path in sorted((CASES / "proposals").rglob("*")):
        if path.is_file():
            yield re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8", errors="ignore"))


def test_the_cases_are_found() -> None:
    assert len(list(words_of_cases())) >= len((Path(CASES) / "proposals.jsonl").read_text("utf-8").splitlines())
