"""Pages as markdown (CommonMark with tables)."""

from __future__ import annotations

import re

from assistant.export.blocks import Block, Bullets, Figure, Heading, Pages, Paragraph, Table
from assistant.language.printable import printable

SPECIAL = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])|!(?=\[)")
LINE_START = re.compile(r"^(#{1,6}(?=\s|$)|[-+=](?=\s|$|[-+=])|\d{1,9}(?=[.)](\s|$)))")


def markdown(made: Pages) -> bytes:
    """The pages as UTF-8 markdown; words are escaped so that they read as they were said."""
    parts = [head(made), *(block_text(each) for each in made.blocks), foot(made)]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def head(made: Pages) -> str:
    """The title and the line below it."""
    return f"# {_text(made.title)}\n\n{_text(made.subtitle)}"


def foot(made: Pages) -> str:
    """The rule at the end and the line below it."""
    return f"---\n\n{_text(made.footer)}"


def block_text(block: Block) -> str:
    """One block; of a chart its sentence, for the table behind it says the rest."""
    match block:
        case Figure():
            return _text(block.chart.says)
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
