"""The scripted talks for chat models: 25 of 8 turns, all different."""

from __future__ import annotations

import json

from evals.casebook import CASES

TALKS = 25
TURNS = 8


def test_the_talks_are_whole_and_no_turn_is_said_twice() -> None:
    lines = (CASES / "model_turns.jsonl").read_text(encoding="utf-8").splitlines()
    talks = [json.loads(each) for each in lines]
    assert all(set(each) == {"id", "turns"} for each in talks)
    assert len({each["id"] for each in talks}) == len(talks) == TALKS
    assert {len(each["turns"]) for each in talks} == {TURNS}
    turns = [words for each in talks for words in each["turns"]]
    assert all(words == words.strip() != "" for words in turns)
    assert len(set(turns)) == TALKS * TURNS
