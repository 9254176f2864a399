"""plumbline sessions list|show|undo|rename|delete|import"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.inputs import AsJson, settings
from assistant.errors import BadInput, UnknownName

if TYPE_CHECKING:
    from assistant.conversation.plumbline import Plumbline
    from assistant.conversation.session import Session

app = typer.Typer(help="Kept conversations.", no_args_is_help=True, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(help="Id or title of the session.")]


@app.command("list")
def list_(json: AsJson = False) -> None:
    """Every session, the newest first."""
    from assistant import open_plumbline

    with open_plumbline(settings()) as plumbline:
        kept = plumbline.sessions()
    if json:
        print("[" + ",".join(each.model_dump_json() for each in kept) + "]")
        return
    for each in kept:
        print(f"{each.id}  {each.last_at:%Y-%m-%d %H:%M}  {each.turns} turns  {each.title}")


@app.command()
def show(name: Name, json: AsJson = False) -> None:
    """What was said and replied; with --json the whole state."""
    from assistant import open_plumbline

    with open_plumbline(settings()) as plumbline:
        talk = _existing(plumbline, name)
        if json:
            print(talk.state().model_dump_json())
            return
        for each in talk.history():
            print(f"> {each.words}\n{each.reply}\n")


@app.command()
def undo(name: Name) -> None:
    """Take back what was said last; twice takes back two."""
    from assistant import open_plumbline

    with open_plumbline(settings()) as plumbline:
        print(_existing(plumbline, name).undo().text)


@app.command()
def rename(name: Name, title: Annotated[str, typer.Argument(help="The new title.")]) -> None:
    """Give a session a title."""
    from assistant import open_plumbline

    with open_plumbline(settings()) as plumbline:
        _existing(plumbline, name).rename(title)
    print(title)


@app.command()
def delete(name: Name) -> None:
    """Remove every trace of a session."""
    from assistant import open_plumbline

    with open_plumbline(settings()) as plumbline:
        _existing(plumbline, name).delete()
    print(f"deleted {name}")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A .json export of a session.")],
    name: Annotated[str, typer.Option(help="Name of the new session.")] = "",
) -> None:
    """A session from its .json export."""
    from assistant import open_plumbline
    from assistant.export.json_state import read_session

    try:
        data = file.read_bytes()
    except OSError as exc:
        raise BadInput(f"{file}: cannot be read ({exc.strerror}); check the name") from exc
    kept = read_session(data)
    with open_plumbline(settings()) as plumbline:
        talk = plumbline.session(name or plumbline.new_session_id())
        talk.load(kept.state, kept.history)
    print(talk.id)


def _existing(plumbline: Plumbline, name: str) -> Session:
    talk = plumbline.named(name)
    if not talk.is_kept():
        raise UnknownName(f"no session {name!r}; `plumbline sessions list` shows them")
    return talk
