"""plumbline critique"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.inputs import AsJson, AsJsonLines, Today, day, print_json, profile_of, settings
from assistant.errors import AssistantError, BadInput

if TYPE_CHECKING:
    from assistant.domain.proposal import Critique


def critique(
    files: Annotated[list[Path], typer.Argument(help="Proposals: .txt .md .html .eml .pdf .docx")],
    profile: Annotated[str, typer.Option(help="Facts of the firm, to check the proposal against.")] = "",
    signed: Annotated[str, typer.Option(help="The date of signing (ISO date), where the paper does not say.")] = "",
    bundle: Annotated[bool, typer.Option("--bundle", help="Read all files as one proposal.")] = False,
    json: AsJson = False,
    jsonl: AsJsonLines = False,
    today: Today = "",
) -> None:
    """A vendor's proposal -> terms, dates, three-year cost, clauses, what is missing, what to ask for."""
    from assistant import open_plumbline

    if json and not bundle and len(files) > 1:
        raise BadInput(f"--json prints one document and {len(files)} files were given: use --jsonl, or --bundle")
    facts = profile_of(profile) if profile else None
    day_signed = day(signed) if signed else None
    refused = 0
    with open_plumbline(settings(today)) as plumbline:
        for group in [files] if bundle else [[each] for each in files]:
            try:
                made = plumbline.critique(group, facts, day_signed)
            except AssistantError as exc:
                refused += 1
                print(f"plumbline: {exc}", file=sys.stderr)
                continue
            if json or jsonl:
                print_json(made)
            else:
                _print(made)
    if refused:
        raise typer.Exit(1)


def _print(made: Critique) -> None:
    print(f"{made.file}: {made.verdict} (grade {made.grade}). {made.verdict_reason}")
    if made.tco.mid is not None:
        print(f"  {made.tco.years} years: {made.tco.mid:,.2f} {made.tco.currency}")
    if made.terms.last_notice_date:
        print(f"  last notice {made.terms.last_notice_date}, safe {made.terms.last_notice_safe}")
    for clause in made.clauses:
        if clause.risk in ("flag", "blocker"):
            print(f"  {clause.risk}: {clause.plain_words} “{clause.quote[:120]}”")
    for missing in made.missing:
        print(f"  missing: {missing.type}. {missing.ask}")
