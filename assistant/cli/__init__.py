"""The `plumbline` command: one small module a verb. An AssistantError becomes one line and an exit code here."""

from __future__ import annotations

import os
import sys

import typer

from assistant.cli import (
    ask,
    catalogue,
    chat,
    checkin,
    critique,
    doctor,
    evaluate,
    export,
    ingest,
    mcp,
    reading,
    rules,
    serve,
    sessions,
)
from assistant.errors import AssistantError

app = typer.Typer(
    name="plumbline",
    help="Strategic automation advice for owners of small firms, checked by rules. Works offline, with no account.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("serve")(serve.serve)
app.command("chat")(chat.chat)
app.command("understand")(reading.understand)
app.command("assess")(reading.assess)
app.command("advise")(reading.advise)
app.command("critique")(critique.critique)
app.command("ask")(ask.ask)
app.command("search")(ask.search)
app.command("ingest")(ingest.ingest)
app.command("checkin")(checkin.checkin)
app.command("export")(export.export)
app.add_typer(sessions.app, name="sessions")
app.command("rules")(rules.rules)
app.command("catalogue")(catalogue.catalogue)
app.command("mcp")(mcp.mcp)
app.command("eval")(evaluate.evaluate)
app.command("doctor")(doctor.doctor)


def main() -> None:
    """Run one verb; exit with 0 done, 1 refused or failed checks, 2 bad input, 3 something we depend on failed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except AssistantError as exc:
        print(f"plumbline: {exc}", file=sys.stderr)
        raise SystemExit(exc.exit_code) from exc
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
