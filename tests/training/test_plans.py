"""The marked plans and labelled answers: well formed, known to the table of signs, and none of them a test's."""

from __future__ import annotations

import json

from assistant.catalogue import Catalogue
from assistant.reading.plans import load_signs
from assistant.reading.vocabulary import ReadingVocabulary, load_vocabulary
from tests.conftest import KNOWLEDGE
from tests.training.test_owners import runs, words_of_cases
from training.markup import load_marked
from training.plans import ANSWERS, AT_ALL, NO_ANSWER, PLANS

UNTAUGHT = PLANS.parent / "untaught"
READ_OTHERWISE = {
    "plan", "notplan", "once", "monthly", "budget", "cash", "rollout", "spare", "too_dear", "affordable", "has_time",
    "contest", "freed_use",
}  # fmt: skip
"""Signs that are read as figures, as the plan itself, or that no rule asks for."""


def test_every_sign_is_taught_and_stands_for_something(catalogue: Catalogue) -> None:
    table = load_signs(KNOWLEDGE)
    taught = {mark.kind for each in load_marked(PLANS) for mark in each.marks}
    assert set(table.signs) | set(table.reasons) | READ_OTHERWISE == taught
    works = {each.id for each in catalogue.processes} | {"other", "none"}
    assert all(m.work in works for each in load_marked(PLANS) for m in each.marks if m.kind == "plan")


def test_every_answer_is_of_a_value_that_is_known() -> None:
    vocabulary: ReadingVocabulary = load_vocabulary(KNOWLEDGE)
    taught = vocabulary.replies.taught
    for line in ANSWERS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row["asked"] in (*taught, "own_feature", *AT_ALL), row
        known = ("answer",) if row["asked"] in AT_ALL else taught.get(row["asked"], ("yes", "no"))
        assert row["value"] in (*known, "unclear", NO_ANSWER), row


def test_no_plan_shares_ten_words_in_a_row_with_a_test() -> None:
    known = {run for words in words_of_cases() for run in runs(words)}
    shared = [run for each in (*load_marked(PLANS), *load_marked(UNTAUGHT)) for run in runs(each.text) if run in known]
    assert shared == []
