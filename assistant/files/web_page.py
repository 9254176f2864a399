"""HTML as a person sees it: text by blocks and rows; what style or markup hides is kept apart."""

from __future__ import annotations

from html.parser import HTMLParser

from assistant.domain.facts import Noun
from assistant.files.pieces import Pieces, Unseen
from assistant.files.plain import decoded
from assistant.files.style import Look, StyleSheet, declarations, look_of, style_sheet

_BLOCK_NAMES = """address article aside blockquote body caption dd div dl dt fieldset figure footer form
h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody thead tfoot tr ul"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"table", "tr", "tbody", "thead", "tfoot"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_MUTE = frozenset({"script", "style", "template", "noscript", "title"})
_CLOSES = {"li": ("li",), "td": ("td", "th"), "th": ("td", "th"), "tr": ("tr",), "dd": ("dd", "dt"), "dt": ("dd", "dt")}
_SPOKEN = ("alt", "title", "aria-label")
_SENTENCE_WORDS = 8
_NEAR = 60


class _Open(Noun):
    """An element that is open: its name, how its text looks, and what it stands in."""

    tag: str = ""
    look: Look = Look()
    mute: bool = False
    in_cell: bool = False
    keeps_lines: bool = False


class _Page(HTMLParser):
    """Collects seen and unseen text in one pass, in time linear in the length."""

    def __init__(self, sheet: StyleSheet) -> None:
        super().__init__(convert_charrefs=True)
        self._sheet = sheet
        self._open: list[_Open] = [_Open()]
        self._hidden: list[str] = []
        self._cells = 0
        self.seen: list[str] = []
        self.unseen: list[Unseen] = []
        self.headings: list[str] = []
        self._heading_from = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._spoken(tag, given)
        self._close_implied(tag)
        top = self._open[-1]
        if tag == "br" or tag in _BLOCKS:
            self._write("\n" if tag in _ROWS or not top.in_cell else " ")
        if tag in _CELLS:
            self._write(" | " if self._cells else "")
        if tag in _HEADINGS:
            self._heading_from = len(self.seen)
        self._cells = 0 if tag == "tr" else self._cells + (tag in _CELLS)
        if tag in _VOID:
            return
        own = self._sheet.rules_for(tag, given.get("class", ""), given.get("id", ""))
        own = own | declarations(given.get("style", "")) | ({"display": "none"} if "hidden" in given else {})
        self._open.append(
            _Open(
                tag=tag,
                look=look_of(own, top.look),
                mute=top.mute or tag in _MUTE,
                in_cell=tag in _CELLS or (top.in_cell and tag not in _ROWS),
                keeps_lines=top.keeps_lines or tag == "pre",
            )
        )

    def handle_endtag(self, tag: str) -> None:
        self._pop((tag,))
        if tag in _HEADINGS and (heading := " ".join("".join(self.seen[self._heading_from :]).split())):
            self.headings.append(heading)
        if tag in _BLOCKS:
            self._write("\n" if tag in _ROWS or not self._open[-1].in_cell else " ")
        self._flush_hidden()

    def _close_implied(self, tag: str) -> None:
        """Ends a paragraph, list item, cell or row that the next one ends by itself."""
        if tag in _BLOCKS and self._open[-1].tag == "p":
            self._pop(("p",))
        if tag in _CLOSES:
            self._pop(_CLOSES[tag], until="table" if tag in ("td", "th", "tr") else "ul")
        self._flush_hidden()

    def _pop(self, tags: tuple[str, ...], until: str = "") -> None:
        for n in range(len(self._open) - 1, max(0, len(self._open) - _NEAR), -1):
            if self._open[n].tag in tags:
                del self._open[n:]
                return
            if self._open[n].tag == until:
                return

    def handle_data(self, data: str) -> None:
        top = self._open[-1]
        if top.mute:
            return
        if top.look.hidden:
            self._hidden.append(data)
            self._place = top.look.hidden
        elif data.strip():
            flat = data if top.keeps_lines else " ".join(data.split())
            self.seen.append((" " if data[0].isspace() else "") + flat + (" " if data[-1].isspace() else ""))
        elif self.seen and not self.seen[-1][-1:].isspace():
            self.seen.append(" ")

    def handle_comment(self, data: str) -> None:
        if len(data.split()) >= 3 and not data.lstrip().startswith("[if"):
            self.unseen.append(Unseen(place="a comment in the page's code", text=data))

    def close(self) -> None:
        super().close()
        self._flush_hidden()

    def _spoken(self, tag: str, given: dict[str, str]) -> None:
        values = [given.get(name, "") for name in _SPOKEN]
        if tag == "meta":
            values.append(given.get("content", ""))
        for value in values:
            if len(value.split()) >= _SENTENCE_WORDS:
                self.unseen.append(Unseen(place="a description in the page's code", text=value))

    def _write(self, mark: str) -> None:
        if mark and not (self._open[-1].mute or self._open[-1].look.hidden):
            self.seen.append(mark)

    def _flush_hidden(self) -> None:
        if self._hidden and not self._open[-1].look.hidden:
            self.unseen.append(Unseen(place=self._place, text="".join(self._hidden)))
            self._hidden = []

    _place = "hidden text"


def read(name: str, data: bytes) -> Pieces:
    """One page of seen text, and the passages that a browser would not show."""
    return pieces_of(decoded(data))


def pieces_of(markup: str) -> Pieces:
    """The same for markup already decoded."""
    page = _Page(style_sheet(markup))
    page.feed(markup)
    page.close()
    lines = (" ".join(line.split()) for line in "".join(page.seen).split("\n"))
    text: list[str] = []
    for line in lines:
        if line or (text and text[-1]):
            text.append(line.strip(" |"))
    return Pieces(pages=("\n".join(text).strip(),), unseen=tuple(page.unseen), headings=tuple(page.headings))
