"""The conversation in the README, made by a run: `python -m evals.transcript` puts it there."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from assistant import open_plumbline
from assistant.settings import Settings

README = Path(__file__).parent.parent / "README.md"
START, END = "<!-- transcript -->", "<!-- end of transcript -->"
SAID = (
    "We're a plumbing firm in Leeds, twelve of us. I want us doing heat pumps in three years, and I want my Saturdays "
    "back. Invoices take my whole Saturday, about 60 a week. People come because Dee on the phone knows them.",
    "I do, every week",
    "training for the heat pumps, finally",
    "3 hours a week",
    "QuickBooks and a spreadsheet",
    "all by e-mail",
    "no idea",
    "is a phone bot a good idea for a plumber?",
)
DAY = date(2026, 11, 21)


def transcript() -> str:
    """The talk as markdown quotes, the owner's lines in bold."""
    with tempfile.TemporaryDirectory() as home, open_plumbline(Settings(home=Path(home), today=DAY)) as plumbline:
        session = plumbline.session("readme")
        turns = [(words, session.say(words).text) for words in SAID]
    lines = []
    for words, reply in turns:
        lines += [f"**Owner:** {words}", "", *(f"> {line}".rstrip() for line in reply.splitlines()), ""]
    return "\n".join(lines)


def renewed(readme: str) -> str:
    """The README with today's transcript between its markers."""
    before, rest = readme.split(START)
    _, after = rest.split(END)
    return f"{before}{START}\n{transcript()}{END}{after}"


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
