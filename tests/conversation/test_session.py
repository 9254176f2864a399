"""A conversation through the front door."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from assistant import open_plumbline
from assistant.conversation import hearing
from assistant.conversation.plumbline import Plumbline
from assistant.domain.facts import FactPath
from assistant.domain.talk import Question
from assistant.errors import BadInput, UnknownName
from assistant.reading.intents import Intent, classify
from assistant.reading.scene import Scene
from assistant.settings import Settings
from tests.conversation.steering import skip_to

OPENING = (
    "We're a plumbing firm in Leeds, twelve of us. I want us doing heat pumps in three years. "
    "Invoices take my whole Saturday morning, about 60 a week, and Dee is on the phone all day."
)


def test_an_opening_is_understood_with_quotes_and_one_question_follows(plumbline: Plumbline) -> None:
    reply = plumbline.session("a").say(OPENING)
    assert {"invoicing", "answering_calls"} <= {each.id for each in reply.profile.processes}
    assert reply.profile.business.headcount is not None
    assert reply.profile.business.headcount.value == 12
    assert reply.profile.goals[0].quote in OPENING
    assert reply.question is not None
    assert reply.text.rstrip().endswith(reply.question.why)
    assert reply.text.count("?") == 1


def test_ten_answers_lead_to_a_checked_recommendation(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    reply = session.say(OPENING)
    asked = []
    for _ in range(10):
        if reply.question is None:
            break
        asked.append(str(reply.question.path))
        reply = session.say(reply.question.choices[0] if reply.question.choices else "don't know")
    assert len(asked) == len(set(asked)), "a question was put twice"
    assert reply.recommendation is not None
    assert reply.report is not None
    assert reply.report.findings
    assert reply.plan is not None
    for initiative in reply.recommendation.initiatives:
        assert initiative.citations, initiative.id


def test_a_correction_changes_the_figure(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    session.say("We are a bakery of four. We do about 30 invoices a week.")
    reply = session.say("no, 40 not 30")
    process = reply.profile.process("invoicing")
    assert process is not None
    assert process.items_per_week is not None
    assert process.items_per_week.value == 40


def test_a_question_in_the_middle_is_answered_and_the_open_one_comes_back(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    before = session.say(OPENING)
    reply = session.say("What is a stop rule in a pilot?")
    assert reply.citations
    assert reply.question == before.question
    citation = reply.citations[0]
    passage = plumbline.passage(citation.document_id, citation.heading)
    assert passage is not None
    assert citation.quote in passage.text


def test_skip_and_dont_know_move_on(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    first = session.say(OPENING)
    second = session.say("skip")
    third = session.say("don't know")
    paths = [str(each.question.path) for each in (first, second, third) if each.question]
    assert len(paths) == len(set(paths))


def test_a_fact_can_be_edited_and_taken_away(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    session.say(OPENING)
    path = FactPath(scope="invoicing", name="items_per_week")
    assert session.edit(path, "45").profile.fact(path).value == 45  # type: ignore[union-attr]  # just set
    assert session.edit(path, "").profile.fact(path) is None
    with pytest.raises(BadInput, match="lots"):
        session.edit(path, "lots and lots")


def test_two_sessions_never_see_each_others_words(plumbline: Plumbline) -> None:
    own = plumbline.session("a").say("We run a zebra farm with nine people and invoices eat Mondays.")
    assert own.profile.process("invoicing") is not None
    assert "zebra" in plumbline.session("a").state().model_dump_json()
    other = plumbline.session("b").say("Hello")
    assert "zebra" not in other.model_dump_json()


def test_two_tabs_on_one_session_lose_no_words(settings: Settings) -> None:
    with open_plumbline(settings) as one, open_plumbline(settings) as two:
        said = [f"We do {n} invoices a week." for n in range(20, 26)]
        threads = [
            threading.Thread(target=door.session("a").say, args=(words,))
            for words, door in zip(said, (one, two) * 3, strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(each.words for each in one.session("a").history()) == sorted(said)


def _talk_for_ever(home: str, acknowledged: str) -> None:
    with open_plumbline(Settings(home=Path(home))) as plumbline, Path(acknowledged).open("a") as out:
        session = plumbline.session("a")
        n = 0
        while True:
            n += 1
            session.say(f"We send {n} invoices a week.")
            out.write(f"{n}\n")
            out.flush()


def test_killed_in_the_middle_of_a_turn_nothing_acknowledged_is_lost(settings: Settings, tmp_path: Path) -> None:
    acknowledged = tmp_path / "acknowledged"
    acknowledged.touch()
    context = multiprocessing.get_context("spawn")
    talker = context.Process(target=_talk_for_ever, args=(str(settings.home), str(acknowledged)))
    talker.start()
    deadline = time.monotonic() + 60
    while len(acknowledged.read_text().split()) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert talker.pid is not None
    os.kill(talker.pid, signal.SIGKILL)
    talker.join()
    said = len(acknowledged.read_text().split())
    assert said >= 3
    with open_plumbline(settings) as plumbline:
        history = plumbline.session("a").history()
        assert len(history) >= said
        assert plumbline.session("a").say("and 5 minutes each").text


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "invoices",
        "🙂🙂🙂",
        "<script>alert(1)</script>",
        "Wir schreiben 40 Rechnungen pro Woche",
        "x" * 100_000,
    ],
)
def test_odd_words_get_a_reply_and_lose_nothing(plumbline: Plumbline, words: str) -> None:
    session = plumbline.session("a")
    session.say(OPENING)
    before = {each.id for each in session.state().profile.processes}
    assert session.say(words).text.strip()
    assert before <= {each.id for each in session.state().profile.processes}


SQUEEZED = "A bakery of two. The rota takes 5 hours a week."
"""So much for two people that a rule on their time breaks."""


def test_a_rule_can_be_overridden_with_a_reason_that_is_kept(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    session.say(SQUEEZED)
    report = session.state().report
    assert report is not None
    assert report.broken()
    finding = report.broken()[0]
    session.waive(finding.rule_id, finding.subject, "my brother helps")
    session.say("I want to be home by six.")
    kept = session.state().report
    assert kept is not None
    assert [each.rule_id for each in kept.findings if each.waived and each.waived.reason == "my brother helps"]


def test_a_rule_that_is_not_broken_cannot_be_overridden(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    session.say(OPENING)
    with pytest.raises(UnknownName, match="not broken"):
        session.waive("GL01", "nothing:at-all", "my brother helps")


@pytest.mark.parametrize(
    "address", ["firm.nonsense", "firm.goals", "invoicing.id", "invoicing.nonsense", "moon.people"]
)
def test_an_address_that_holds_no_fact_is_refused_in_one_line(plumbline: Plumbline, address: str) -> None:
    session = plumbline.session("a")
    session.say(OPENING)
    before = session.state()
    scope, name = address.split(".")
    with pytest.raises(UnknownName, match=f"{scope}|{name}"):
        session.edit(FactPath(scope=scope, name=name), "5")
    assert session.state() == before


def test_an_edit_that_answers_the_open_question_is_not_asked_for_again(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    reply = session.say(
        "We're a bakery with 8 staff. I want to double the wholesale side in two years. The rota is a pain."
    )
    question = skip_to(session, reply, "hours_per_week")
    path = question.path
    assert session.edit(path, "5 hours").question != question
    assert path in [each.path for each in session.state().asked]


def test_work_in_words_that_are_not_known_is_guessed_offered_and_said_to_be_a_guess(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    first = session.say("We are the keepers of a gate in Leeds, four of us, all day.")
    assert first.question is not None
    assert first.question.path.name == "processes"
    names = {each.name for each in plumbline.catalogue()}
    assert first.question.choices
    assert set(first.question.choices) <= names
    second = session.say("falconry, all day")
    assert len(second.profile.processes) == 1
    assert second.profile.processes[0].quote == "falconry, all day"
    assert "nearest kind of work" in second.text


def test_a_guess_that_was_chosen_is_no_guess(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    first = session.say("We are the keepers of a gate in Leeds, four of us, all day.")
    assert first.question is not None
    chosen = session.say(first.question.choices[0])
    assert chosen.profile.processes[0].name == first.question.choices[0]
    assert "nearest kind of work" not in chosen.text


def test_a_long_text_is_read_once_and_said_to_be_cut(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def counted(scene: Scene, pending: Question | None) -> Intent:
        read.append(len(scene.text))
        return classify(scene, pending)

    monkeypatch.setattr(hearing, "classify", counted)
    reply = plumbline.session("a").say("Invoices take 3 hours a week. " + "It is what it is here. " * 900)
    assert len(read) == 1
    assert read[0] <= hearing.READ_AT_MOST
    assert reply.text.count("That was long") == 1


def test_pasted_proposals_stand_side_by_side_and_the_same_one_again_does_not(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    first = "Order form. CRM for 5 users, £20 per user per month. The term is 12 months."
    second = "Offer. Rota software, £90 a month, for a term of 24 months."
    for text in (first, second, first):
        session.add_proposal(text)
    assert {each.file for each in session.state().critiques} == {"pasted.txt", "pasted 2.txt"}
    assert session.export_critique("pasted 2.txt", ".md").startswith(b"# What the offer says: pasted 2.txt")
    with pytest.raises(UnknownName, match=r"known: pasted 2\.txt and pasted\.txt"):
        session.export_critique("pasted 3.txt", ".md")
