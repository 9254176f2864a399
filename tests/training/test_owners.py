"""The marked texts that teach the tagger: well formed, in the terms of the catalogue, and none of them a test's."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.catalogue import Catalogue
from training.lessons import KINDS, OWNERS, PERIODS, ROLES, SIGNS
from training.markup import Marked, load_marked

CASES = Path(__file__).parents[2] / "evals" / "cases"
SHARED_WORDS = 10


@pytest.fixture(scope="module")
def texts() -> list[Marked]:
    return load_marked(OWNERS)


def test_every_mark_is_of_a_known_kind_and_names_known_work(texts: list[Marked], catalogue: Catalogue) -> None:
    works = {each.id for each in catalogue.processes} | {"other"}
    for marked in texts:
        for mark in marked.marks:
            told = marked.text[mark.start : mark.end]
            assert mark.kind in (*KINDS, *ROLES, "sign"), told
            assert mark.kind != "sign" or mark.names[1] in SIGNS, told
            assert mark.work is None or mark.work in works, told
            assert told.strip(), marked.text
            assert mark.per is None or mark.per in PERIODS, told


def test_every_kind_of_work_is_told_often_and_no_text_twice(texts: list[Marked], catalogue: Catalogue) -> None:
    told = Counter(work for each in texts for work in {mark.work for mark in each.marks if mark.kind == "work"})
    assert min(told[each.id] for each in catalogue.processes) >= 8
    assert max(Counter(each.text for each in texts).values()) == 1


def test_no_text_shares_ten_words_in_a_row_with_a_test(texts: list[Marked]) -> None:
    tests = {run for words in words_of_cases() for run in runs(words)}
    shared = [run for each in texts for run in runs(each.text) if run in tests]
    assert shared == []


def words_of_cases() -> Iterator[str]:
    for name in ("reading", "repair", "dialogues", "assess"):
        for line in (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            yield case.get("text") or case.get("opening") or " ".join(each["say"] for each in case["turns"])


def runs(text: str) -> Iterator[str]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return (" ".join(words[n : n + SHARED_WORDS]) for n in range(len(words) - SHARED_WORDS + 1))
