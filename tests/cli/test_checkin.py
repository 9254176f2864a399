"""A check-in from the command line: listed, taken over by a word, refused in one line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_commands import plumbline

OPENING = (
    "We are a plumbing firm in Leeds, 4 of us. We send about 40 invoices a week, 9 minutes each. I want evenings with "
    "the kids. I have 2 hours a week spare and £3,000 to spend. We use QuickBooks. I do the invoices myself. "
    "Every invoice goes by e-mail."
)
TOLD = ("--items", "40", "--new", "20-30", "--minutes", "3", "--cost", "12")


def test_a_check_in_is_listed_taken_over_and_shown_as_one_document(tmp_path: Path) -> None:
    talk = "\n".join([OPENING, *["skip"] * 6])
    plumbline(tmp_path, "chat", "--session", "mine", "--today", "2026-11-21", stdin=talk)
    text = plumbline(tmp_path, "checkin", "mine", *TOLD, "--today", "2027-03-01")
    assert "What it would change:" in text
    assert "plumbline chat --session mine" in text
    made = json.loads(plumbline(tmp_path, "checkin", "mine", *TOLD, "--json", "--yes", "--today", "2027-03-01"))
    assert made["taken"] is True
    assert made["actuals"]["new"] == [20.0, 30.0]
    assert made["now"]["low"] <= made["now"]["high"]
    line = plumbline(tmp_path, "checkin", "mine", "--items", "lots", code=2)
    assert "--items: 'lots' is no figure" in line
    assert "no session 'other'" in plumbline(tmp_path, "checkin", "other", *TOLD, code=2)
