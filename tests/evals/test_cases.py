"""The cases themselves: they load, their gold stands in their texts, and every one can be put to the product."""

from __future__ import annotations

import pytest

from assistant.errors import BadInput
from assistant.files.reader import read_file
from evals.casebook import CASES, Case, attempt, load
from evals.suites.alignment import AlignmentCase
from evals.suites.alignment_facts import TRANSLATIONS, UNMAPPED, facts_of
from evals.suites.dialogues import DialogueCase
from evals.suites.proposals import ProposalCase
from evals.suites.questions import QuestionCase
from evals.suites.reading import ReadingCase
from evals.suites.retrieval import RetrievalCase
from evals.suites.robustness import OddCase
from evals.suites.year import YearCase

KINDS = {
    "reading.jsonl": ReadingCase,
    "dialogues.jsonl": DialogueCase,
    "questions.jsonl": QuestionCase,
    "proposals.jsonl": ProposalCase,
    "alignment.jsonl": AlignmentCase,
    "robustness.jsonl": OddCase,
    "retrieval.jsonl": RetrievalCase,
    "years.jsonl": YearCase,
}


@pytest.mark.parametrize("name", KINDS)
def test_every_case_loads_under_an_id_of_its_own_and_says_whether_it_was_seen(name: str) -> None:
    cases: tuple[Case, ...] = load(CASES / name, KINDS[name])
    assert len({each.id for each in cases}) == len(cases) > 0
    assert all(each.seen is not None for each in cases)


def test_a_line_that_is_no_case_is_named() -> None:
    path = CASES / "reading.jsonl"
    with pytest.raises(BadInput, match=r"reading\.jsonl:1"):
        load(path, OddCase)


def test_every_quote_of_the_reading_gold_stands_in_its_text() -> None:
    for case in load(CASES / "reading.jsonl", ReadingCase):
        gold = case.gold
        told = [*gold.goals, *gold.tools, *gold.pains, *gold.not_facts, *gold.peaks]
        told += [each.quote for each in (*gold.processes, *gold.quantities)]
        assert [each for each in told if each not in case.text] == [], case.id


def test_every_fault_and_hidden_word_stands_in_its_paper() -> None:
    for case in load(CASES / "proposals.jsonl", ProposalCase):
        files = [read_file(CASES / each, 25) for each in case.files or (case.file,)]
        text = "\n".join([*(each.text for each in files), *(piece for each in files for piece in each.unseen)])
        text = "".join(filter(str.isalnum, text))  # a table or a page sets words apart in its own way
        told = [each.quote for each in case.faults] + [*case.injections]
        told += [quote for each in case.contradictions for quote in each.quotes]
        assert [each for each in told if "".join(filter(str.isalnum, each)) not in text] == [], case.id


def test_every_alignment_case_is_translated_or_named_as_one_that_cannot_be() -> None:
    for case in load(CASES / "alignment.jsonl", AlignmentCase):
        assert (case.rule_id in TRANSLATIONS) != (case.rule_id in UNMAPPED), case.rule_id
        assert (facts_of(case.rule_id, case.facts) is None) == (case.rule_id in UNMAPPED)


def test_what_is_not_known_stays_unknown_in_translation() -> None:
    assert facts_of("GL01", {"goals": [], "serves_goals": []}) == {"goals_served": None}
    assert facts_of("PR01", {"stable_months_ahead": None}) == {"automates": True, "stable": None}
    assert facts_of("PR01", {"stable_months_ahead": 3}) == {"automates": True, "stable": False}


def test_a_failing_call_is_told_not_raised() -> None:
    assert attempt(int, "seven").error.startswith("ValueError")
    assert attempt(int, "7").result == 7
