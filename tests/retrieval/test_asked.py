"""What sections are asked: every one is, each question stands for one place, and none of them is a test's."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.domain.knowledge import Document
from assistant.language import sentences
from assistant.retrieval.documents import ASKED, anchor, load_asked, load_documents, sections
from assistant.retrieval.passages import split
from tests.retrieval.conftest import KNOWLEDGE

ROOT = Path(__file__).parents[2]
SHARED_WORDS = 9
LEAST = 9
"""Questions that a section has at least."""


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    """All of them."""
    return load_documents(KNOWLEDGE)


def two_subjects() -> list[dict[str, str]]:
    return [json.loads(line) for line in (ROOT / "training" / "two_subjects.jsonl").read_text("utf-8").splitlines()]


def test_every_section_says_what_it_is_asked(documents: tuple[Document, ...]) -> None:
    held = {of.section: len(of.asked) for _, of in load_asked(KNOWLEDGE / ASKED)}
    known = [anchor(each.id, part.heading) for each in documents for part in sections(each.body)]
    assert [section for section in known if held.get(section, 0) < LEAST] == []


def test_no_question_stands_for_two_sections(documents: tuple[Document, ...]) -> None:
    asked = Counter(question.lower() for each in documents for of in each.asked.values() for question in of)
    assert [question for question, count in asked.items() if count > 1] == []
    assert {path.stem for path in (KNOWLEDGE / ASKED).iterdir()} <= {path.name for path in KNOWLEDGE.iterdir()}


def test_every_question_names_sentences_that_its_section_has(documents: tuple[Document, ...]) -> None:
    held: Counter[str] = Counter()
    for piece in split(documents):
        passage = piece.passage
        held[anchor(passage.document_id, passage.heading)] += len(sentences.split(passage.text))
    for where, of in load_asked(KNOWLEDGE / ASKED):
        assert len(of.by) == len(of.asked), where
        assert all(1 <= place <= held[of.section] for places in of.by for place in places), where


def test_a_question_on_two_subjects_names_sections_of_two_documents(documents: tuple[Document, ...]) -> None:
    known = {anchor(each.id, part.heading) for each in documents for part in sections(each.body)}
    for two in two_subjects():
        first, second = two["sections"]
        assert {first, second} <= known, two["asked"]
        assert first.partition("#")[0] != second.partition("#")[0], two["asked"]


def test_no_question_shares_nine_words_in_a_row_with_a_test(documents: tuple[Document, ...]) -> None:
    tests = {run for text in questions_of_tests() for run in runs(text)}
    asked = [question for each in documents for of in each.asked.values() for question in of]
    asked += [two["asked"] for two in two_subjects()]
    assert [run for question in asked for run in runs(question) if run in tests] == []


def questions_of_tests() -> Iterator[str]:
    for name in ("retrieval", "questions"):
        for line in (ROOT / "evals" / "cases" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["question"]


def runs(text: str) -> Iterator[str]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return (" ".join(words[n : n + SHARED_WORDS]) for n in range(len(words) - SHARED_WORDS + 1))
