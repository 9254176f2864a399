"""plumbline ask, plumbline search"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from assistant.cli.inputs import AsJson, AsJsonLines, lines_of, print_json, settings
from assistant.domain.knowledge import Answer, DocumentKind
from assistant.errors import BadInput

if TYPE_CHECKING:
    from assistant.retrieval.search import Wanted

Words = Annotated[str, typer.Argument(help="The question, or - to read one a line and answer one a line.")]
HowMany = Annotated[int, typer.Option("-k", help="How many passages.")]
Where = Annotated[str | None, typer.Option("--collection", help="Search your own documents of this name instead.")]
KINDS = ", ".join(get_args(DocumentKind))
Kind = Annotated[str | None, typer.Option("--kind", help=f"Only documents of a kind: {KINDS}.")]
About = Annotated[str | None, typer.Option("--process", help="Only documents on a kind of work, by its catalogue id.")]
People = Annotated[int | None, typer.Option("--people", help="Only documents that fit a firm of so many people.")]


def ask(
    question: Words,
    k: HowMany = 5,
    collection: Where = None,
    kind: Kind = None,
    process: About = None,
    people: People = None,
    json: AsJson = False,
    jsonl: AsJsonLines = False,
) -> None:
    """An answer from the knowledge base, or from your own documents, with citations."""
    from assistant import open_plumbline
    from assistant.conversation import in_short

    only = _wanted(kind, process, people)
    with open_plumbline(settings()) as plumbline:
        answers = (plumbline.ask(words, k, collection, only) for words in lines_of(question))
        _each(answers, in_short.of_answer, as_json=json or jsonl or question == "-")


def search(
    question: Words,
    k: HowMany = 5,
    collection: Where = None,
    kind: Kind = None,
    process: About = None,
    people: People = None,
    json: AsJson = False,
    jsonl: AsJsonLines = False,
) -> None:
    """Passages of the knowledge base, or of your own documents, only."""
    from assistant import open_plumbline
    from assistant.conversation import in_short

    only = _wanted(kind, process, people)
    with open_plumbline(settings()) as plumbline:
        answers = (plumbline.search(words, k, collection, only) for words in lines_of(question))
        _each(answers, in_short.of_passages, as_json=json or jsonl or question == "-")


def _each(answers: Iterable[Answer], say: Callable[[Answer], str], *, as_json: bool) -> None:
    for each in answers:
        if as_json:
            print_json(each)
        else:
            print(say(each))


def _wanted(kind: str | None, process: str | None, people: int | None) -> Wanted | None:
    """What may be found; None where nothing limits it."""
    from assistant.retrieval.search import Wanted

    if kind is None and process is None and people is None:
        return None
    if kind is not None and kind not in get_args(DocumentKind):
        raise BadInput(f"there is no kind {kind!r}: use one of {KINDS}")
    if people is not None and people < 1:
        raise BadInput(f"--people is {people}: give the number of people in the firm, 1 or more")
    return Wanted.model_validate({"kind": kind, "process": process, "staff": people})
