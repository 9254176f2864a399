"""plumbline export"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.inputs import settings, write
from assistant.errors import UnknownName
from assistant.export.choice import SECTIONS, choice


def export(
    session: Annotated[str, typer.Argument(help="Name of the session.")],
    to: Annotated[
        Path,
        typer.Option(help="File to write; its ending decides the format (.docx .pdf .xlsx .ics .csv .md .html .json)."),
    ],
    only: Annotated[str, typer.Option(help=f"Sections to write, with commas between: {', '.join(SECTIONS)}.")] = "",
    without: Annotated[str, typer.Option(help="Sections to leave out, with commas between.")] = "",
    private: Annotated[bool, typer.Option("--private", help="Leave out firm, people and your own words.")] = False,
) -> None:
    """The plan of a session as a file."""
    from assistant import open_plumbline

    chosen = choice(_names(only), _names(without), private)
    with open_plumbline(settings()) as plumbline:
        talk = plumbline.named(session)
        if not talk.history():
            raise UnknownName(f"no session {session!r}; `plumbline sessions list` shows them")
        data = talk.export(to.name, chosen)
    write(to, data)
    print(to)


def _names(words: str) -> list[str]:
    return [each for each in words.split(",") if each.strip()]
