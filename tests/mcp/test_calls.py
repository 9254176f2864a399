"""How calls are carried out: beside one another, cancelled, or broken inside."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any, ClassVar

import pytest
from anyio import fail_after, to_thread
from anyio.from_thread import start_blocking_portal
from mcp import Client
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
MADE: list[str] = []
THREADS = 40
"""As many as the event loop lends; standard input is read by one of them."""


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
    with closing(Counter(front, (Waits, Breaks, Rules))) as counter:
        if request.param.startswith("http"):
            mode = request.param.removeprefix("http").strip() or "auto"
            with served(counter) as url, connected(url, mode) as assistant, gate():
                yield assistant
        else:
            with connected(server_of(counter), request.param) as assistant, gate():
                yield assistant


@contextmanager
def gate() -> Iterator[None]:
    """The gate is shut, and open afterwards whatever happens: a call that waits keeps its server from ending."""
    GATE.clear()
    BEGUN.clear()
    try:
        yield
    finally:
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


def test_calls_that_wait_hold_no_thread_that_the_protocol_needs(front: Plumbline) -> None:
    with (
        closing(Counter(front, (Waits,))) as counter,
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server_of(counter))) as client,
        gate(),
    ):
        assistant = Assistant(portal, client)
        calls = [assistant.begin("waits", number=number) for number in range(2 * THREADS)]
        begun(AT_ONCE)
        time.sleep(0.5)
        assert portal.call(read_in_a_thread) == "read"
        GATE.set()
        assert all(not each.result(timeout=20).is_error for each in calls)


async def read_in_a_thread() -> str:
    """What standard input is read by; raises TimeoutError where no thread comes free."""
    with fail_after(5):
        return await to_thread.run_sync(lambda: "read")


class Listed(Breaks):
    """Counts how often its schema is made."""

    name: ClassVar[str] = "listed"

    @classmethod
    def model_json_schema(cls, *_: Any, **__: Any) -> dict[str, Any]:  # as the library has it
        MADE.append(cls.name)
        return super().model_json_schema()


def test_the_list_of_tools_is_made_once(front: Plumbline) -> None:
    MADE.clear()
    with closing(Counter(front, (Listed,))) as counter, connected(server_of(counter)) as assistant:
        assert assistant.tools() == assistant.tools()
    assert MADE == ["listed"]


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
