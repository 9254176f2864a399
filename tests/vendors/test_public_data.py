"""Real contracts made by others: no error, every quote at its place, balanced terms never flagged."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.catalogue import Catalogue
from assistant.files.reader import read_file, read_text
from assistant.vendors.critique import critique
from assistant.vendors.vocabulary import ClauseVocabulary
from tests.vendors.conftest import TODAY


def test_balanced_standard_terms_are_hardly_flagged(
    eval_data: Path, clauses: ClauseVocabulary, catalogue: Catalogue
) -> None:
    files = sorted((eval_data / "proposals" / "common_paper").glob("*.txt"))
    assert len(files) == 27
    flags = 0
    for path in files:
        made = critique((read_file(path, 25),), catalogue, TODAY, clauses=clauses)
        flags += sum(each.risk in ("flag", "blocker") for each in made.clauses)
        assert all(made.text[each.start : each.end] == each.quote for each in made.clauses)
    assert flags <= len(files)


def test_thirty_contracts_run_and_every_quote_is_verbatim(
    eval_data: Path, clauses: ClauseVocabulary, catalogue: Catalogue
) -> None:
    with (eval_data / "cuad" / "contracts.jsonl").open(encoding="utf-8") as handle:
        texts = [json.loads(line)["text"] for line in handle]
    alarms = 0
    for text in sorted((each for each in texts if len(each) < 40_000), key=len)[::6][:30]:
        made = critique((read_text("contract", text),), catalogue, TODAY, clauses=clauses)
        spans = (*made.clauses, *made.claims, *made.trust, *made.term_quotes.values())
        assert all(made.text[each.start : each.end] == each.quote for each in spans if each.end)
        alarms += bool(made.trust)
    assert alarms <= 4
