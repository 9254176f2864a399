"""A talk whose replies a chat model words: decided and kept without it, worded where its sentences hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.advisers.chat_model import ChatModelAdviser
from assistant.advisers.guard import Guard
from assistant.conversation.plumbline import Plumbline
from assistant.domain.talk import Reply
from assistant.encoder import Support
from assistant.settings import Settings
from tests.scripted_model import ScriptedModel, model_saying

WORDS = "We are a bakery in Leeds, four of us. I write 60 invoices a week, ten minutes each."


class Willing(Support):
    """Takes every sentence for supported: what is left is what can be decided exactly."""

    def load(self) -> None:
        """Nothing to load."""

    def share(self, sentence: str, statements: object) -> float:
        return 1.0


def _house(settings: Settings, model: ScriptedModel) -> Plumbline:
    chosen = settings.model_copy(update={"model": "test:model"})
    made = Plumbline(chosen)
    made._shelf.use_adviser(ChatModelAdviser(model, chosen, Guard(Willing())))
    return made


@pytest.fixture
def plain(settings: Settings, tmp_path: Path) -> Iterator[Plumbline]:
    with Plumbline(settings.model_copy(update={"home": tmp_path / "plain"})) as made:
        yield made


def test_what_is_decided_is_the_same_and_the_wording_is_kept(settings: Settings, plain: Plumbline) -> None:
    with _house(settings, model_saying("Sixty invoices a week, then. Ten minutes each.")) as worded:
        said = worded.session("one").say(WORDS)
        stands = plain.session("one").say(WORDS)
        assert said.text.startswith("Sixty invoices a week, then.")
        assert worded.session("one").state() == plain.session("one").state()
        assert said.question == stands.question
        assert said.question is not None
        assert said.question.text in said.text
        assert worded.session("one").history()[-1].reply == said.text


def test_the_turn_is_kept_before_its_first_sentence_is_shown(settings: Settings) -> None:
    with _house(settings, model_saying("Sixty invoices a week, then.")) as worded:
        session = worded.session("one")
        pieces = session.stream(WORDS)
        next(pieces)
        assert session.history()[-1].words == WORDS
        pieces.close()
        assert session.state().profile.process("invoicing") is not None
        assert session.history()[-1].reply == session.state().reply_text


def test_a_model_that_is_down_is_said_to_be_and_the_reply_stands(settings: Settings, plain: Plumbline) -> None:
    with _house(settings, model_saying([ConnectionError("gone")])) as worded:
        said = worded.session("one").say(WORDS)
        assert said.text == plain.session("one").say(WORDS).text
        assert "cannot be reached" in said.notices[-1]
        assert "cannot be reached" in worded.session("one").history()[-1].trouble
        check = next(each for each in worded.doctor().checks if each.name == "chat model")
        assert "1 replies failed" in check.says


def test_deleting_a_session_deletes_the_wordings(settings: Settings) -> None:
    with _house(settings, model_saying("Sixty invoices a week, then.")) as worded:
        worded.session("one").say(WORDS)
        worded.session("one").delete()
        check = next(each for each in worded.doctor().checks if each.name == "chat model")
        assert "calls" not in check.says


def test_without_a_model_the_pieces_are_the_reply(plain: Plumbline) -> None:
    pieces = plain.session("one").stream(WORDS)
    said = ""
    while True:
        try:
            said += next(pieces)
        except StopIteration as end:
            reply: Reply = end.value
            break
    assert said == reply.text
    assert reply.notices == ()
