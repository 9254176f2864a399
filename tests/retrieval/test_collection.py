"""An owner's own documents: taken in one by one, found with their place, kept apart, taken out without a trace."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant import open_plumbline
from assistant.conversation.plumbline import Plumbline
from assistant.domain.proposal import FileText, PageText
from assistant.encoder import BundledEncoder
from assistant.errors import BadInput, DependencyFailed, UnknownName
from assistant.files.reader import read_bytes
from assistant.retrieval.collection import Collection
from assistant.retrieval.encoding import AT_ONCE, KEPT_EVERY, Step
from assistant.retrieval.library import EncoderOnce
from assistant.retrieval.own import document_of, name_of
from assistant.settings import Settings
from tests.files.made import line, pdf
from tests.retrieval.conftest import CountingEncoder

HANDBOOK = """# Handbook of the bakery

We open at six.

## Refunds

A customer who brings a cake back the same day gets the money back without a question.

## Holidays

Leave is asked for on the blue sheet before the tenth of the month.
"""


@pytest.fixture
def plumbline(tmp_path: Path) -> Iterator[Plumbline]:
    with open_plumbline(Settings(home=tmp_path / "home")) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "papers"
    (made / "old").mkdir(parents=True)
    (made / "handbook.md").write_text(HANDBOOK)
    (made / "prices.csv").write_text("bread,price\nRye loaf,5.20\nSourdough,6.10\n")
    (made / "old" / "minutes.txt").write_text("Minutes\n\nThe oven was serviced by Brandt in March.\n")
    (made / ".hidden.txt").write_text("secret")
    return made


def test_what_is_taken_in_is_found_with_its_place_and_answers(plumbline: Plumbline, folder: Path) -> None:
    made = plumbline.ingest([folder], "bakery")
    assert made.added == ("handbook.md", "old/minutes.txt", "prices.csv")
    assert (made.documents, made.refused) == (3, ())
    found = plumbline.search("may I take a cake back", collection="bakery").passages[0]
    assert (found.document_id, found.heading, found.source, found.kind) == ("handbook", "Refunds", "handbook.md", "own")
    assert "same day" in found.text
    assert plumbline.search("what does rye cost", collection="bakery").passages[0].heading == "Rows 2-3"
    answer = plumbline.ask("Do customers get their money back for a cake?", collection="bakery")
    cited = answer.sentences[0].citations[0]
    opened = plumbline.passage(cited.document_id, cited.heading, cited.quote, collection="bakery")
    assert opened is not None
    assert cited.quote in opened.text


def test_it_is_kept_apart_from_the_knowledge_base_and_from_other_collections(
    plumbline: Plumbline, folder: Path
) -> None:
    plumbline.ingest([folder / "handbook.md"], "bakery")
    plumbline.ingest([folder / "prices.csv"], "shop")
    assert {each.document_id for each in plumbline.search("cake refunds", 50, "shop").passages} == {"prices"}
    assert "handbook" not in {each.document_id for each in plumbline.search("cake refunds", 50).passages}
    told = [(each.name, each.files) for each in plumbline.collections()]
    assert told == [("bakery", ("handbook.md",)), ("shop", ("prices.csv",))]
    with pytest.raises(UnknownName, match="nobody"):
        plumbline.search("cake", collection="nobody")


def test_only_what_changed_is_encoded_again(folder: Path, tmp_path: Path) -> None:
    encoder = CountingEncoder()
    collection = _collection(tmp_path, encoder)
    for n in range(6):
        (folder / f"note{n}.txt").write_text(f"Note {n}\n\nThe van number {n} goes to the garage in week {n}.\n")
    collection.ingest([folder], _quiet)
    encoder.given.clear()
    assert len(collection.ingest([folder], _quiet).unchanged) == 9
    (folder / "note3.txt").write_text("Note 3\n\nThe van number 3 was sold.\n")
    made = collection.ingest([folder], _quiet)
    assert made.changed == ("note3.txt",)
    assert [text for text in encoder.given if "van number" in text] == ["Note 3\nThe van number 3 was sold."]


def test_copies_are_left_out_and_names_stay_apart(plumbline: Plumbline, tmp_path: Path) -> None:
    for name, text in {
        "a/n.txt": "Alpha is here.",
        "b/n.txt": "Beta is here.",
        "b/copy.md": "Alpha  is\nhere.",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    made = plumbline.ingest([tmp_path / "a", tmp_path / "b"])
    assert made.added == ("n.txt", "n.txt")
    assert made.copies == ("copy.md",)
    ids = {each.document_id for each in plumbline.search("here", 10, "mine").passages}
    assert ids == {"n", "n.txt"}


def test_a_file_that_became_a_copy_leaves_nothing_of_what_it_said(plumbline: Plumbline, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Alpha is here.")
    (tmp_path / "b.txt").write_text("Beta is here.")
    plumbline.ingest([tmp_path / "a.txt", tmp_path / "b.txt"])
    (tmp_path / "b.txt").write_text("Alpha is here.")
    made = plumbline.ingest([tmp_path / "b.txt"])
    assert (made.copies, made.documents) == (("b.txt",), 1)
    assert "Beta" not in " ".join(each.text for each in plumbline.search("here", 10, "mine").passages)


def test_files_that_cannot_be_read_are_refused_one_by_one_in_a_line(plumbline: Plumbline, tmp_path: Path) -> None:
    bad = {"empty.txt": b"", "blank.md": b" \n \n", "photo.pdf": b"\x89PNG\r\n", "old.doc": b"\xd0\xcf\x11\xe0" * 9,
           "broken.pdf": b"%PDF-1.4 nothing", "head.csv": b"a,b\n"}  # fmt: skip
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_bytes("Größe: fünf Öfen.".encode("cp1252"))
    made = plumbline.ingest([*(tmp_path / name for name in bad), tmp_path / "none.pdf", tmp_path / "good.txt"])
    assert made.added == ("good.txt",)
    assert [each.file for each in made.refused] == [*bad, "none.pdf"]
    assert all("\n" not in each.reason and each.file in each.reason for each in made.refused)
    assert "fünf Öfen" in plumbline.search("Öfen", collection="mine").passages[0].text


def test_what_is_taken_out_leaves_no_trace(plumbline: Plumbline, folder: Path, tmp_path: Path) -> None:
    plumbline.ingest([folder], "bakery")
    with pytest.raises(UnknownName, match=r"handbook\.md"):
        plumbline.remove(["nothing.md"], "bakery")
    assert plumbline.remove(["handbook.md"], "bakery").documents == 2
    assert "handbook" not in {each.document_id for each in plumbline.search("refund", 20, "bakery").passages}
    assert not _with(tmp_path / "home", b"blue sheet")
    assert plumbline.remove(["prices", "old/minutes.txt"], "bakery").documents == 0
    assert plumbline.collections() == ()
    assert not _with(tmp_path / "home", b"blue sheet")


def test_a_crash_in_the_middle_leaves_the_old_index_and_the_work_that_was_done(folder: Path, tmp_path: Path) -> None:
    collection = _collection(tmp_path, BundledEncoder())
    collection.ingest([folder], _quiet)
    many = tmp_path / "many"
    many.mkdir()
    for n in range(KEPT_EVERY + 4 * AT_ONCE):
        (many / f"{n}.txt").write_text(f"Van {n} has the mark {n}.")
    failing = FailingEncoder(after=KEPT_EVERY + AT_ONCE)
    with pytest.raises(MemoryError):
        _collection(tmp_path, failing).ingest([many], _quiet)
    again = _collection(tmp_path, BundledEncoder())
    assert again.library.search("may I take a cake back").passages[0].document_id == "handbook"
    assert "have changed" in (again.library.notice() or "")
    encoder = CountingEncoder()
    made = _collection(tmp_path, encoder).ingest([many], _quiet)
    assert made.documents == KEPT_EVERY + 4 * AT_ONCE + 3
    assert len([text for text in encoder.given if text.endswith(".") and "mark" in text]) <= 4 * AT_ONCE


def test_a_full_disk_is_one_line_and_the_old_index_goes_on(
    plumbline: Plumbline, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plumbline.ingest([folder / "handbook.md"], "bakery")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("assistant.retrieval.shelves.write_words", full)
        with pytest.raises(DependencyFailed, match="No space left"):
            plumbline.ingest([folder / "prices.csv"], "bakery")
    assert plumbline.search("take a cake back", collection="bakery").passages[0].document_id == "handbook"
    assert plumbline.ingest([folder / "prices.csv"], "bakery").documents == 2


def test_a_running_reader_meets_what_another_process_takes_in(
    plumbline: Plumbline, folder: Path, tmp_path: Path
) -> None:
    plumbline.ingest([folder / "handbook.md"], "bakery")
    plumbline.search("cake", collection="bakery")
    command = [sys.executable, "-m", "assistant", "ingest", str(folder), "--collection", "bakery"]
    subprocess.run(command, check=True, env={"PLUMBLINE_HOME": str(tmp_path / "home"), "PATH": "/usr/bin"})
    assert plumbline.search("price of rye", collection="bakery").passages[0].document_id == "prices"


def test_two_writers_at_once_lose_nothing(folder: Path, tmp_path: Path) -> None:
    encoder = BundledEncoder()
    writers = [
        threading.Thread(target=_collection(tmp_path, encoder).ingest, args=([path], _quiet))
        for path in (folder / "handbook.md", folder / "prices.csv", folder / "old")
    ]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    collection = _collection(tmp_path, encoder)
    assert len(collection.documents()) == 3
    assert collection.library.ready()


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "x" * 80, "tail.", "nul\0"])
def test_a_name_that_could_leave_the_folder_is_refused(plumbline: Plumbline, folder: Path, name: str) -> None:
    with pytest.raises(BadInput, match="collection"):
        plumbline.ingest([folder], name)


def test_a_pdf_is_cited_by_page_and_a_sentence_is_not_cut_between_pages() -> None:
    whole = "The oven was cleaned on Monday and again on the Friday after."
    pages = (f"{whole} The contract with the mill runs", "until the last day of May. Flour is dear.")
    file = FileText(
        name="mill.pdf",
        text="\n\n".join(pages),
        pages=(PageText(number=1, start=0, text=pages[0]), PageText(number=2, start=60, text=pages[1])),
    )
    body = document_of(file, "mill").body
    ended = "The contract with the mill runs until the last day of May. Flour is dear."
    assert body == f"## Page 1\n\n{whole}\n\n## Page 2\n\n{ended}"


def test_a_real_pdf_gives_its_pages(plumbline: Plumbline, tmp_path: Path) -> None:
    (tmp_path / "lease.pdf").write_bytes(
        pdf(line("The rent is due on the third."), line("The dog may stay in the yard."))
    )
    plumbline.ingest([tmp_path / "lease.pdf"], "papers")
    found = plumbline.search("is a dog allowed", collection="papers").passages[0]
    assert (found.source, found.heading) == ("lease.pdf", "Page 2")


@pytest.mark.parametrize(
    ("name", "text", "headings"),
    [
        ("a.md", "# Top\n\nIntro.\n\n## One\n\n```\n# no\n```\n\nText.\n", ["Top", "One"]),
        ("a.md", "Top\n===\n\nIntro.\n", ["Top"]),
        ("a.txt", "The long view\n\nIt matters in five years.\n\nWhy data matters\n\nBecause.\n", None),
        ("a.html", "<h1>Top</h1><p>Intro.</p><h2>One</h2><h3>Two</h3><p>Text.</p>", ["Top", "One: Two"]),
        ("a.md", "---\ntitle: Our handbook\nsummary: How we work.\n---\n## One\n\nText.\n", ["One"]),
    ],
)
def test_headings_become_sections(name: str, text: str, headings: list[str] | None) -> None:
    document = document_of(read_bytes(name, text.encode(), 5), "a")
    found = [line[3:] for line in document.body.splitlines() if line.startswith("## ")]
    assert found == (headings or ["The long view", "Why data matters"])


def test_front_matter_gives_the_title() -> None:
    document = document_of(read_bytes("a.md", b"---\ntitle: Our handbook\n---\n## One\n\nText.\n", 5), "a")
    assert (document.title, document.summary) == ("Our handbook", "")
    assert "title:" not in document.body


def test_ids_are_short_and_never_shared() -> None:
    taken: set[str] = set()
    for name in ("a.md", "x/a.md", "a.txt", "x/a.md", "x/a.md"):
        taken.add(name_of(name, frozenset(taken)))
    assert taken == {"a", "a.md", "a.txt", "x/a", "x/a.md"}


class FailingEncoder(BundledEncoder):
    """Breaks off after so many texts."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.left = after

    def encode(self, texts: list[str]) -> NDArray[np.float32]:  # type: ignore[override]  # narrower, for the test
        self.left -= len(texts)
        if self.left < 0:
            raise MemoryError
        return super().encode(texts)


class Given(EncoderOnce):
    """An encoder that is there already."""

    def __init__(self, settings: Settings, encoder: BundledEncoder) -> None:
        super().__init__(settings)
        self._encoder = encoder


def _collection(tmp_path: Path, encoder: BundledEncoder) -> Collection:
    settings = Settings(home=tmp_path / "home")
    return Collection.named(settings, "bakery", Given(settings, encoder))


def _quiet(step: Step) -> None:
    assert step.done <= step.of


def _with(home: Path, words: bytes) -> list[Path]:
    return [each for each in home.rglob("*") if each.is_file() and words in each.read_bytes()]
