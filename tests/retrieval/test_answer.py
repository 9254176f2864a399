"""Answers: verbatim, placed, short, honest about weak sources and about those who see it differently."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant.domain.knowledge import Answer, Passage, Strength
from assistant.retrieval.library import Library, knowledge_library
from assistant.retrieval.openings import Openings
from assistant.retrieval.phrasing import load_phrasing
from assistant.settings import Settings
from tests.retrieval.conftest import KNOWLEDGE, Questions

Write = Callable[..., Path]


@pytest.fixture(scope="module")
def answers(library: Library, questions: Questions) -> list[Answer]:
    asked = [*questions["on_held"][::3], *questions["on_tuned"][:6], *questions["on_lures"][::2]]
    return [library.ask(each) for each in asked]


def assert_sound(answer: Answer) -> None:
    passages = {(each.document_id, each.heading): each for each in answer.passages}
    assert 1 <= len(answer.sentences) <= 4
    assert len({(c.document_id, c.heading) for s in answer.sentences for c in s.citations}) <= 3
    assert answer.answer == " ".join(sentence.text for sentence in answer.sentences)
    for sentence in answer.sentences:
        (cited,) = sentence.citations
        assert passages[cited.document_id, cited.heading].text[cited.start : cited.end] == cited.quote
        assert sentence.text.endswith(cited.quote)


def test_every_sentence_is_a_verbatim_piece_of_a_passage_that_is_handed_over(answers: list[Answer]) -> None:
    for answer in answers:
        assert not answer.abstained, answer.question
        assert_sound(answer)


def test_no_answer_opens_with_words_that_point_at_what_was_left_out(answers: list[Answer]) -> None:
    phrasing = load_phrasing(KNOWLEDGE)
    for answer in answers:
        (cited,) = answer.sentences[0].citations
        assert cited.start == 0 or not phrasing.leans(cited.quote), answer.answer


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("How does alignment affect automation ROI?", "alignment-and-roi"),
        ("What role does culture play?", "culture-and-adoption"),
        ("Why does long-term vision matter?", "long-term-vision"),
        ("What are the key technologies for small firms?", "key-technologies"),
        ("How does automation affect competitive advantage?", "competitive-advantage"),
        ("Why is data integration crucial?", "data-integration"),
    ],
)
def test_the_questions_that_the_subject_ends_on_are_answered(library: Library, question: str, document: str) -> None:
    answer = library.ask(question)
    assert_sound(answer)
    assert document in {cited.document_id for sentence in answer.sentences for cited in sentence.citations}
    assert len(answer.sentences) >= 2


def test_nothing_is_answered_where_nothing_was_found(library: Library, by_words: Library) -> None:
    for each in (library, by_words):
        answer = each.ask("How do I treat a sprained ankle?")
        assert answer.abstained
        assert answer.answer is None
        assert answer.sentences == ()
        assert answer.passages == ()


def test_by_words_alone_an_answer_is_as_sound_and_says_how_it_was_found(by_words: Library) -> None:
    answer = by_words.ask("What is hyperautomation?")
    assert_sound(answer)
    assert "by words only" in (answer.notice or "")


@pytest.fixture
def ask(shelf: Path, write: Write, tmp_path: Path) -> Callable[[str], Answer]:
    """Asks a folder of documents on other things and whatever the test writes; goes by words."""
    for n, thing in enumerate(["vans", "rotas", "stock", "tenders", "leases", "tills", "bees", "roofs", "kerbs"]):
        write(f"about-{thing}", f"## On {thing}\nMuch is known of {thing} in year {n}.\n", title=thing.title())
    return lambda question: knowledge_library(Settings(home=tmp_path / "home"), shelf).ask(question)


def test_what_only_a_seller_says_is_called_that(write: Write, ask: Callable[[str], Answer]) -> None:
    body = "## Phones\nVoice robots answer phones at night. Voice robots answer ninety phones at once.\n"
    write("robots", body, title="Voice robots", strength="vendor-claim")
    answer = ask("Do voice robots answer phones at night?")
    assert answer.sentences[0].text.startswith("Known only from a seller: Voice robots")
    assert answer.sentences[1].text.startswith("From the same seller: ")
    assert_sound(answer)


def test_our_own_assumption_is_called_that_unless_the_sentence_does_or_names_a_dated_source(
    write: Write, ask: Callable[[str], Answer]
) -> None:
    body = (
        "## Robots\nVoice robots answer phones at night. Voice robots cost an assumed 30 a month for phones. "
        "Smith (2007) counted voice robots that answer phones wrongly.\n"
    )
    write("robots", body, title="Voice robots", strength="assumed")
    texts = [sentence.text for sentence in ask("Do voice robots answer phones at night?").sentences]
    assert texts == [
        "Our own assumption: Voice robots answer phones at night.",
        "Voice robots cost an assumed 30 a month for phones.",
        "Smith (2007) counted voice robots that answer phones wrongly.",
    ]


def test_a_sentence_that_leans_on_the_one_before_brings_it_along(write: Write, ask: Callable[[str], Answer]) -> None:
    body = "## Robots\nAcme sells a machine. It answers phones at night with a voice robot. Rain is wet.\n"
    write("robots", body, title="Machines")
    answer = ask("Which voice robot answers phones at night?")
    assert [sentence.text for sentence in answer.sentences][:2] == [
        "Acme sells a machine.",
        "It answers phones at night with a voice robot.",
    ]


def test_a_part_of_a_list_is_never_quoted(write: Write, ask: Callable[[str], Answer]) -> None:
    needs = "A voice robot needs:\n- phones that ring at night;\n- a voice robot."
    body = f"## Robots\n{needs}\n\nA voice robot answers phones.\n"
    write("robots", body, title="Machines")
    quotes = [sentence.text for sentence in ask("What does a voice robot for phones at night need?").sentences]
    assert quotes == ["A voice robot answers phones."]


@pytest.mark.parametrize("asked", ["Is a voice robot for phones good?", "Is hiring a person for phones good?"])
def test_a_declared_conflict_is_told_from_either_side(write: Write, ask: Callable[[str], Answer], asked: str) -> None:
    write("robots", "## Robots\nA voice robot for phones is good.\n", title="Robots")
    write("people", "## People\nHiring a person is good.\n", title="People", disagrees_with=["robots#robots"])
    answer = ask(asked)
    assert_sound(answer)
    assert {cited.document_id for sentence in answer.sentences for cited in sentence.citations} >= {"robots", "people"}
    assert sum(sentence.text.startswith("Not everybody agrees: ") for sentence in answer.sentences) == 1
    assert not answer.sentences[0].text.startswith("Not everybody agrees: ")


@pytest.mark.parametrize("asked", ["Is a voice robot for phones good?", "Is hiring a person for phones good?"])
def test_a_section_that_disagrees_is_told_from_either_side_and_its_neighbours_are_not(
    write: Write, ask: Callable[[str], Answer], asked: str
) -> None:
    write("robots", "## Robots\nA voice robot for phones is good.\n## Cats\nA cat is warm.\n", title="Robots")
    note = {"hiring": {"disagrees_with": ["robots#robots"]}}
    body = "## Pets\nMuch is known of a cat.\n## Hiring\nHiring a person is good.\n"
    write("people", body, title="People", sections=note)
    told = ask(asked)
    assert_sound(told)
    assert {(c.document_id, c.heading) for s in told.sentences for c in s.citations} >= {
        ("robots", "Robots"), ("people", "Hiring"),
    }  # fmt: skip
    assert sum(sentence.text.startswith("Not everybody agrees: ") for sentence in told.sentences) == 1
    assert not any("Not everybody" in sentence.text for sentence in ask("Is a cat warm?").sentences)


def test_a_section_speaks_by_its_finding_and_two_that_disagree_are_not_announced_alike(
    write: Write, ask: Callable[[str], Answer]
) -> None:
    write("robots", "## Robots\nA voice robot for phones is good.\n", title="Robots")
    against = {"disagrees_with": ["robots#robots"]}
    body = "## Hiring\nMuch is known of interviews. Callers want a person.\n"
    write("people", body, title="People", sections={"hiring": {**against, "finding": "Callers want"}})
    write("bills", "## Bills\nMost bills are paid.\n", title="Bills", sections={"bills": against})
    answer = ask("Is a voice robot for phones good?")
    assert_sound(answer)
    assert sorted(sentence.text for sentence in answer.sentences[-2:]) == [
        "Another who disagrees: Callers want a person.",
        "Not everybody agrees: Most bills are paid.",
    ]


OURS = {"strength": "own-view"}


def test_our_own_view_is_called_that_once_and_firmer_ground_is_named_after_it() -> None:
    openings = Openings(load_phrasing(KNOWLEDGE), date(2026, 11, 24))

    def opening(sentence: str, document: str, strength: Strength) -> str:
        passage = Passage(document_id=document, heading="Robots", text=sentence, strength=strength)
        return openings.before(sentence, passage, disagrees=False)

    assert opening("Ninety were counted.", "trial", "study") == ""
    assert opening("Robots should say what they are.", "robots", "own-view") == "Our own view: "
    assert opening("Bees should not.", "bees", "own-view") == ""
    assert opening("Ninety more were counted.", "trial", "study") == "From a study: "
    assert opening("Sixty were counted.", "trial", "study") == ""
    assert opening("Vans should wait, we think.", "vans", "own-view") == ""
    assert opening("An owner tried it.", "owner", "practitioner") == "From practice: "


def test_our_own_view_has_no_source_of_its_documents(write: Write, ask: Callable[[str], Answer]) -> None:
    write("robots", "## Robots\nVoice robots answer phones.\n", title="Voice robots", sections={"robots": OURS})
    (passage,) = (each for each in ask("Do voice robots answer phones?").passages if each.document_id == "robots")
    assert (passage.strength, passage.source) == ("own-view", "")


@pytest.mark.parametrize(
    ("today", "text"),
    [
        (date(2027, 1, 31), "Our own view: A voice robot for phones costs 90 a month."),
        (
            date(2027, 2, 1),
            "Our own view, as we read it on 21 November 2026, and it may have changed since: "
            "A voice robot for phones costs 90 a month.",
        ),
    ],
)
def test_what_should_have_been_read_again_is_told_with_its_day(
    shelf: Path, write: Write, tmp_path: Path, today: date, text: str
) -> None:
    note = {"robots": {**OURS, "check_after": "2027-01-31"}}
    body = "## Robots\nA voice robot for phones costs 90 a month.\n"
    write("robots", body, title="Voice robots", sections=note, read="2026-11-21")
    for thing in ("vans", "rotas", "tills", "bees"):
        write(f"about-{thing}", f"## On {thing}\nMuch is known of {thing}.\n", title=thing.title())
    library = knowledge_library(Settings(home=tmp_path / "home", today=today), shelf)
    assert library.ask("What does a voice robot for phones cost?").answer == text
    assert [each.document_id for each in library.dated()] == ["robots"]


def test_the_document_on_a_kind_of_work_comes_first(library: Library) -> None:
    for process, document in [("invoicing", "invoicing"), ("answering_calls", "answering-calls")]:
        passages = library.about(process, 8)
        assert [each.document_id for each in passages[:5]] == [document] * 5
        assert len(passages) == 8
    assert library.about("no_such_process") == ()


def test_a_passage_is_found_by_heading_and_by_slug(library: Library) -> None:
    named = library.passage("growth-stages", "Work on the bottleneck")
    assert named is not None
    assert library.passage("growth-stages", "work-on-the-bottleneck") == named
    assert named.text.startswith("Effort beside the bottleneck")
    assert library.passage("growth-stages", "nothing") is None
    assert library.passage("nothing", "Work on the bottleneck") is None
    assert "growth-stages#work-on-the-bottleneck" in library.anchors()


def test_the_state_is_told_in_one_line(library: Library, by_words: Library) -> None:
    state = library.state()
    assert state.documents >= 100
    assert state.passages >= 500
    assert state.encoder is not None
    assert state.index is not None
    assert state.index in state.says
    assert by_words.state().index is None
    assert "until the index is made" in by_words.state().says
