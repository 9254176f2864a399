"""Documents: what is read, and what is refused with file, line, key and remedy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant.catalogue import Catalogue
from assistant.errors import BadInput
from assistant.retrieval.documents import anchors, load_documents, read_document, sections, slug
from assistant.retrieval.passages import split
from tests.retrieval.conftest import BODY, KNOWLEDGE

Write = Callable[..., Path]


def test_every_document_of_the_checkout_is_sound(catalogue: Catalogue) -> None:
    documents = load_documents(KNOWLEDGE)
    known = {each.id for each in catalogue.processes}
    assert len(documents) >= 100
    assert {each.id: set(each.processes) - known for each in documents if set(each.processes) - known} == {}


def test_a_document_is_read_with_its_sections(write: Write) -> None:
    document = read_document(write(body="## One thing\nText of one.\n\n## Another\n- a\n- b\n"))
    assert document.id == "ovens"
    assert document.source.year == 2020
    assert [(each.heading, each.text) for each in sections(document.body)] == [
        ("One thing", "Text of one."),
        ("Another", "- a\n- b"),
    ]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"colour": "red"}, [":12:", "unknown key 'colour'", "remove"]),
        ({"source": {"title": "x", "pages": 3}}, ["'source.pages'", "unknown key"]),
        ({"title": 5}, [":4:", "'title'", "5"]),
        ({"applies_to": {"staff": [1]}}, [":9:", "'applies_to.staff", "add it"]),
        ({"kind": "novel"}, [":3:", "'novel'"]),
        ({"strength": None}, ["'strength' is missing", "add it"]),
        ({"disagrees_with": ["nothing#here"]}, [":12:", "'disagrees_with'", "nothing#here"]),
        ({"sections": {"first-thing": {}}}, [":13:", "'first-thing'", "write 'first-things'"]),
        ({"sections": {"first-things": {"check": 1}}}, [":13:", "unknown key 'sections.first-things.check'"]),
        ({"sections": {"first-things": {"strength": "hearsay"}}}, ["'sections.first-things.strength'", "own-view"]),
        ({"sections": {"first-things": {"finding": "Invoices stay"}}}, [":13:", "'finding'", "Invoices stay", "copy"]),
        ({"sections": {"first-things": {"check_after": "soon"}}}, ["'soon'", "mend it"]),
        ({"sections": {"first-things": {"check_after": "2027-01-31"}}}, [":13:", "needs", "'read'"]),
        ({"sections": {"first-things": {"disagrees_with": ["nothing#here"]}}}, [":14:", "nothing#here"]),
        (
            {"sections": {"first-things": {"source": {"year": 2020}}}},
            ["'sections.first-things.source.title' is missing"],
        ),
    ],
)
def test_a_wrong_front_matter_is_refused_by_name(write: Write, changes: dict[str, object], says: list[str]) -> None:
    path = write(**changes)
    with pytest.raises(BadInput) as refused:
        load_documents(path.parent)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)
    for part in says:
        assert part in str(refused.value)


def test_everything_that_is_wrong_with_a_file_is_told_at_once_in_the_order_of_its_lines(write: Write) -> None:
    path = write(title=5, colour="red", sections={"first-things": {"strength": "rumour"}}, body=BODY + "## Empty\n")
    path.write_text(path.read_text().replace("colour: red", "colour: red\ncolour: blue"))
    with pytest.raises(BadInput) as refused:
        read_document(path)
    lines = str(refused.value).splitlines()
    assert [line.removeprefix(f"{path}:").partition(":")[0] for line in lines] == ["4", "13", "13", "15", "19"]
    named = ["'title'", "'colour' stands twice", "unknown key 'colour'", "rumour", "'Empty'"]
    for line, key in zip(lines, named, strict=True):
        assert key in line


def test_a_section_may_differ_in_source_strength_and_date(write: Write) -> None:
    note = {"strength": "own-view", "check_after": "2027-01-31", "source": {"title": "Another", "year": 2021}}
    path = write(body=f"{BODY}## Second\nText.\n", sections={"second": note}, read="2026-11-21")
    first, second = (piece.passage for piece in split([read_document(path)]))
    assert (first.strength, first.source, first.check_after, first.as_of) == (
        "practitioner", "A. Baker, Field notes, 2020", None, None,
    )  # fmt: skip
    assert (second.strength, second.source) == ("own-view", "Another, 2021")
    assert (second.check_after, second.as_of) == (date(2027, 1, 31), date(2026, 11, 21))


def test_a_body_in_the_front_matter_is_refused(write: Write) -> None:
    path = write()
    path.write_text(path.read_text().replace("---\n", "---\nbody: sneaked in\n", 1))
    with pytest.raises(BadInput, match=":2: unknown key 'body'"):
        read_document(path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no front matter", ":1: expected a line of three hyphens"),
        ("---\nid: x\n", "has no end"),
        ("---\nid: x\ntitle: a: b\n---\n", ":3: not valid YAML"),
        ("---\n- a\n---\n", "holds no keys"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(shelf: Path, text: str, says: str) -> None:
    path = shelf / "x.md"
    path.write_text(text)
    with pytest.raises(BadInput, match=r"x\.md") as refused:
        read_document(path)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("", "begin the body with a ## line"),
        ("Just text.\n", "begin the body with a ## line"),
        ("Before.\n## Heading\nText.\n", "begin the body with a ## line"),
        ("## Empty\n\n## Full\nText.\n", "'Empty' has no text"),
        ("## Same\nText.\n## same!\nText.\n", "stands twice"),
    ],
)
def test_what_cannot_be_cited_is_refused(write: Write, body: str, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_document(write(body=body))
    assert says in str(refused.value)


def test_an_id_is_the_name_of_its_file_and_unique(write: Write, shelf: Path) -> None:
    path = write()
    path.rename(shelf / "stoves.md")
    with pytest.raises(BadInput, match="'ovens'; it must be the file's name 'stoves'"):
        load_documents(shelf)
    (shelf / "stoves.md").rename(path)
    (shelf / "deeper").mkdir()
    (shelf / "deeper" / "ovens.md").write_text(path.read_text())
    with pytest.raises(BadInput, match="is also that of"):
        load_documents(shelf)


def test_an_empty_folder_is_an_error_that_names_the_setting(shelf: Path) -> None:
    with pytest.raises(BadInput, match="PLUMBLINE_DATA"):
        load_documents(shelf)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("People decide about people", "people-decide-about-people"),
        ("Love, hate and fear: 3 tasks?", "love-hate-and-fear-3-tasks"),
        ("  What P10 – P90 mean ", "what-p10-p90-mean"),
    ],
)
def test_a_slug_is_lower_case_with_single_hyphens(heading: str, expected: str) -> None:
    assert slug(heading) == expected


def test_anchors_name_every_heading(write: Write, shelf: Path) -> None:
    write(body="## First things\nText.\n## Second, then\nText.\n")
    assert anchors(load_documents(shelf)) == {"ovens#first-things", "ovens#second-then"}
