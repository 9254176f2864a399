"""An owner's assistant, played by the official client of the protocol, and what it sends."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, StdioServerParameters, types
from mcp.server.lowlevel import Server

OPENING = (
    "We bake for cafés, four of us. Invoices take my whole Saturday morning, about 60 a week. "
    "I want Saturdays free for the family."
)
PLAN = "We are a tailor's, four of us. A chatbot would answer for 90 a month because the shop next door has one."
OFFER = (
    "Order form between Brook Systems Ltd and Daily Bread Ltd. CRM for 5 users, £20 per user per month, plus VAT. The "
    "term is 12 months. It renews for 12 months unless you give 60 days' notice before the end."
)
QUESTION = "When should I stop a pilot?"
SHUT = Path(__file__).parent / "shut"


class Assistant:
    """One connection to a server; a call is waited for, or begun and looked at later."""

    def __init__(self, portal: BlockingPortal, client: Client) -> None:
        self._portal = portal
        self._client = client
        self.instructions = client.instructions or ""

    def tools(self) -> dict[str, types.Tool]:
        return {each.name: each for each in self._portal.call(self._client.list_tools).tools}

    def begin(self, name: str, **arguments: object) -> Future[types.CallToolResult]:
        return self._portal.start_task_soon(self._client.call_tool, name, arguments)

    def call(self, name: str, **arguments: object) -> types.CallToolResult:
        return self.begin(name, **arguments).result(timeout=60)

    def whole(self, name: str, **arguments: object) -> Any:  # JSON as it came
        """The structured result; the client has checked it against the tool's schema."""
        given = self.call(name, **arguments)
        assert not given.is_error, words(given)
        return given.structured_content

    def refusal(self, name: str, **arguments: object) -> str:
        """The one line of a call that is refused."""
        given = self.call(name, **arguments)
        assert given.is_error, given
        assert len(given.content) == 1
        assert "\n" not in words(given)
        assert "Traceback" not in words(given)
        return words(given)


@contextmanager
def connected(server: Server[Any] | StdioServerParameters | str, mode: str = "auto") -> Iterator[Assistant]:
    """An assistant that is connected to a server; it leaves properly."""
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server, mode=mode)) as client,
    ):
        client_tools = portal.call(client.list_tools)
        assert client_tools.tools
        yield Assistant(portal, client)


def words(given: types.CallToolResult) -> str:
    """The first text of a result."""
    first = given.content[0]
    assert isinstance(first, types.TextContent)
    return first.text


def same(one: Any, other: Any) -> bool:
    """True where two JSON values tell the same; the last digit of a sum may differ between processes."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9)
    return bool(one == other)


def as_json(noun: Any) -> Any:
    """A noun as the command line prints it with --json."""
    return json.loads(noun.model_dump_json())
