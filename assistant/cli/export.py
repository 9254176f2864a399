"""plumbline export"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.inputs import settings
from assistant.errors import DependencyFailed, UnknownName


def export(
    session: Annotated[str, typer.Argument(help="Name of the session.")],
    to: Annotated[Path, typer.Option(help="File to write; its ending decides the format (.docx .md .json).")],
) -> None:
    """The plan of a session as a file."""
    from assistant import open_plumbline

    with open_plumbline(settings()) as plumbline:
        talk = plumbline.named(session)
        if not talk.history():
            raise UnknownName(f"no session {session!r}; `plumbline sessions list` shows them")
        data = talk.export(to.name)
    try:
        to.write_bytes(data)
    except OSError as exc:
        raise DependencyFailed(f"{to}: cannot be written ({exc.strerror}); choose another place") from exc
    print(to)
