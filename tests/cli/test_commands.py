"""The command line as a script would use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

OPENING = (
    "We bake for cafés, four of us. Invoices take my whole Saturday morning, about 60 a week. "
    "I want Saturdays free for the family."
)


def run(home: Path, *verb: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """One command, run to its end."""
    environment = {**os.environ, "PLUMBLINE_HOME": str(home / "home"), "HF_HUB_OFFLINE": "1"}
    return subprocess.run(
        [sys.executable, "-m", "assistant", *verb],
        input=stdin,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def plumbline(home: Path, *verb: str, stdin: str = "", code: int = 0) -> str:
    """Standard output of one command; its exit code must be `code` and its errors one clear line."""
    done = run(home, *verb, stdin=stdin)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    if code:
        assert done.stderr.strip()
        return done.stderr
    return done.stdout


def test_understand_prints_one_json_document_with_verbatim_quotes(tmp_path: Path) -> None:
    found = json.loads(plumbline(tmp_path, "understand", "-", "--json", stdin=OPENING))
    assert {"business", "goals", "strengths", "processes", "tools", "constraints", "pains", "quantities"} <= set(found)
    assert all(each["quote"] in OPENING for each in found["quantities"])
    assert any(each["id"] == "invoicing" for each in found["processes"])


def test_understand_feeds_advise(tmp_path: Path) -> None:
    facts = plumbline(tmp_path, "understand", "-", "--json", stdin=OPENING)
    made = json.loads(plumbline(tmp_path, "advise", "--profile", "-", "--json", "--today", "2026-11-21", stdin=facts))
    assert {"initiatives", "order", "report", "plan", "questions_open"} <= set(made)
    first = made["initiatives"][0]
    assert first["decision"] in (
        "now", "next", "later", "leave it", "stop doing it", "simplify first", "use what you have", "hand it over",
    )  # fmt: skip
    assert first["hours_freed_per_week"]["low"] <= first["hours_freed_per_week"]["high"]


def test_a_profile_with_a_wrong_key_is_one_line_with_the_key(tmp_path: Path) -> None:
    line = plumbline(tmp_path, "advise", "--profile", "-", stdin='{"busines": {}}', code=2)
    assert "busines" in line


def test_a_talk_is_kept_shown_exported_and_deleted(tmp_path: Path) -> None:
    said = plumbline(tmp_path, "chat", "--session", "bakery", stdin=f"{OPENING}\nabout four hours\n")
    assert "?" in said
    assert "bakery" in plumbline(tmp_path, "sessions", "list")
    assert OPENING in plumbline(tmp_path, "sessions", "show", "bakery")
    for name in ("plan.md", "plan.docx", "plan.xlsx", "plan.json"):
        plumbline(tmp_path, "export", "bakery", "--to", str(tmp_path / name))
        assert (tmp_path / name).stat().st_size > 200
    for name in ("plan.ics", "plan.csv"):  # nothing begins yet, so there is no day and no task
        assert "no step" in plumbline(tmp_path, "export", "bakery", "--to", str(tmp_path / name), code=2)
    chosen = ("--only", "page,talk", "--without", "page", "--to", str(tmp_path / "talk.md"))
    plumbline(tmp_path, "export", "bakery", *chosen)
    assert "What was said" in (tmp_path / "talk.md").read_text(encoding="utf-8")
    assert "stepps" in plumbline(tmp_path, "export", "bakery", "--only", "stepps", "--to", "x.md", code=2)
    plumbline(tmp_path, "sessions", "import", str(tmp_path / "plan.json"), "--name", "again")
    first = plumbline(tmp_path, "sessions", "show", "bakery", "--json")
    assert json.loads(first) == json.loads(plumbline(tmp_path, "sessions", "show", "again", "--json"))
    plumbline(tmp_path, "export", "again", "--to", str(tmp_path / "again.json"))
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "plan.json").read_bytes()
    assert OPENING in plumbline(tmp_path, "sessions", "show", "again")
    told = plumbline(tmp_path, "sessions", "undo", "bakery")
    assert told.startswith("Taken back: “about four hours”")
    shown = plumbline(tmp_path, "sessions", "show", "bakery")
    assert OPENING in shown
    assert "four hours" not in shown
    assert "nothing to take back" in plumbline(tmp_path, "sessions", "undo", "again")
    assert holding(tmp_path / "home", OPENING)
    for name in ("bakery", "again"):
        plumbline(tmp_path, "sessions", "delete", name)
    assert holding(tmp_path / "home", OPENING) == []


def holding(folder: Path, words: str) -> list[Path]:
    """The files of a folder in which the first of these words stand."""
    return [each for each in folder.rglob("*") if each.is_file() and words.encode()[:40] in each.read_bytes()]


def test_rules_print_the_failing_example_as_executed(tmp_path: Path) -> None:
    card = json.loads(plumbline(tmp_path, "rules", "RS04", "--json"))
    assert card["failing_finding"]["verdict"] == "broken"
    assert "#" in card["source"]


@pytest.mark.parametrize(
    ("verb", "says"),
    [
        (("rules", "XX99"), "XX99"),
        (("export", "nobody", "--to", "x.docx"), "nobody"),
        (("critique", "missing.pdf"), "missing.pdf"),
        (("ask", ""), "empty"),
        (("chat", "--today", "tomorrow"), "tomorrow"),
    ],
)
def test_bad_input_is_one_line_that_names_the_value(tmp_path: Path, verb: tuple[str, ...], says: str) -> None:
    line = plumbline(tmp_path, *verb, code=1 if verb[0] == "critique" else 2)
    assert says in line
    assert len(line.strip().splitlines()) == 1


def test_help_names_only_verbs_that_work(tmp_path: Path) -> None:
    shown = plumbline(tmp_path, "--help")
    for verb in [
        "serve",
        "chat",
        "understand",
        "assess",
        "advise",
        "critique",
        "ask",
        "search",
        "ingest",
        "export",
        "sessions",
        "rules",
        "catalogue",
        "eval",
        "doctor",
        "mcp",
    ]:
        assert f"\n  {verb} " in shown


OFFER = (
    "Order form. CRM for 5 users, £20 per user per month, plus VAT. The term is 12 months. "
    "It renews for 12 months unless you give 60 days' notice before the end."
)


def test_a_critique_is_exported_by_the_ending_of_its_name(tmp_path: Path) -> None:
    offer = tmp_path / "offer.txt"
    offer.write_text(OFFER, encoding="utf-8")
    dated = ("--signed", "2026-05-01", "--today", "2026-05-02")
    for name, opening in (("offer.pdf", b"%PDF-"), ("offer.xlsx", b"PK"), ("offer.ics", b"BEGIN:VCALENDAR")):
        to = tmp_path / name
        assert plumbline(tmp_path, "critique", str(offer), *dated, "--export", str(to)).strip() == str(to)
        assert to.read_bytes().startswith(opening)
    assert b"DTSTART;VALUE=DATE:20270222" in (tmp_path / "offer.ics").read_bytes()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("offer.txt", "--export", "offer.pptx"), "known are: .docx, .pdf, .md, .html, .xlsx, .ics"),
        (("offer.txt", "other.txt", "--export", "offer.pdf"), "2 files were given"),
        (("offer.txt", "--export", "offer.pdf", "--clauses-only"), "leave out --clauses-only"),
    ],
)
def test_an_export_that_cannot_be_is_refused_before_anything_is_read(
    tmp_path: Path, options: tuple[str, ...], says: str
) -> None:
    line = plumbline(tmp_path, "critique", *options, code=2)
    assert says in line
    assert len(line.strip().splitlines()) == 1


def test_assess_gives_a_verdict_with_its_rules(tmp_path: Path) -> None:
    plan = "We are a tailor's, four of us. A chatbot would answer for 90 a month because the shop next door has one."
    made = json.loads(plumbline(tmp_path, "assess", "-", "--json", stdin=plan))
    assert made["verdict"] in ("aligned", "misaligned", "not yet", "cannot tell")
    assert all(each["quote"] is None or each["quote"] in plan for each in made["findings"])


def test_ask_reads_a_question_a_line(tmp_path: Path) -> None:
    questions = "When should I stop a pilot?\nHow do I roast a chicken?\n"
    answers = [json.loads(line) for line in plumbline(tmp_path, "ask", "-", "--jsonl", stdin=questions).splitlines()]
    assert [each["abstained"] for each in answers] == [False, True]
    assert answers[0]["sentences"][0]["citations"]


def test_what_was_taken_back_is_said_once(tmp_path: Path) -> None:
    done = run(tmp_path, "chat", "--session", "x", stdin="We are nine.\nundo\n")
    assert done.stdout.count("Taken back: “We are nine.”") == 1
    assert "Taken back" not in done.stderr


def test_doctor_says_where_data_is_kept_and_no_word_of_the_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLUMBLINE_TODAY", "2026-11-24")
    plumbline(tmp_path, "chat", "--session", "x", stdin="The zebra bakery drowns in invoices.\n")
    said = plumbline(tmp_path, "doctor")
    assert str(tmp_path / "home") in said
    assert "zebra" not in said


@pytest.mark.parametrize(("today", "code", "sign"), [("2026-11-24", 0, "ok "), ("2031-01-01", 1, "NOT")])
def test_doctor_says_whether_prices_and_law_were_read_lately(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: str, code: int, sign: str
) -> None:
    monkeypatch.setenv("PLUMBLINE_TODAY", today)
    done = run(tmp_path, "doctor")
    assert done.returncode == code
    (line,) = (each for each in done.stdout.splitlines() if "knowledge dates" in each)
    assert line.startswith(sign)


def test_the_command_loads_no_firm_and_no_plan_before_it_knows_what_is_asked() -> None:
    tried = (
        "import sys, assistant.cli; print([n for n in ('profile', 'plan') if f'assistant.domain.{n}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", tried], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
