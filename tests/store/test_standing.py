"""What stands in the log once turns were taken back."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.talk import SessionState, TurnKind
from assistant.store.log import TurnLog, new_turn
from assistant.store.standing import standing


class Line(NamedTuple):
    n: int
    kind: TurnKind


KINDS: tuple[TurnKind, ...] = ("say", "edit", "rename", "documents", "undo")


def kept(*kinds: TurnKind) -> list[int]:
    return [each.n for each in standing(Line(n, kind) for n, kind in enumerate(kinds))]


def test_one_after_the_other_is_taken_back() -> None:
    assert kept("say", "edit", "undo") == [0]
    assert kept("say", "edit", "undo", "undo") == []
    assert kept("say", "undo", "say", "undo", "edit") == [4]


def test_titles_and_documents_stay_and_what_was_opened_is_not_taken_back() -> None:
    assert kept("say", "rename", "undo") == [1]
    assert kept("say", "documents", "undo", "undo") == [1]
    assert kept("say", "opened", "undo") == [0, 1]
    assert kept("say", "opened", "say", "undo", "undo") == [0, 1]


@given(st.lists(st.sampled_from(KINDS)))
def test_each_undo_is_the_same_as_leaving_out_the_last_turn_that_stands(kinds: list[TurnKind]) -> None:
    """Against the plain rule, applied to the words themselves: find an undo, strike it and what it undoes."""
    struck = list(enumerate(kinds))
    while (at := next((place for place, (_, kind) in enumerate(struck) if kind == "undo"), None)) is not None:
        before = [place for place in range(at) if struck[place][1] not in ("rename", "documents")]
        gone = {at, *before[-1:]}
        struck = [each for place, each in enumerate(struck) if place not in gone]
    assert kept(*kinds) == [n for n, _ in struck]


def test_the_log_lists_and_counts_only_what_stands_and_keeps_all(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)
    for n, (kind, words) in enumerate((("say", "one"), ("say", "two"), ("undo", ""), ("say", "three")), start=1):
        log.append(new_turn("a", n, kind, words, SessionState(reply_text=f"to {words}")))  # type: ignore[arg-type]  # kinds as above
    assert [(each.n, each.words) for each in log.exchanges("a")] == [(1, "one"), (2, "three")]
    assert [each.turns for each in log.sessions()] == [2]
    taken_back = log.turn("a", 2)
    assert taken_back is not None
    assert taken_back.words == "two"
