"""plumbline critique"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.inputs import AsJson, AsJsonLines, Today, day_of, profile_of, settings, write
from assistant.errors import AssistantError, BadInput
from assistant.files.folder import files_under

if TYPE_CHECKING:
    from datetime import date

    from assistant.conversation.plumbline import Plumbline
    from assistant.domain.profile import Profile

MANY = 12
"""Proposals from which every processor gets a process of its own: starting one costs seconds."""
Group = tuple[Path, ...]


def critique(
    files: Annotated[list[Path], typer.Argument(help="Proposals, or folders of them: .txt .md .html .eml .pdf .docx")],
    profile: Annotated[str, typer.Option(help="Facts of the firm, to check the proposal against.")] = "",
    signed: Annotated[str, typer.Option(help="The date of signing (ISO date), where the paper does not say.")] = "",
    bundle: Annotated[bool, typer.Option("--bundle", help="Read all files as one proposal.")] = False,
    clauses_only: Annotated[bool, typer.Option("--clauses-only", help="Only find clauses, down to 0.01.")] = False,
    export: Annotated[
        Path | None,
        typer.Option(help="File to write; its ending decides the format (.docx .pdf .md .html .xlsx .ics)."),
    ] = None,
    json: AsJson = False,
    jsonl: AsJsonLines = False,
    today: Today = "",
) -> None:
    """A vendor's proposal -> terms, dates, three-year cost, clauses, what is missing, what to ask for."""
    paths = tuple(each.path for each in files_under(files))
    groups = [paths] if bundle else [(each,) for each in paths]
    if json and len(groups) != 1:
        raise BadInput(f"--json prints one document and {len(groups)} files were given: use --jsonl, or --bundle")
    if export:
        _check_export(export, len(groups), clauses_only)
    made = partial(
        _shown,
        today=today,
        profile=profile_of(profile) if profile else None,
        signed=day_of(signed),
        clauses_only=clauses_only,
        export=export,
        as_json=json or jsonl or clauses_only,
    )
    refused = 0
    for line, refusal in _each(made, groups):
        if refusal:
            refused += 1
            print(f"plumbline: {refusal}", file=sys.stderr)
        else:
            print(line, flush=jsonl)
    if refused:
        raise typer.Exit(1)


def _check_export(to: Path, proposals: int, clauses_only: bool) -> None:
    """Refuse what would fail, before anything is read."""
    from assistant.export.exporters import CRITIQUE_EXPORTERS, exporter

    exporter(to.suffix, CRITIQUE_EXPORTERS)
    if proposals != 1:
        raise BadInput(f"--export writes one critique and {proposals} files were given: give one file, or --bundle")
    if clauses_only:
        raise BadInput("--export writes a whole critique: leave out --clauses-only")


Shown = tuple[str, str]
"""What is printed of one proposal, and why it was refused; one of them is empty."""


def _each(made: partial[Shown], groups: Sequence[Group]) -> Iterator[Shown]:
    """One after the other, or of many one on each processor; in the order given."""
    if len(groups) < MANY:
        yield from map(made, groups)
        return
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [0]
    with ProcessPoolExecutor(max_workers=len(cores), initializer=_alone, initargs=(cores,)) as pool:
        yield from pool.map(made, groups, chunksize=4)


def _alone(cores: Sequence[int]) -> None:
    """Keeps a process to one processor, so that several do not fight for all of them."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {cores[os.getpid() % len(cores)]})


def _shown(
    files: Group,
    *,
    today: str,
    profile: Profile | None,
    signed: date | None,
    clauses_only: bool,
    export: Path | None,
    as_json: bool,
) -> Shown:
    from assistant.conversation.in_short import of_critique

    plumbline = _door(today)
    try:
        if clauses_only:
            return plumbline.clauses(files).model_dump_json(), ""
        made = plumbline.critique(files, profile, signed)
    except AssistantError as exc:
        return "", str(exc)
    if export:
        write(export, plumbline.export_critique(made, export.suffix))
    if as_json:
        return made.model_dump_json(), ""
    return str(export) if export else of_critique(made), ""


@cache
def _door(today: str) -> Plumbline:
    """One front door a process, whatever number of files it reads."""
    from assistant import open_plumbline

    return open_plumbline(settings(today))
