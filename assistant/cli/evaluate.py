"""plumbline eval"""

from __future__ import annotations

import importlib.util
import runpy
import sys
from typing import Annotated

import typer

from assistant.cli.inputs import AsJson
from assistant.errors import BadInput


def evaluate(
    suites: Annotated[
        list[str] | None, typer.Argument(metavar="[SUITE]...", help="Suites to run; all of them without.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Measure this checkout; needs the folder evals/."""
    if importlib.util.find_spec("evals") is None:
        raise BadInput("there is no evals/ here: run this in a checkout of the project")
    sys.argv = ["evals", *(suites or []), *(["--json"] if json else [])]
    runpy.run_module("evals", run_name="__main__")
