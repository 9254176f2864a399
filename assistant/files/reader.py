"""A file's bytes to a FileText, or one line that says why not."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from assistant.domain.proposal import FileText
from assistant.files import docx, mail, pdf, plain, table, web_page
from assistant.files.kinds import Kind, kind_of, picture_or_program
from assistant.files.limits import MAX_CHARACTERS, check_size, refused
from assistant.files.pieces import Pieces, assemble

_SAVE_AS = "Save it as .pdf or .docx and send that."


def read_file(path: Path, max_mb: int) -> FileText:
    """The text of a .txt, .md, .csv, .html, .eml, .pdf or .docx file, known by content; a MB is 1,000,000 bytes.

    Raises UnreadableFile: missing, too large, empty, encrypted, broken, only pictures, or of another kind.
    """
    try:
        check_size(path.name, path.stat().st_size, max_mb)
        data = path.read_bytes()
    except FileNotFoundError as exc:
        raise refused(str(path), "there is no such file", "Check the name and the folder.") from exc
    except ValueError as exc:
        raise refused(str(path), "no file can have that name", "Check the name and the folder.") from exc
    except OSError as exc:
        is_folder = os.path.isdir(path)  # noqa: PTH112  # Path.is_dir raises where a name is too long
        reason = "it is a folder" if is_folder else (exc.strerror or "the disk refused").lower()
        raise refused(str(path), reason, "Give a file that you may open.") from exc
    return read_bytes(path.name, data, max_mb)


def read_bytes(name: str, data: bytes, max_mb: int) -> FileText:
    """The text of a file held in memory; raises UnreadableFile as `read_file` does."""
    check_size(name, len(data), max_mb)
    file = assemble(name, pieces_of(name, data))
    if not file.text.strip():
        raise refused(name, "no text was found in it", "Is it the right file? A scan has to be made into text first.")
    if len(file.text) > MAX_CHARACTERS:
        reason = f"it holds {len(file.text):,} characters and the limit is {MAX_CHARACTERS:,}"
        raise refused(name, reason, "Send only the part with the offer and the terms.")
    return file


def read_text(name: str, text: str) -> FileText:
    """Pasted text as a file of one page; raises UnreadableFile where it is empty or far too long."""
    if len(text) > MAX_CHARACTERS:
        raise refused(name, f"it holds {len(text):,} characters", "Paste only the part with the offer and the terms.")
    file = assemble(name, plain.pages_of(text))
    if not file.text.strip():
        raise refused(name, "no text was found in it", "Paste the words of the proposal.")
    return file


def pieces_of(name: str, data: bytes) -> Pieces:
    """The pieces of a file by its kind; raises UnreadableFile for kinds that are not read."""
    kind = kind_of(data)
    if kind == "text" and name.lower().endswith(table.ENDINGS):
        return table.read(name, data)
    if kind == "zip":
        return docx.read(name, data)
    if kind == "mail":
        return mail.read(name, data, pieces_of)
    readers: dict[Kind, Callable[[str, bytes], Pieces]] = {"pdf": pdf.read, "html": web_page.read, "text": plain.read}
    if reader := readers.get(kind):
        return reader(name, data)
    if kind == "old office" and "EncryptedPackage".encode("utf-16-le") in data:
        raise refused(name, "it is locked with a password", "Save a copy without the password and send that.")
    if kind == "old office":
        raise refused(name, "it is in the old Word or Excel format", _SAVE_AS)
    if kind == "rtf":
        raise refused(name, "it is in the RTF format", _SAVE_AS)
    what = picture_or_program(data) or "not a document that holds text"
    raise refused(name, f"it is {what}", "Give it as .pdf, .docx, .html, .eml, .md, .txt or .csv.")
