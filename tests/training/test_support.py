"""The groups that teach what supports a sentence: well formed, and none of them a test's."""

from __future__ import annotations

import json
import random

from evals.casebook import CASES
from tests.training.test_owners import runs, words_of_cases
from training.support import Group, lessons, load_groups
from training.tower import published


def test_every_group_has_statements_and_sentences_of_both_kinds() -> None:
    groups = load_groups()
    assert len(groups) > 600
    for each in groups:
        assert 3 <= len(each.grounds) <= 10
        assert len(each.supported) >= 3
        assert len(each.unsupported) >= 4
        assert not set(each.supported) & set(each.unsupported)


def test_no_group_shares_ten_words_in_a_row_with_a_case() -> None:
    cases = [json.loads(line) for line in (CASES / "guard.jsonl").read_text(encoding="utf-8").splitlines()]
    told = [text for each in cases for text in (*each["grounds"], each["sentence"])]
    known = {run for words in (*words_of_cases(), *told) for run in runs(words)}
    texts = [text for each in load_groups() for text in (*each.grounds, *each.supported, *each.unsupported)]
    assert [run for text in texts for run in runs(text) if run in known] == []


def test_no_group_is_taught_its_own_sentences_as_those_of_a_stranger() -> None:
    told: list[tuple[tuple[int, ...], bool]] = []
    groups = [Group([f"{each} one."], [f"{each} two."], [f"{each} three."]) for each in ("Ham", "Egg")]
    _, tokenizer = published()
    for seed in range(20):
        told += [(each.ids, each.right) for each in lessons(groups, tokenizer, random.Random(seed))]
    right = {ids for ids, is_right in told if is_right}
    assert not right & {ids for ids, is_right in told if not is_right}
