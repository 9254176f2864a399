"""Indexes: never half there, made again only where something changed, seen by readers that already run."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.retrieval.documents import load_documents
from assistant.retrieval.encoding import Step
from assistant.retrieval.index import MANIFEST, VECTOR_FOLDER
from assistant.retrieval.library import knowledge_library
from assistant.retrieval.shelves import ASIDE, CURRENT, Shelves
from assistant.settings import Settings
from tests.retrieval.conftest import CountingEncoder

Write = Callable[..., Path]
BUILD = """
import sys
from pathlib import Path
from assistant.retrieval.encoding import Step
from assistant.retrieval.library import knowledge_library
from assistant.settings import Settings
knowledge_library(Settings(home=Path(sys.argv[1])), Path(sys.argv[2])).build()
"""


def quiet(_: Step) -> None:
    """Progress that nobody looks at."""


@pytest.fixture(scope="module")
def encoder() -> CountingEncoder:
    return CountingEncoder()


@pytest.fixture
def small(write: Write, shelf: Path) -> Path:
    """A folder of three documents."""
    write("ovens", "## Cleaning\nThe oven is cleaned each evening.\n## Heating\nThe oven is heated at four.\n")
    write("invoices", "## Sending\nInvoices leave on Friday.\n", title="Invoices")
    write("routes", "## Driving\nThe van drives to twelve cafés.\n", title="Routes")
    return shelf


def test_only_changed_passages_are_encoded_again(
    small: Path, write: Write, tmp_path: Path, encoder: CountingEncoder
) -> None:
    shelves = Shelves(tmp_path / "index")
    encoder.given.clear()
    first = shelves.build(load_documents(small), encoder, quiet)
    assert len(encoder.given) == 4
    encoder.given.clear()
    assert shelves.build(load_documents(small), encoder, quiet) == first
    assert encoder.given == []
    write("invoices", "## Sending\nInvoices leave on Monday.\n", title="Invoices")
    second = shelves.build(load_documents(small), encoder, quiet)
    assert [text.splitlines()[-1] for text in encoder.given] == ["Invoices leave on Monday."]
    assert second != first
    assert shelves.current() == second


def test_an_index_is_named_by_what_it_was_made_of(small: Path, tmp_path: Path, encoder: CountingEncoder) -> None:
    one = Shelves(tmp_path / "one").build(load_documents(small), encoder, quiet)
    other = Shelves(tmp_path / "other").build(load_documents(small), encoder, quiet)
    assert one.name == other.name


def test_the_last_index_is_kept_for_readers_and_older_ones_go(
    small: Path, write: Write, tmp_path: Path, encoder: CountingEncoder
) -> None:
    shelves = Shelves(tmp_path / "index")
    made = []
    for day in ("Monday", "Tuesday", "Wednesday"):
        write("invoices", f"## Sending\nInvoices leave on {day}.\n", title="Invoices")
        made.append(shelves.build(load_documents(small), encoder, quiet))
    assert [folder.is_dir() for folder in made] == [False, True, True]


def test_a_build_that_is_cut_off_leaves_the_old_index_in_use(
    small: Path, write: Write, tmp_path: Path, encoder: CountingEncoder
) -> None:
    shelves = Shelves(tmp_path / "index")
    first = shelves.build(load_documents(small), encoder, quiet)
    write("invoices", "## Sending\nInvoices leave on Monday.\n", title="Invoices")

    def stop(step: Step) -> None:
        raise KeyboardInterrupt(step.says)

    with pytest.raises(KeyboardInterrupt):
        shelves.build(load_documents(small), encoder, stop)
    assert shelves.current() == first
    assert not list((tmp_path / "index").glob(f"{ASIDE}*"))


def test_a_folder_without_a_name_or_a_name_without_a_folder_is_never_read(small: Path, tmp_path: Path) -> None:
    library = knowledge_library(Settings(home=tmp_path), small)
    (tmp_path / "index" / f"{ASIDE}0123").mkdir(parents=True)
    assert not library.ready()
    (tmp_path / "index" / CURRENT).write_text("0123456789abcdef")
    assert not library.ready()
    (tmp_path / "index" / CURRENT).write_text("../../etc")
    assert not library.ready()
    assert library.search("invoices").passages[0].document_id == "invoices"


def test_a_running_reader_meets_what_another_process_builds(small: Path, write: Write, tmp_path: Path) -> None:
    library = knowledge_library(Settings(home=tmp_path / "home"), small)
    assert not library.ready()
    assert "until the index is made" in (library.notice() or "")
    _build_elsewhere(tmp_path / "home", small)
    assert library.ready()
    assert library.search("when do bills go out").passages[0].document_id == "invoices"
    write("cats", "## Purring\nThe shop cat purrs and sleeps.\n", title="Cats")
    _build_elsewhere(tmp_path / "home", small)
    assert library.search("a pet that naps").passages[0].document_id == "cats"
    assert library.state().documents == 4


def test_while_documents_have_changed_the_last_index_goes_on_and_it_is_said(
    small: Path, write: Write, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path / "home")
    knowledge_library(settings, small).build()
    write("cats", "## Purring\nThe shop cat purrs and sleeps.\n", title="Cats")
    library = knowledge_library(settings, small)
    assert not library.ready()
    assert "have changed" in (library.notice() or "")
    assert library.search("when do bills go out").passages[0].document_id == "invoices"
    assert "cats" not in {each.document_id for each in library.search("cat", 10).passages}
    library.build()
    assert library.ready()
    assert library.search("cat").passages[0].document_id == "cats"
    assert library.notice() is None


@pytest.mark.parametrize(
    "lost", [VECTOR_FOLDER, f"{VECTOR_FOLDER}/chroma.sqlite3", MANIFEST, "words", "passages.jsonl"]
)
def test_a_damaged_index_is_not_used_and_is_made_again(small: Path, tmp_path: Path, lost: str) -> None:
    settings = Settings(home=tmp_path / "home")
    knowledge_library(settings, small).build()
    current = Shelves(settings.home / "index").current()
    assert current is not None
    victim = current / lost
    shutil.rmtree(victim) if victim.is_dir() else victim.unlink()
    library = knowledge_library(settings, small)
    assert not library.ready()
    assert library.notice()
    assert library.search("invoices").passages[0].document_id == "invoices"
    library.build()
    assert library.ready()
    assert library.search("when do bills go out").passages[0].document_id == "invoices"


def test_a_file_of_rubbish_in_place_of_the_vectors_is_found_out(small: Path, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    knowledge_library(settings, small).build()
    current = Shelves(settings.home / "index").current()
    assert current is not None
    (current / VECTOR_FOLDER / "chroma.sqlite3").write_bytes(b"rubbish" * 1000)
    library = knowledge_library(settings, small)
    assert not library.ready()
    assert "\n" not in (library.notice() or "\n")


def test_builders_at_the_same_time_make_one_index(small: Path, tmp_path: Path) -> None:
    libraries = [knowledge_library(Settings(home=tmp_path / "home"), small) for _ in range(3)]
    threads = [threading.Thread(target=each.build) for each in libraries]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(each.ready() for each in libraries)
    assert len([each for each in (tmp_path / "home" / "index").iterdir() if (each / VECTOR_FOLDER).is_dir()]) == 1


def test_progress_is_told_in_lines(small: Path, tmp_path: Path) -> None:
    steps: list[Step] = []
    knowledge_library(Settings(home=tmp_path / "home"), small).build(steps.append)
    assert (steps[0].done, steps[-1].done, steps[-1].of) == (0, 4, 4)
    lines = [each.says for each in steps]
    assert lines[0] == "0 of 4 passages are in the index"
    assert lines[-1] == "4 of 4 passages are in the index"


def _build_elsewhere(home: Path, knowledge: Path) -> None:
    subprocess.run([sys.executable, "-c", BUILD, str(home), str(knowledge)], check=True, timeout=120)
