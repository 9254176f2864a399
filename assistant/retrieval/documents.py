"""The documents of knowledge/: markdown with front matter, read, checked and cut at their ## headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import ValidationError

from assistant.domain.facts import Noun
from assistant.domain.knowledge import Document
from assistant.errors import BadInput, misfit

FENCE = "---"
ASKED = "asked"
NOT_IN_FRONT = frozenset({"body", ASKED})
NOT_ALNUM = re.compile(r"[^a-z0-9]+")
HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)


class AskedOf(Noun):
    """A line of knowledge/asked/: a section and questions that it answers.

    `by` names for each question the sentences that answer it, counted from 1 in the section, the best first.
    """

    section: str
    asked: tuple[str, ...]
    by: tuple[tuple[int, ...], ...] = ()


class Section(NamedTuple):
    """What stands under one heading, stripped; the heading is empty for text before the first one."""

    heading: str
    text: str


def load_documents(knowledge: Path) -> tuple[Document, ...]:
    """Every document under a folder, by id.

    Raises BadInput with file, line, key and remedy where one cannot be used, an id stands twice, or a declared
    conflict names a heading that does not exist.
    """
    paths = sorted(knowledge.rglob("*.md"), key=lambda path: (path.stem, str(path)))
    if not paths:
        raise BadInput(f"{knowledge} holds no documents: set PLUMBLINE_DATA to the folder that holds knowledge/")
    found = {path: read_document(path) for path in paths}
    _unique(found)
    _resolved(found)
    return _with_questions(found.values(), knowledge / ASKED)


def read_document(path: Path) -> Document:
    """One document; raises BadInput with file, line, key and remedy."""
    front, body, first_line = _halves(path)
    keys = _front_matter(path, front)
    for key in sorted(NOT_IN_FRONT & keys.keys()):
        raise BadInput(f"{path}:{_line(front, key)}: unknown key {key!r}; remove it")
    try:
        document = Document.model_validate({**keys, "body": body})
    except ValidationError as exc:
        raise BadInput(_explain(path, front, exc)) from exc
    if document.id != path.stem:
        where = f"{path}:{_line(front, 'id')}"
        raise BadInput(f"{where}: key 'id' is {document.id!r}; it must be the file's name {path.stem!r}")
    _check_headings(path, document, first_line)
    return document


def sections(body: str) -> tuple[Section, ...]:
    """The pieces of a markdown body, one for each ## heading, after what stands before the first one, if anything."""
    parts = HEADING.split(body)
    made = [Section("", parts[0].strip())]
    made += [Section(heading, text.strip()) for heading, text in zip(parts[1::2], parts[2::2], strict=True)]
    return tuple(each for each in made if each.heading or each.text)


def slug(heading: str) -> str:
    """The heading in lower case, each run of other characters than letters and digits one hyphen."""
    return NOT_ALNUM.sub("-", heading.lower()).strip("-")


def anchor(document_id: str, heading: str) -> str:
    """The name by which rules and conflicts point to a section."""
    return f"{document_id}#{slug(heading)}"


def anchors(documents: Iterable[Document]) -> frozenset[str]:
    """Every `document-id#heading-slug` that a source may name."""
    return frozenset(anchor(each.id, part.heading) for each in documents for part in sections(each.body))


def _halves(path: Path) -> tuple[str, str, int]:
    """Front matter, body, and the line on which the body begins."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as exc:
        raise BadInput(f"{path}: not UTF-8 at byte {exc.start}; save it as UTF-8") from exc
    if not lines or lines[0].rstrip() != FENCE:
        raise BadInput(f"{path}:1: expected a line of three hyphens; begin the front matter with it")
    ends = [n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE]
    if not ends:
        raise BadInput(f"{path}:1: the front matter has no end; close it with a line of three hyphens")
    return "\n".join(lines[1 : ends[0]]), "\n".join(lines[ends[0] + 1 :]).strip(), ends[0] + 2


def _front_matter(path: Path, front: str) -> dict[str, object]:
    loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        keys = yaml.load(front, Loader=loader)
    except yaml.YAMLError as exc:
        mark = getattr(exc, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        problem = getattr(exc, "problem", exc)
        raise BadInput(f"{path}:{line}: not valid YAML ({problem}); mend that line, quote text with a colon") from exc
    if not isinstance(keys, dict):
        raise BadInput(f"{path}:1: the front matter holds no keys; write them as `key: value`")
    return {str(key): value for key, value in keys.items()}


def _explain(path: Path, front: str, exc: ValidationError) -> str:
    found = misfit(exc)
    where = f"{path}:{_line(front, found.place.partition('.')[0])}"
    match found.kind:
        case "extra_forbidden":
            return f"{where}: unknown key {found.place!r}; remove it or mend its spelling"
        case "missing":
            return f"{where}: key {found.place!r} is missing; add it"
        case _:
            return f"{where}: key {found.place!r} has the value {found.value!r}: {found.message.lower()}; mend it"


def _line(front: str, key: str) -> int:
    """The line of the file that a top-level key stands on; the fence's where the key is not there."""
    for n, line in enumerate(front.splitlines()):
        if re.match(rf"['\"]?{re.escape(key)}['\"]?\s*:", line):
            return n + 2
    return 1


def _check_headings(path: Path, document: Document, first_line: int) -> None:
    parts = sections(document.body)
    if not parts or not parts[0].heading:
        raise BadInput(f"{path}:{first_line}: text without a heading cannot be cited; begin the body with a ## line")
    seen: set[str] = set()
    for part in parts:
        if not part.text:
            raise BadInput(f"{path}: heading {part.heading!r} has no text under it; write it or remove the heading")
        if slug(part.heading) in seen:
            raise BadInput(f"{path}: heading {part.heading!r} stands twice; give one of them another name")
        seen.add(slug(part.heading))


def load_asked(folder: Path) -> Iterator[tuple[str, AskedOf]]:
    """Every line of a folder of questions with its place; raises BadInput with file and line where one is amiss."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                yield f"{path}:{number}", AskedOf.model_validate_json(line)
            except ValidationError as exc:
                raise BadInput(f"{path}:{number}: not a section with its questions; mend that line") from exc


def _with_questions(documents: Iterable[Document], folder: Path) -> tuple[Document, ...]:
    """The documents with the questions that their sections answer; raises BadInput with file and line."""
    held = {each.id: each for each in documents}
    known = anchors(held.values())
    asked: dict[str, dict[str, tuple[str, ...]]] = {}
    for where, of in load_asked(folder):
        if of.section not in known:
            raise BadInput(f"{where}: {of.section!r} is no heading; mend it or remove the line")
        document_id, _, heading = of.section.partition("#")
        asked.setdefault(document_id, {})[heading] = of.asked
    return tuple(each.model_copy(update={"asked": asked.get(each.id, {})}) for each in held.values())


def _unique(found: dict[Path, Document]) -> None:
    first: dict[str, Path] = {}
    for path, document in found.items():
        if document.id in first:
            raise BadInput(f"{path}: id {document.id!r} is also that of {first[document.id]}; rename one of the files")
        first[document.id] = path


def _resolved(found: dict[Path, Document]) -> None:
    known = anchors(found.values())
    for path, document in found.items():
        for wanted in document.disagrees_with:
            if wanted not in known:
                raise BadInput(f"{path}: key 'disagrees_with' names {wanted!r}, which is no heading; mend it")
