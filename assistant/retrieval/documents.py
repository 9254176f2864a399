"""The documents of knowledge/: markdown with front matter, read, checked and cut at their ## headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from assistant.domain.facts import Noun
from assistant.domain.knowledge import Document
from assistant.errors import BadInput
from assistant.language.sentences import split
from assistant.retrieval.front_matter import FrontMatter, Place, Problem

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
    """One document; raises BadInput with file, line, key and remedy of everything that is wrong with it."""
    return _document(FrontMatter(path))


def _document(front: FrontMatter) -> Document:
    body = front.body.strip()
    problems = [*front.twice, *_headings_amiss(front), *_sections_amiss(front, body)]
    for key in sorted(NOT_IN_FRONT & front.keys.keys()):
        problems.append(Problem(front.line(key), f"unknown key {key!r}; remove it"))
    keys = {key: value for key, value in front.keys.items() if key not in NOT_IN_FRONT}
    try:
        document = Document.model_validate({**keys, "body": body})
    except ValidationError as exc:
        raise front.refusal([*problems, *front.misfits(exc)]) from exc
    if document.id != front.path.stem:
        says = f"key 'id' is {document.id!r}; it must be the file's name {front.path.stem!r}"
        problems.append(Problem(front.line("id"), says))
    for heading, note in document.sections.items():
        text = " ".join(part.text for part in sections(body) if slug(part.heading) == heading)
        if note.finding and not any(each.text.startswith(note.finding) for each in split(text)):
            says = f"key 'finding' has the value {note.finding!r}, but no sentence there begins so; copy its opening"
            problems.append(Problem(front.line("sections", heading, "finding"), says))
        if note.check_after and document.read is None:
            says = "key 'check_after' needs to know as of when; add the key 'read', the day the source was opened"
            problems.append(Problem(front.line("sections", heading, "check_after"), says))
    if problems:
        raise front.refusal(problems)
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


def _headings_amiss(front: FrontMatter) -> Iterator[Problem]:
    found = list(HEADING.finditer(front.body))
    ends = [*(each.start() for each in found), len(front.body)][1:]
    if not found or front.body[: found[0].start()].strip():
        says = "text without a heading cannot be cited; begin the body with a ## line"
        yield Problem(front.body_line, says)
    seen: set[str] = set()
    for each, end in zip(found, ends, strict=True):
        line, heading = front.body_line + front.body.count("\n", 0, each.start()), each.group(1)
        if not front.body[each.end() : end].strip():
            yield Problem(line, f"heading {heading!r} has no text under it; write it or remove the heading")
        if slug(heading) in seen:
            yield Problem(line, f"heading {heading!r} stands twice; give one of them another name")
        seen.add(slug(heading))


def _sections_amiss(front: FrontMatter, body: str) -> Iterator[Problem]:
    """Notes on sections that are not there."""
    noted = front.keys.get("sections")
    known = {slug(part.heading) for part in sections(body) if part.heading}
    for name in noted if isinstance(noted, dict) else ():
        if str(name) not in known:
            near = get_close_matches(str(name), known, 1)
            remedy = f"write {near[0]!r}" if near else f"use one of: {', '.join(sorted(known))}"
            yield Problem(
                front.line("sections", str(name)), f"key 'sections' names {name!r}, no heading here; {remedy}"
            )


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
        for place, wanted in _disagreements(document):
            if wanted not in known:
                front = FrontMatter(path)
                says = f"key 'disagrees_with' names {wanted!r}, which is no heading; mend it"
                raise front.refusal([Problem(front.line(*place), says)])


def _disagreements(document: Document) -> Iterator[tuple[Place, str]]:
    """Each place in the front matter that declares a conflict, with the section that it names."""
    for n, wanted in enumerate(document.disagrees_with):
        yield ("disagrees_with", n), wanted
    for heading, note in document.sections.items():
        for n, wanted in enumerate(note.disagrees_with):
            yield ("sections", heading, "disagrees_with", n), wanted
