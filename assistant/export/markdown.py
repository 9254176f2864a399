"""Pages as markdown (CommonMark with tables)."""

from __future__ import annotations

import re

from assistant.export.blocks import Block, Bullets, Heading, Pages, Paragraph, Table
from assistant.export.printable import printable

SPECIAL = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])|!(?=\[)")
LINE_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+=](?=\s|$|[-+=])|\d{1,9}(?=[.)](\s|$)))")


def markdown(made: Pages) -> bytes:
    """The pages as UTF-8 markdown; words are escaped so that they read as they were said."""
    parts = [
        f"# {_text(made.title)}",
        _text(made.subtitle),
        *(_block(each) for each in made.blocks),
        "---",
        _text(made.footer),
    ]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {_text(block.text)}"
        case Paragraph():
            return _paragraph(block)
        case Bullets():
            return "\n".join(f"- {_paragraph(each)}" for each in block.items)
        case Table():
            return _table(block)


def _paragraph(paragraph: Paragraph) -> str:
    if not paragraph.lead:
        return _text(paragraph.text)
    return f"**{_text(paragraph.lead)}** {_inline(paragraph.text)}".rstrip()


def _table(table: Table) -> str:
    rows = [table.headers, tuple("---:" if n in table.figures else "---" for n, _ in enumerate(table.headers))]
    body = [f"| {' | '.join(_inline(cell) for cell in row)} |" for row in table.rows]
    return "\n".join([*(f"| {' | '.join(row)} |" for row in rows), *body])


def _inline(words: str) -> str:
    """Words on one line, with every character of markup escaped."""
    return SPECIAL.sub(lambda found: f"\\{found.group()}", " ".join(printable(words).split()))


def _text(words: str) -> str:
    """Words that begin a block: what would begin a list, a heading or a rule there is escaped too."""
    line = _inline(words)
    start = LINE_START.match(line)
    if start is None:
        return line
    if start.group()[0].isdigit():
        return f"{start.group()}\\{line[start.end() :]}"
    return f"\\{line}"
