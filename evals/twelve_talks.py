"""Twelve talks with simulated owners, as they run: `python -m evals.twelve_talks` writes docs/talks.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import open_plumbline
from assistant.settings import Settings
from evals.casebook import CASES
from evals.run import TODAY
from evals.simulated.owners import Owner, owners
from evals.suite import Workplace
from evals.suites.interview import Interview, interview

PAGE = Path(__file__).parent.parent / "docs" / "talks.md"
SEED = 12
"""Another one than that of the suite: these owners are measured by nobody."""
COUNT = 12
HEAD = """# Twelve talks

Simulated owners (`evals/simulated`) as they talk with Plumbline, made by `python -m evals.twelve_talks`. Nothing is
mended by hand: what is wrong here is wrong in the product. The firms are invented.
"""


def main() -> None:
    """Write the page."""
    with TemporaryDirectory() as home:
        settings = Settings.from_environment(home=Path(home), today=TODAY)
        with open_plumbline(settings) as plumbline:
            place = Workplace(plumbline, settings)
            people = owners(COUNT * 2, SEED, settings.knowledge(), (CASES / "reading.jsonl",))
            chosen = [each for each in people if each.population != "texts"][:COUNT]
            parts = [HEAD, *("\n".join(_told(each, interview(each, place, SEED))) for each in chosen)]
    PAGE.write_text("\n\n".join(part.strip() for part in parts) + "\n", encoding="utf-8")


def _told(owner: Owner, talk: Interview) -> Iterator[str]:
    works = ", ".join(each.id.replace("_", " ") for each in owner.told)
    yield f"## {owner.id}: {owner.firm['industry']}, {owner.manner}\n"
    yield f"*Really about: {works}.*\n"
    for words, reply in zip(talk.said, talk.replies, strict=True):
        yield f"> {words}\n"
        yield f"{reply.text}\n"


if __name__ == "__main__":
    main()
