"""plumbline catalogue"""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.inputs import AsJson, settings


def catalogue(
    entry_id: Annotated[str, typer.Argument(metavar="[ID]", help="Id of a kind of work or a means.")] = "",
    json: AsJson = False,
) -> None:
    """Kinds of work and means, or one of them."""
    from assistant import open_plumbline
    from assistant.conversation import in_short

    with open_plumbline(settings()) as plumbline:
        entries = plumbline.catalogue(entry_id or None)
    if json:
        whole = "[" + ",".join(each.model_dump_json() for each in entries) + "]"
        print(entries[0].model_dump_json() if entry_id else whole)
        return
    print(entries[0].model_dump_json(indent=2) if entry_id else in_short.of_entries(entries))
