"""Pages as one HTML file that needs nothing else: for a browser, a phone or a mail."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markupsafe import Markup

from assistant.drawing.draw import draw
from assistant.export.blocks import Block, Figure, Pages, Table
from assistant.export.markdown import block_text, foot, head
from assistant.export.word_look import ACCENT, INK, LINE, QUIET
from assistant.language.printable import printable

LOOK = Markup(
    "body{{font:16px/1.5 Arial,sans-serif;color:#{ink};max-width:52rem;margin:1.5rem auto;padding:0 1rem}}"
    "h1{{font-size:1.6rem;margin-bottom:0}}h1+p,hr+p,th{{color:#{quiet}}}h2{{font-size:1.1rem;color:#{accent}}}"
    "h3{{font-size:1rem}}li{{margin:.3rem 0}}td[style]{{white-space:nowrap}}"
    "table{{border-collapse:collapse;width:100%;font-size:.9rem}}"
    "th,td{{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid #{line}}}"
    "svg.chart{{display:block;width:100%;max-width:36rem;height:auto;margin:.5rem 0 1rem}}"
    "svg.chart text{{font-family:Arial,sans-serif}}"
    "body{{overflow-wrap:anywhere}}hr{{border:0;border-top:1px solid #{line}}}"
    "details{{overflow-x:auto;margin-bottom:1.5rem}}summary{{cursor:pointer;padding:.6rem 0;color:#{accent}}}"
    "@media(max-width:40rem){{body>table tr{{display:block;padding:.4rem 0;border-bottom:1px solid #{line}}}"
    "body>table thead{{display:none}}body>table td{{display:block;border:0;padding:.1rem 0}}}}"
).format(ink=INK, quiet=QUIET, accent=ACCENT, line=LINE)
PAGE = Markup(
    '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
    "<title>{title}</title>\n<style>{look}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
)


BEHIND = Markup("<details>\n<summary>The table behind it</summary>\n{}</details>\n")


def web_page(made: Pages) -> bytes:
    """The pages as UTF-8 HTML with its look inside; nothing is fetched, no script runs."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")

    def written(words: str) -> Markup:
        return Markup(reader.render(words))

    body = Markup("").join([written(head(made)), *_blocks(made.blocks, written), written(foot(made))])
    return PAGE.format(title=printable(made.title), look=LOOK, body=body).encode("utf-8")


def _blocks(blocks: tuple[Block, ...], written: Callable[[str], Markup]) -> Iterator[Markup]:
    """Each block; a chart with its drawing, the table behind it folded."""
    before: Block | None = None
    for block in blocks:
        words = written(block_text(block))
        if isinstance(block, Figure):
            yield words + Markup(f"{draw(block.chart)}\n")  # an XML writer made it: every word in it is escaped
        else:
            folds = isinstance(block, Table) and isinstance(before, Figure)
            yield BEHIND.format(words) if folds else words
        before = block
