"""Search: by meaning and words, by words alone where it must be, filtered, and told apart from nothing found."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from assistant.errors import EncoderMissing
from assistant.retrieval.documents import load_documents
from assistant.retrieval.index import open_index
from assistant.retrieval.library import Library, knowledge_library
from assistant.retrieval.search import RELEVANT, Wanted
from assistant.retrieval.shelves import Shelves
from assistant.settings import Settings
from tests.retrieval.collections import FLOORS, NAMES, load, mean_ndcg
from tests.retrieval.conftest import KNOWLEDGE, Questions


@pytest.mark.parametrize("name", ["on_tuned", "on_held", "on_lures", "on_near"])
def test_questions_on_the_subject_are_not_refused(library: Library, questions: Questions, name: str) -> None:
    refused = [asked for asked in questions[name] if library.search(asked).abstained]
    assert len(refused) <= len(questions[name]) // 20, refused


@pytest.mark.parametrize("name", ["off_tuned", "off_held", "off_lures"])
def test_questions_of_other_fields_are_refused(library: Library, questions: Questions, name: str) -> None:
    taken = [asked for asked in questions[name] if not library.search(asked).abstained]
    assert len(taken) <= len(questions[name]) // 20, taken


@pytest.mark.parametrize("name", ["off_tuned", "off_held"])
def test_by_words_alone_most_questions_of_other_fields_are_refused(
    by_words: Library, questions: Questions, name: str
) -> None:
    taken = [asked for asked in questions[name] if not by_words.search(asked).abstained]
    assert len(taken) <= len(questions[name]) // 3, taken


def test_scores_fall_from_first_to_last_and_lie_between_0_and_1(library: Library) -> None:
    found = library.search("How do I get paid faster?", 20)
    scores = [passage.score for passage in found.passages]
    assert len(scores) == 20
    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[-1] <= scores[0] <= 1
    assert found.abstained == (scores[0] < RELEVANT)
    assert found.notice is None


def test_filters_leave_only_what_is_wanted(library: Library) -> None:
    question = "What does it cost?"
    documents = {each.id: each for each in load_documents(KNOWLEDGE)}
    cases = library.search(question, 30, Wanted(kind="case")).passages
    assert {passage.kind for passage in cases} == {"case"}
    invoicing = library.search(question, 30, Wanted(process="invoicing")).passages
    assert invoicing
    assert all("invoicing" in documents[passage.document_id].processes for passage in invoicing)
    solo = library.search(question, 30, Wanted(staff=1)).passages
    assert solo
    assert all(documents[passage.document_id].applies_to.staff[0] <= 1 for passage in solo)
    assert library.search(question, 5, Wanted(process="no_such_process")).passages == ()
    assert library.search(question, 5, Wanted(process="no_such_process")).abstained


@pytest.mark.parametrize("question", ["", " ", "?!", "the of and", "🙂", "x" * 5000, "ERP " * 2000])
def test_odd_questions_are_answered_or_refused_without_an_error(
    library: Library, by_words: Library, question: str
) -> None:
    for each in (library, by_words):
        assert len(each.search(question, 3).passages) == 3
        each.ask(question)


def test_without_an_encoder_search_goes_by_words_and_says_why(tmp_path: Path) -> None:
    library = knowledge_library(Settings(home=tmp_path / "home", encoder_dir=tmp_path / "nothing"), KNOWLEDGE)
    found = library.search("Should we move to an ERP?")
    assert any("ERP" in passage.text for passage in found.passages)
    assert library.notice() == found.notice
    with pytest.raises(EncoderMissing, match=r"model\.safetensors"):
        library.build()
    notice = library.search("Should we move to an ERP?").notice or ""
    assert notice.startswith("Search goes by words only: ")
    assert "model.safetensors" in notice
    assert "\n" not in notice


def test_making_a_library_reads_nothing(tmp_path: Path) -> None:
    started = time.perf_counter()
    knowledge_library(Settings(home=tmp_path / "home"), tmp_path / "no such folder")
    assert time.perf_counter() - started < 0.05
    assert not (tmp_path / "home").exists()


def test_searches_from_many_threads_agree(library: Library) -> None:
    question = "Can they raise the price every year?"
    expected = [passage.heading for passage in library.search(question).passages]
    met: list[list[str]] = []

    def ask() -> None:
        for _ in range(5):
            met.append([passage.heading for passage in library.search(question).passages])

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert met == [expected] * 30


@pytest.mark.parametrize("name", NAMES)
def test_by_words_others_are_matched_on_public_collections(eval_data: Path, tmp_path: Path, name: str) -> None:
    collection = load(eval_data, name)
    index = Shelves(tmp_path / "index").words_only(collection.documents)
    assert mean_ndcg(index, collection, None) >= FLOORS[name][0]


def test_the_word_index_is_made_once(tmp_path: Path) -> None:
    first = knowledge_library(Settings(home=tmp_path / "home"), KNOWLEDGE)
    first.search("invoices")
    (folder,) = (tmp_path / "home" / "index").iterdir()
    made = folder.stat().st_mtime_ns
    second = knowledge_library(Settings(home=tmp_path / "home"), KNOWLEDGE)
    assert second.search("invoices") == first.search("invoices")
    assert folder.stat().st_mtime_ns == made
    assert open_index(folder, with_vectors=False).vectors is None
