"""plumbline checkin"""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.inputs import AsJson, Today, day_of, print_json, settings
from assistant.errors import UnknownName


def checkin(
    name: Annotated[str, typer.Argument(metavar="SESSION", help="Id or title of the session.")],
    items: Annotated[str, typer.Option(help="How many came: a figure, or a range such as 30-40.")] = "",
    new: Annotated[str, typer.Option(help="How many of them went the new way.")] = "",
    minutes: Annotated[str, typer.Option(help="Minutes each takes now, checking and mending included.")] = "",
    minutes_old: Annotated[str, typer.Option(help="Minutes one takes the old way, if you timed it.")] = "",
    hours: Annotated[str, typer.Option(help="Hours a week on the work now, where nothing is counted.")] = "",
    cost: Annotated[str, typer.Option(help="Outside money since the start.")] = "",
    upkeep: Annotated[str, typer.Option(help="Hours of looking after it in the time that you counted.")] = "",
    wrong: Annotated[str, typer.Option(help="How many went wrong.")] = "",
    weeks: Annotated[float, typer.Option(help="Weeks that you counted: 1 for a week, 4.33 for a month.")] = 1.0,
    words: Annotated[str, typer.Option(help="A sentence of your own.")] = "",
    work: Annotated[str, typer.Option(help="The piece of work, where several are tried.")] = "",
    means: Annotated[str, typer.Option(help="The way that you use, where it is not the plan's.")] = "",
    on: Annotated[str, typer.Option(help="The day up to which you counted (ISO date), if it is not today.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Take over at once what it would change.")] = False,
    json: AsJson = False,
    today: Today = "",
) -> None:
    """What came of a way that you try: why it differs from the plan, and what it would change."""
    from assistant import open_plumbline
    from assistant.conversation.counted import figure
    from assistant.domain.check_in import Actuals

    told = Actuals(
        items=figure("--items", items),
        new=figure("--new", new),
        minutes=figure("--minutes", minutes),
        minutes_old=figure("--minutes-old", minutes_old),
        hours=figure("--hours", hours),
        cost=figure("--cost", cost),
        upkeep_hours=figure("--upkeep", upkeep),
        wrong=figure("--wrong", wrong),
        weeks=weeks,
        words=words,
        work=work,
        means=means,
        on=day_of(on),
    )
    with open_plumbline(settings(today)) as plumbline:
        talk = plumbline.named(name)
        if not talk.history():
            raise UnknownName(f"no session {name!r}; `plumbline sessions list` shows them")
        replies = [talk.check_in(told), *([talk.say("yes")] if yes else [])]
        kept = talk.state().check_ins[-1]
    if json:
        print_json(kept)
        return
    for reply in replies:
        print(f"{reply.text}\n")
    if not yes:
        print(f"Say yes or no with `plumbline chat --session {name}`.")
