"""plumbline ask, plumbline search"""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.inputs import AsJson, AsJsonLines, lines_of, print_json, settings

Words = Annotated[str, typer.Argument(help="The question, or - to read one a line and answer one a line.")]
HowMany = Annotated[int, typer.Option("-k", help="How many passages.")]


def ask(question: Words, k: HowMany = 5, json: AsJson = False, jsonl: AsJsonLines = False) -> None:
    """An answer from the knowledge base, with citations."""
    from assistant import open_plumbline

    with open_plumbline(settings()) as plumbline:
        for words in lines_of(question):
            found = plumbline.ask(words, k)
            if json or jsonl or question == "-":
                print_json(found)
                continue
            print(found.answer or "I have nothing on that.")
            for n, sentence in enumerate(found.sentences, start=1):
                for citation in sentence.citations:
                    print(f"  [{n}] {citation.document_id}, {citation.heading}: “{citation.quote}”")
            if found.notice:
                print(f"  {found.notice}")


def search(question: Words, k: HowMany = 5, json: AsJson = False, jsonl: AsJsonLines = False) -> None:
    """Passages of the knowledge base only."""
    from assistant import open_plumbline

    with open_plumbline(settings()) as plumbline:
        for words in lines_of(question):
            found = plumbline.search(words, k)
            if json or jsonl or question == "-":
                print_json(found)
                continue
            for passage in found.passages:
                print(f"{passage.score:.2f} {passage.document_id}, {passage.heading}\n  {passage.text}")
