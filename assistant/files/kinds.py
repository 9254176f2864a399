"""What a file is, by its content; the extension is only a hint between kinds of plain text."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["pdf", "zip", "old office", "rtf", "binary", "mail", "html", "text"]

_HEAD = 4096
_HTML = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:p|div|table|tr|td|ul|li|span|h[1-6]|br|strong|a)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_HEADER = re.compile(r"^(from|to|cc|subject|date|mime-version|received|return-path|message-id|content-type):", re.I)
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"\x1f\x8b", "a compressed archive (gzip)"),
    (b"Rar!", "a compressed archive (RAR)"),
    (b"7z\xbc\xaf", "a compressed archive (7z)"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def kind_of(data: bytes) -> Kind:
    """The kind of a file by its first bytes; "binary" for everything that is neither a document nor text."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "old office"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if picture_or_program(data) or _looks_binary(head):
        return "binary"
    return _kind_of_text(head.decode("utf-16" if head.startswith(_UTF16) else "utf-8", errors="replace"))


def picture_or_program(data: bytes) -> str | None:
    """A plain name for a known kind of binary file, or None."""
    return next((name for magic, name in _MAGIC if data.startswith(magic)), None)


def _looks_binary(head: bytes) -> bool:
    if head.startswith(_UTF16):
        return False
    odd = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    return b"\x00" in head or odd > len(head) // 20


def _kind_of_text(head: str) -> Kind:
    if _HTML.search(head) or len(_TAGS.findall(head)) >= 3:
        return "mail" if _is_mail(head) else "html"
    return "mail" if _is_mail(head) else "text"


def _is_mail(head: str) -> bool:
    lines = head.lstrip("\ufeff\n\r").splitlines()
    names: set[str] = set()
    for line in lines:
        if line[:1] in (" ", "\t") and names:
            continue
        if not (found := re.match(r"[A-Za-z][A-Za-z0-9-]*:", line)):
            break
        if _HEADER.match(line):
            names.add(found.group().lower())
    return "from:" in names and len(names) >= 3
