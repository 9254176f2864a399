"""How calls are carried out: beside one another, cancelled, or broken inside."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from typing import ClassVar

import pytest
from pydantic import BaseModel

from assistant.conversation.plumbline import Plumbline
from assistant.mcp.library import RuleCards, Rules
from assistant.mcp.request import Request, Told
from assistant.mcp.server import AT_ONCE, Counter, server_of
from tests.mcp.conftest import served
from tests.mcp.talking import Assistant, connected

SECRET = "the zebra bakery owes 40,000"
GATE = threading.Event()
BEGUN: list[int] = []


class Waits(Request):
    """Begins, and ends once the gate is open."""

    name: ClassVar[str] = "waits"
    title: ClassVar[str] = "Wait"
    use: ClassVar[str] = "Use to wait."
    gives: ClassVar[type[BaseModel]] = RuleCards
    number: int

    def carried_out(self, plumbline: Plumbline) -> Told:
        BEGUN.append(self.number)
        assert GATE.wait(timeout=30)
        return Told(whole=RuleCards(rules=()), short=str(self.number))


class Breaks(Request):
    """Fails as a defect would."""

    name: ClassVar[str] = "breaks"
    title: ClassVar[str] = "Break"
    use: ClassVar[str] = "Use to see what a defect looks like."
    gives: ClassVar[type[BaseModel]] = RuleCards

    def carried_out(self, plumbline: Plumbline) -> Told:
        raise KeyError(SECRET)


@pytest.fixture(params=["auto", "legacy", "http", "http legacy"])
def tried(request: pytest.FixtureRequest, front: Plumbline) -> Iterator[Assistant]:
    """A server with these tools, spoken to in both generations of the protocol."""
    GATE.clear()
    BEGUN.clear()
    with closing(Counter(front, (Waits, Breaks, Rules))) as counter:
        if request.param.startswith("http"):
            mode = request.param.removeprefix("http").strip() or "auto"
            with served(counter) as url, connected(url, mode) as assistant:
                yield assistant
                GATE.set()
        else:
            with connected(server_of(counter), request.param) as assistant:
                yield assistant
                GATE.set()


def begun(count: int) -> None:
    """Wait until so many calls are worked on."""
    until = time.monotonic() + 20
    while len(BEGUN) < count:
        assert time.monotonic() < until, BEGUN
        time.sleep(0.01)


def test_a_quick_call_does_not_wait_for_a_slow_one(tried: Assistant) -> None:
    slow = tried.begin("waits", number=1)
    begun(1)
    assert tried.whole("rules", rule_id="RS04")["rules"][0]["id"] == "RS04"
    assert not slow.done()
    GATE.set()
    assert slow.result(timeout=20).structured_content == {"rules": []}


def test_two_calls_at_once_get_each_its_own_answer(tried: Assistant) -> None:
    calls = [tried.begin("waits", number=number) for number in (1, 2)]
    begun(2)
    GATE.set()
    assert [each.result(timeout=20).content[0].text for each in calls] == ["1", "2"]


def test_a_call_that_is_cancelled_while_it_waits_for_its_turn_is_never_begun(tried: Assistant) -> None:
    working = [tried.begin("waits", number=number) for number in range(AT_ONCE)]
    begun(AT_ONCE)
    waiting = tried.begin("waits", number=99)
    time.sleep(0.3)
    assert waiting.cancel()
    time.sleep(0.3)
    GATE.set()
    for each in working:
        each.result(timeout=20)
    assert tried.whole("rules", rule_id="RS04")["rules"]
    assert 99 not in BEGUN


def test_a_call_that_is_cancelled_while_it_is_worked_on_leaves_the_server_answering(tried: Assistant) -> None:
    working = tried.begin("waits", number=1)
    begun(1)
    assert working.cancel()
    assert tried.whole("rules", rule_id="RS04")["rules"]


def test_a_defect_is_one_line_without_anybodys_words(tried: Assistant, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        refused = tried.refusal("breaks")
    assert "KeyError at test_calls.py:" in refused
    assert SECRET not in refused
    logged = [each.getMessage() for each in caplog.records if each.name.startswith("assistant.mcp")]
    assert any("breaks failed: KeyError" in each for each in logged)
    assert SECRET not in caplog.text
