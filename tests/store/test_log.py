"""The log keeps what it acknowledged, and forgets what was deleted."""

from __future__ import annotations

import json
import sqlite3
import threading
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from assistant.domain.findings import Finding, Report, Waiver
from assistant.domain.plan import Plan
from assistant.domain.speech import Spoken, Usage
from assistant.domain.talk import SessionState
from assistant.errors import StoreFailed, TurnTaken
from assistant.store.log import TurnLog, new_turn


def keep(log: TurnLog, n: int, words: str, session_id: str = "one") -> None:
    log.append(new_turn(session_id, n, "say", words, SessionState(reply_text=f"reply to {words}")))


def test_a_kept_turn_is_there_for_another_reader(tmp_path: Path) -> None:
    keep(TurnLog(tmp_path), 1, "hello")
    last = TurnLog(tmp_path).last("one")
    assert last is not None
    assert (last.n, last.words, last.state.reply_text) == (1, "hello", "reply to hello")


def test_a_wording_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)
    keep(log, 1, "hello")
    for text in ("Good day.", "Good evening."):
        log.word("one", 1, Spoken(text=text, usage=Usage(calls=1)))
    assert [each.reply for each in log.exchanges("one")] == ["Good evening."]
    assert log.usage("one") == (Usage(calls=1), 0)


def test_a_wording_that_comes_after_its_session_was_deleted_leaves_no_trace(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)
    keep(log, 1, "hello", "gone")
    log.delete("gone")
    log.word("gone", 1, Spoken(text="Good day.", trouble="late"))
    assert log.usage() == (Usage(), 0)
    keep(log, 1, "again", "gone")
    log.word("gone", 1, Spoken(text="Good evening."))
    assert [each.reply for each in log.exchanges("gone")] == ["Good evening."]


def test_what_the_database_forbids_is_one_line(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)
    keep(log, 1, "hello")
    with sqlite3.connect(tmp_path / "sessions.sqlite") as connection:
        connection.execute("CREATE TRIGGER no BEFORE INSERT ON spoken BEGIN SELECT RAISE(ABORT, 'forbidden'); END")
    with pytest.raises(StoreFailed, match="forbidden"):
        log.word("one", 1, Spoken(text="Good day."))


def test_a_second_writer_of_the_same_number_is_told(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)
    keep(log, 1, "first")
    with pytest.raises(TurnTaken):
        keep(TurnLog(tmp_path), 1, "second")
    assert [each.words for each in log.exchanges("one")] == ["first"]


def test_sessions_do_not_see_one_another(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)
    keep(log, 1, "mine", "a")
    keep(log, 1, "yours", "b")
    assert [each.words for each in log.exchanges("a")] == ["mine"]
    assert {each.id for each in log.sessions()} == {"a", "b"}


def test_deleted_means_gone_from_every_file(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)
    keep(log, 1, "the zebra crossing bakery", "gone")
    keep(log, 1, "stays", "kept")
    log.delete("gone")
    log.close()
    for file in tmp_path.rglob("*"):
        assert b"zebra" not in file.read_bytes(), file
    assert TurnLog(tmp_path).last("kept") is not None


def test_the_home_is_for_its_owner_only(tmp_path: Path) -> None:
    TurnLog(tmp_path / "home")
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700


def test_a_locked_database_is_one_line_and_nothing_is_kept(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)
    keep(log, 1, "before")
    blocker = sqlite3.connect(tmp_path / "sessions.sqlite", isolation_level=None)
    blocker.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StoreFailed, match="nothing of this turn was kept"):
            keep(log, 2, "during")
    finally:
        blocker.execute("ROLLBACK")
        blocker.close()
    assert [each.words for each in log.exchanges("one")] == ["before"]


def test_a_home_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreFailed, match="could not read or write"):
        TurnLog(tmp_path / "file" / "home")


def test_many_threads_lose_nothing(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)

    def write(name: str) -> None:
        for n in range(1, 6):
            keep(log, n, f"{name} {n}", name)

    threads = [threading.Thread(target=write, args=(f"s{k}",)) for k in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(len(log.exchanges(f"s{k}")) == 5 for k in range(4))


def test_a_state_of_a_newer_version_is_refused_with_a_remedy(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)
    keep(log, 1, "hello")
    log.close()
    with sqlite3.connect(tmp_path / "sessions.sqlite") as connection:
        connection.execute("UPDATE turns SET schema_version = 99")
    with pytest.raises(StoreFailed, match="update first"):
        TurnLog(tmp_path).last("one")


def test_advice_of_the_first_version_is_made_anew_and_the_rest_with_what_was_set_aside_is_kept(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)
    waived = Finding(
        rule_id="R1",
        verdict="broken",
        severity="should",
        scope="initiative",
        title="A try first",
        why="none is planned",
        waived=Waiver(by="owner", reason="my daughter has tried it"),
    )
    log.append(new_turn("one", 1, "say", "hello", SessionState(report=Report(findings=(waived,)))))
    log.close()
    with sqlite3.connect(tmp_path / "sessions.sqlite") as connection:
        old = json.loads(connection.execute("SELECT state_json FROM turns").fetchone()[0])
        old["recommendation"] = {"initiatives": [{"drivers": []}]}
        connection.execute("UPDATE turns SET schema_version = 1, state_json = ?", (json.dumps(old),))
    kept = TurnLog(tmp_path).last("one")
    assert kept is not None
    assert kept.words == "hello"
    assert kept.state.recommendation is None
    assert kept.state.report is not None
    assert kept.state.report.findings == (waived,)


def test_a_state_of_the_second_version_keeps_its_plan_and_has_no_check_ins(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)
    plan = Plan(title="Action plan", made_on=date(2026, 11, 21))
    log.append(new_turn("one", 1, "say", "hello", SessionState(plan=plan)))
    log.close()
    with sqlite3.connect(tmp_path / "sessions.sqlite") as connection:
        old = json.loads(connection.execute("SELECT state_json FROM turns").fetchone()[0])
        for new in ("check_ins", "versions", "reminded"):
            del old[new]
        del old["profile"]["trials"]
        connection.execute("UPDATE turns SET schema_version = 2, state_json = ?", (json.dumps(old),))
    kept = TurnLog(tmp_path).last("one")
    assert kept is not None
    assert kept.state == SessionState(plan=plan)


def test_a_full_disk_is_one_line_and_the_old_turns_stay(tmp_path: Path) -> None:
    log = TurnLog(tmp_path)
    keep(log, 1, "before")
    pages = sqlite3.connect(tmp_path / "sessions.sqlite").execute("PRAGMA page_count").fetchone()[0]
    log.close()

    def no_room_left(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(log._engine, "connect", no_room_left)
    with pytest.raises(StoreFailed, match="full"):
        keep(log, 2, "x" * 500_000)
    assert [each.words for each in log.exchanges("one")] == ["before"]


def test_many_openers_of_an_empty_home_all_get_in(tmp_path: Path) -> None:
    wrong: list[str] = []

    def open_and_keep(n: int) -> None:
        try:
            keep(TurnLog(tmp_path / "home"), 1, "hello", f"s{n}")
        except StoreFailed as exc:
            wrong.append(str(exc))

    threads = [threading.Thread(target=open_and_keep, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(TurnLog(tmp_path / "home").sessions()) == 8
