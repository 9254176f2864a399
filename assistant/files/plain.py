"""Plain text and markdown."""

from __future__ import annotations

import re

from assistant.files import headings
from assistant.files.pieces import Pieces, Unseen

MARKDOWN = (".md", ".markdown", ".mdx")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_LINK_COMMENT = re.compile(r"^\[(?://|comment|_metadata_[^\]]*)\]:\s*(?:#|<>)\s*(.*)$", re.MULTILINE | re.IGNORECASE)


def read(name: str, data: bytes) -> Pieces:
    """The pages (split at form feeds) of a text file; comments that markdown does not show are unseen."""
    pieces = pages_of(decoded(data))
    found = headings.of_markdown if name.lower().endswith(MARKDOWN) else headings.of_plain_text
    return pieces.model_copy(update={"headings": tuple(each for page in pieces.pages for each in found(page))})


def pages_of(text: str) -> Pieces:
    """The same for text already decoded."""
    unseen: list[Unseen] = []
    for pattern in (_COMMENT, _LINK_COMMENT):
        unseen += [Unseen(place="a comment", text=hit.group(1)) for hit in pattern.finditer(text)]
        text = pattern.sub(" ", text)
    pages = [page for page in text.split("\f") if page.strip()]
    return Pieces(pages=tuple(pages) or ("",), unseen=tuple(unseen))


def decoded(data: bytes) -> str:
    """Text in UTF-8, UTF-16 with its mark, or else Windows Latin; never an error."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
