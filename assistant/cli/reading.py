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
    from assistant.conversation import in_short

    with open_plumbline(settings()) as plumbline:
        profile = plumbline.understand(text_of(file))
    if json:
        print_json(profile)
        return
    print(in_short.of_profile(profile))


def assess(
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input.")] = "-",
    json: AsJson = False,
    today: Today = "",
) -> None:
    """Words that describe a firm and a planned automation -> alignment verdict."""
    from assistant import open_plumbline
    from assistant.conversation import in_short

    text = text_of(file)
    with open_plumbline(settings(today)) as plumbline:
        made = plumbline.assess(text)
    if json:
        print_json(made)
        return
    print(in_short.of_assessment(made))


def advise(
    profile: Annotated[str, typer.Option(help="Facts as `understand --json` prints them, or - for standard input.")],
    json: AsJson = False,
    today: Today = "",
) -> None:
    """Facts -> recommendation, validation report and plan."""
    from assistant import open_plumbline
    from assistant.conversation import in_short

    facts = profile_of(profile)
    with open_plumbline(settings(today)) as plumbline:
        made = plumbline.advise(facts)
    if json:
        print_json(made)
        return
    print(in_short.of_advice(made))
