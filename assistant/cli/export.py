"""plumbline export"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.inputs import settings, write
from assistant.errors import UnknownName


def export(
    session: Annotated[str, typer.Argument(help="Name of the session.")],
    to: Annotated[
        Path,
        typer.Option(help="File to write; its ending decides the format (.docx .pdf .xlsx .ics .csv .md .html .json)."),
    ],
) -> None:
    """The plan of a session as a file."""
    from assistant import open_plumbline

    with open_plumbline(settings()) as plumbline:
        talk = plumbline.named(session)
        if not talk.history():
            raise UnknownName(f"no session {session!r}; `plumbline sessions list` shows them")
        data = talk.export(to.name)
    write(to, data)
    print(to)
