"""Pages as one HTML file that needs nothing else: for a browser, a phone or a mail."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markupsafe import Markup

from assistant.drawing.draw import draw
from assistant.export.blocks import Figure, Pages
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
    "@media(max-width:40rem){{tr{{display:block;padding:.4rem 0;border-bottom:1px solid #{line}}}"
    "thead{{display:none}}td{{display:block;border:0;padding:.1rem 0}}}}"
).format(ink=INK, quiet=QUIET, accent=ACCENT, line=LINE)
PAGE = Markup(
    '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
    "<title>{title}</title>\n<style>{look}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
)


def web_page(made: Pages) -> bytes:
    """The pages as UTF-8 HTML with its look inside; nothing is fetched, no script runs."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    parts = [head(made), *map(block_text, made.blocks), foot(made)]
    drawn = {n: draw(each.chart) for n, each in enumerate(made.blocks, start=1) if isinstance(each, Figure)}
    body = Markup("").join(Markup(f"{reader.render(words)}{drawn.get(n, '')}\n") for n, words in enumerate(parts))
    return PAGE.format(title=printable(made.title), look=LOOK, body=body).encode("utf-8")
