"""plumbline ingest"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.inputs import AsJson, print_json, settings
from assistant.errors import BadInput

if TYPE_CHECKING:
    from assistant.domain.knowledge import Ingested
    from assistant.retrieval.encoding import Progress, Step

REFUSED = 1
Paths = Annotated[
    list[Path] | None, typer.Argument(help="Files and folders: .md .txt .html .eml .pdf .docx .csv", show_default=False)
]
Name = Annotated[str, typer.Option("--collection", help="The name under which they are searched.")]
Rebuild = Annotated[bool, typer.Option("--rebuild", help="Make the index anew, even of what has not changed.")]
Remove = Annotated[list[str] | None, typer.Option("--remove", help="Take a document out, by its file name.")]
Listing = Annotated[bool, typer.Option("--list", help="Name your collections and their files.")]


def ingest(
    paths: Paths = None,
    collection: Name = "mine",
    rebuild: Rebuild = False,
    remove: Remove = None,
    list_: Listing = False,
    json: AsJson = False,
) -> None:
    """Take your own documents in, so that ask and search --collection find them. They never leave this machine."""
    from assistant import open_plumbline

    if not (paths or remove or list_):
        raise BadInput("nothing to take in: name a file or a folder, or use --list or --remove")
    if paths and remove:
        raise BadInput("--remove takes documents out and files take them in: do one after the other")
    with open_plumbline(settings()) as plumbline:
        if list_:
            for each in plumbline.collections():
                if json:
                    print_json(each)
                else:
                    print(f"{each.name}: {', '.join(each.files)}")
            return
        if remove:
            made = plumbline.remove(remove, collection)
        else:
            with _bar() as tell:
                made = plumbline.ingest(paths or [], collection, rebuild=rebuild, on_progress=tell)
    if json:
        print_json(made)
    else:
        _say(made)
    if made.refused:
        raise typer.Exit(REFUSED)


@contextmanager
def _bar() -> Iterator[Progress]:
    """A bar on standard error, one for the reading of files and one for the making of the index."""
    from tqdm import tqdm

    bar = tqdm(total=0, file=sys.stderr, disable=None, leave=False)

    def tell(step: Step) -> None:
        bar.set_description_str(step.says, refresh=False)
        bar.total, bar.n = step.of, step.done
        bar.refresh()

    try:
        yield tell
    finally:
        bar.close()


def _say(made: Ingested) -> None:
    for word, names in (("new", made.added), ("changed", made.changed), ("taken out", made.removed)):
        for name in names:
            print(f"{word}: {name}")
    for name in made.copies:
        print(f"left out: {name} says the same as a document that is there already")
    for each in made.refused:
        print(f"plumbline: {each.reason}", file=sys.stderr)
    same = f", {len(made.unchanged)} unchanged" if made.unchanged else ""
    print(f"{made.collection}: {made.documents} documents, {made.passages} passages{same}.")
    if made.notice:
        print(made.notice)
