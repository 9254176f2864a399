"""The words of a reply as HTML: paragraphs, bold, lists, tables, citation numbers; nothing is taken for HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

from assistant.web.panels.markup import tag

CITED = re.compile(r"\[(\d{1,2})\]")
RULE = re.compile(r"^\|[-|]+\|$", re.MULTILINE)
"""The line below the head of a table."""
BARS = ((re.compile(r"^\| ", re.MULTILINE), ""), (re.compile(r" \|$", re.MULTILINE), "."), (re.compile(r" \| "), ", "))
"""The bars of a table's rows, and what a voice makes of them."""


def prose(words: str, sources: int = 0) -> Markup:
    """The words as paragraphs; markup in them other than bold, lists, tables and [n] is shown as it was typed.

    A number in brackets can be pressed where it is one of so many `sources`.
    """
    reader = MarkdownIt("zero", {"breaks": True}).enable(["emphasis", "list", "newline", "table"])
    reader.add_render_rule("text", _with_citations)
    # The reader escapes: HTML is not among the rules that are switched on.
    return Markup(reader.render(words, {"sources": sources}))


def _with_citations(_: RendererHTML, tokens: Sequence[Token], at: int, __: OptionsDict, env: EnvType) -> str:
    shown = str(escape(tokens[at].content))
    return CITED.sub(lambda found: _mark(found.group(1), env["sources"]), shown)


def _mark(number: str, sources: int) -> str:
    if not 1 <= int(number) <= sources:
        return f"[{number}]"
    return tag("button", f"[{number}]", type="button", class_="cite", data_cite=number, aria_label=f"Source {number}")


def reply(words: str, sources: int = 0) -> Markup:
    """A reply: what is said, then the question apart, with why it is asked below it."""
    said, question, why = _parted(words)
    parts = [prose(said, sources)] if said else []
    if question:
        parts.append(tag("p", question, class_="ask"))
        parts.append(tag("p", why, class_="why"))
    return Markup("").join(parts)


def _parted(words: str) -> tuple[str, str, str]:
    """What is said, the question and its reason: a last paragraph of a line that asks and a line that says why."""
    said, _, last = words.strip().rpartition("\n\n")
    question, _, why = last.partition("\n")
    if question.endswith("?") and why and "\n" not in why:
        return said, question, why
    return words, "", ""


def aloud(words: str) -> str:
    """A reply as a screen reader should say it: without stars, citation numbers and the lines of a table."""
    plain = CITED.sub("", RULE.sub("", words)).replace("**", "")
    for bar, said in BARS:
        plain = bar.sub(said, plain)
    return re.sub(r"\s+", " ", plain).strip()
