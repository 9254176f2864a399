"""plumbline understand, plumbline assess, plumbline advise"""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.inputs import AsJson, Today, print_json, profile_of, settings, text_of


def understand(
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input.")] = "-", json: AsJson = False
) -> None:
    """Owner's words -> facts, each with its quote."""
    from assistant import open_plumbline

    with open_plumbline(settings()) as plumbline:
        profile = plumbline.understand(text_of(file))
    if json:
        print_json(profile)
        return
    for process in profile.processes:
        print(f"{process.name}: “{process.quote}”")
    for quantity in profile.quantities:
        print(f"  {quantity.said.value} {quantity.said.unit} {quantity.said.per}".rstrip(), f"“{quantity.quote}”")


def assess(
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input.")] = "-",
    json: AsJson = False,
    today: Today = "",
) -> None:
    """Words that describe a firm and a planned automation -> alignment verdict."""
    from assistant import open_plumbline

    text = text_of(file)
    with open_plumbline(settings(today)) as plumbline:
        made = plumbline.assess(text)
    if json:
        print_json(made)
        return
    print(made.verdict)
    for finding in made.findings[: len(made.decided_by)]:
        words = f" You said: “{finding.quote}”." if finding.quote else ""
        print(f"  {finding.rule_id} {finding.title}: {finding.why}{words} {finding.remedy}")
    unsaid = [each for each in ("process", "purpose") if each in made.questions_open]
    if unsaid:
        print(f"Not told: the {' and the '.join(unsaid)} of the plan.")
    unchecked = len(made.questions_open) - len(unsaid)
    if unchecked:
        print(f"{unchecked} more rules were not checked: nothing in your words speaks of them (--json names them).")


def advise(
    profile: Annotated[str, typer.Option(help="Facts as `understand --json` prints them, or - for standard input.")],
    json: AsJson = False,
    today: Today = "",
) -> None:
    """Facts -> recommendation, validation report and plan."""
    from assistant import open_plumbline

    facts = profile_of(profile)
    with open_plumbline(settings(today)) as plumbline:
        made = plumbline.advise(facts)
    if json:
        print_json(made)
        return
    for initiative in made.initiatives:
        print(f"{initiative.decision}: {initiative.title}. {initiative.reason}")
    for finding in made.report.broken():
        print(f"  broken {finding.rule_id} ({finding.subject}): {finding.title}. {finding.remedy}")
