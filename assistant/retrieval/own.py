"""An owner's own files as documents: cut at their headings, or at their pages where they have none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise, zip_longest
from pathlib import PurePosixPath

import yaml

from assistant.domain.knowledge import Document, Source
from assistant.domain.proposal import FileText
from assistant.retrieval.documents import Section, slug

MARKS = "#= \t"
FRONT = re.compile(r"\s*---\n(.*?)\n---[ \t]*\n", re.DOTALL)
TITLE_WITHIN = 3
"""A heading among so many first lines is the title of the whole file."""
MOST_TITLE, MOST_TITLE_WORDS = 160, 25
FIRST_LINE = re.compile(r"\s*(\S[^\n]*\S)[ \t]*\n[ \t]*\n\s*\S")
"""A first line that stands alone, with text after it."""
TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
"""The line under the names of a markdown table's columns."""
SENTENCE_ENDS = (".", "!", "?", ":", "”", '"', ")")


def document_of(file: FileText, document_id: str) -> Document:
    """The document that a file comes to; its body has a ## heading for every section, no two of them alike.

    Front matter, where a markdown file has it, gives title and summary and is left out of the text.
    """
    front, file = _without_front_matter(file)
    title = front.get("title") or _title(file)
    parts = _unique(_by_headings(file, title) if file.headings else _by_pages(file, title))
    return Document(
        id=document_id,
        kind="own",
        title=title,
        summary=front.get("summary", "") or front.get("description", ""),
        source=Source(title=file.name),
        strength="practitioner",
        body="\n\n".join(f"## {part.heading}\n\n{_with_named_cells(part.text)}" for part in parts),
    )


def _without_front_matter(file: FileText) -> tuple[dict[str, str], FileText]:
    found = FRONT.match(file.text)
    if found is None:
        return {}, file
    try:
        keys = yaml.safe_load(found.group(1))
    except yaml.YAMLError:
        return {}, file
    if not isinstance(keys, dict):
        return {}, file
    told = {str(key).lower(): " ".join(value.split()) for key, value in keys.items() if isinstance(value, str)}
    text = file.text[found.end() :]
    headings = tuple(each for each in file.headings if each in text)
    return told, file.model_copy(update={"text": text, "pages": (), "headings": headings})


def name_of(name: str, taken: Collection[str]) -> str:
    """The shortest id for a file that nothing else has: its name without the ending, with it, with its folders."""
    path = PurePosixPath(name)
    tries = [path.stem, path.name, str(path.with_suffix("")), str(path)]
    tries += [f"{path} ({n})" for n in range(2, len(taken) + 3)]
    return next(each for each in tries if each not in taken)


def _title(file: FileText) -> str:
    lines = [" ".join(line.split()) for line in file.text.splitlines() if line.strip()]
    if file.headings and file.headings[0] in lines[:TITLE_WITHIN]:
        return file.headings[0].strip(MARKS)[:MOST_TITLE]
    if (first := FIRST_LINE.match(file.text)) and len(first.group(1).split()) <= MOST_TITLE_WORDS:
        return " ".join(first.group(1).split())[:MOST_TITLE]
    return PurePosixPath(file.name).stem.replace("_", " ").replace("-", " ")[:MOST_TITLE]


def _by_headings(file: FileText, title: str) -> Iterator[Section]:
    """What stands under each heading; headings with nothing between them are joined."""
    waiting = [*file.headings]
    heading, lines = title, list[str]()
    for line in file.text.splitlines():
        if not waiting or " ".join(line.split()) != waiting[0]:
            lines.append(_harmless(line))
            continue
        found = waiting.pop(0).strip(MARKS) or title
        text = "\n".join(lines).strip()
        if text:
            yield Section(heading, text)
        heading = found if text or heading == title else f"{heading}: {found}"
        lines = []
    if text := "\n".join(lines).strip():
        yield Section(heading, text)


def _by_pages(file: FileText, title: str) -> Iterator[Section]:
    """The text of each page; a sentence that runs over the end of a page stands on the page where it ends."""
    if len(file.pages) < 2:
        yield Section(title, "\n".join(_harmless(line) for line in file.text.splitlines()).strip())
        return
    carried = ""
    for page in file.pages:
        text = "\n".join(_harmless(line) for line in f"{carried}{page.text}".splitlines()).strip()
        carried = ""
        if text and not text.endswith(SENTENCE_ENDS) and page is not file.pages[-1]:
            cut = max(text.rfind(end) for end in (". ", "? ", "! ", ".\n"))
            if cut > len(text) // 2:
                text, carried = text[: cut + 1], f"{text[cut + 1 :].strip()} "
        if text:
            yield Section(f"Page {page.number}", text)


def _with_named_cells(text: str) -> str:
    """The text, the rows of its markdown tables as a .csv's are: each cell after the name of its column."""
    made: list[str] = []
    columns: list[str] = []
    for line, after in pairwise([*text.splitlines(), ""]):
        if TABLE_RULE.fullmatch(after) and "|" in line:
            columns = _cells(line)
        elif columns and "|" in line:
            named = zip_longest(columns, _cells(line), fillvalue="")
            said = "; ".join(f"{name}: {cell}" if name else cell for name, cell in named if cell)
            made += [] if TABLE_RULE.fullmatch(line) else [f"{said}."]
        else:
            columns = []
            made.append(line)
    return "\n".join(made)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _harmless(line: str) -> str:
    """A line that is not taken for one of our own headings."""
    return line.lstrip("# ") if line.startswith("#") else line


def _unique(parts: Iterator[Section]) -> Iterator[Section]:
    seen: dict[str, int] = {}
    for part in parts:
        name = slug(part.heading) or "section"
        seen[name] = seen.get(name, 0) + 1
        yield part if seen[name] == 1 else Section(f"{part.heading} ({seen[name]})", part.text)
