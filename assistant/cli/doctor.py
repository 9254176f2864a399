"""plumbline doctor"""

from __future__ import annotations

import typer

from assistant.cli.inputs import AsJson, print_json, settings


def doctor(json: AsJson = False) -> None:
    """What is installed, reachable and configured; where data is kept."""
    from assistant import open_plumbline

    with open_plumbline(settings()) as plumbline:
        health = plumbline.doctor()
    if json:
        print_json(health)
    else:
        for check in health.checks:
            print(f"{'ok ' if check.ok else 'NOT'}  {check.name:22} {check.says}")
    if not health.ok:
        raise typer.Exit(1)
