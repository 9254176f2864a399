"""`plumbline mcp` as it is started: what it writes, when it ends, who may reach it, and that it reaches nobody."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from mcp import StdioServerParameters
from starlette.testclient import TestClient

from assistant.conversation.plumbline import Plumbline
from assistant.mcp.serve import PATH, application
from assistant.mcp.server import Counter
from assistant.mcp.tools import AFAR
from assistant.settings import Settings
from tests.mcp.conftest import MOST_MB, environment, free_port
from tests.mcp.talking import OFFER, OPENING, PLAN, QUESTION, SHUT, Assistant, connected

HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "a test", "version": "1"},
    },
}
READY = {"jsonrpc": "2.0", "method": "notifications/initialized"}
ASKED = {
    "jsonrpc": "2.0",
    "id": 2,
    "method": "tools/call",
    "params": {"name": "understand", "arguments": {"text": OPENING}},
}
PLAIN = {"Accept": "application/json, text/event-stream"}
NEWER = {**PLAIN, "MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/list"}


def started(settings: Settings, reached: Path, *options: str, log_level: str = "WARNING") -> subprocess.Popen[str]:
    """The command, spoken to by hand."""
    told = {**os.environ, **environment(settings, reached), "PLUMBLINE_LOG_LEVEL": log_level}
    return subprocess.Popen(
        [sys.executable, "-m", "assistant", "mcp", *options],
        env=told,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_nothing_but_the_protocol_is_on_standard_output_and_the_server_ends_with_its_input(
    shared: Settings, reached: Path
) -> None:
    said = "".join(json.dumps(each) + "\n" for each in (HELLO, READY, ASKED))
    running = started(shared, reached, log_level="DEBUG")
    assert running.stdin
    assert running.stdout
    running.stdin.write(said)
    running.stdin.flush()
    answers = [json.loads(running.stdout.readline()) for _ in range(2)]
    assert [each["id"] for each in answers] == [1, 2]
    assert answers[0]["result"]["serverInfo"]["name"] == "plumbline"
    assert answers[1]["result"]["isError"] is False
    rest, log = running.communicate(timeout=30)
    assert rest == ""
    assert running.returncode == 0
    assert "Traceback" not in log
    assert OPENING[:30] not in log


def test_both_generations_of_the_protocol_are_spoken(command: StdioServerParameters, url: str) -> None:
    for server in (command, url):
        with connected(server, "legacy") as assistant:
            assert assistant.whole("rules", rule_id="RS04")["rules"][0]["id"] == "RS04"


def test_a_long_call_over_standard_input_can_be_cancelled(here: Assistant) -> None:
    long = here.begin("critique", text=OFFER * 400)
    assert here.whole("rules", rule_id="RS04")
    assert not long.done()
    assert long.cancel()
    assert here.whole("rules", rule_id="GL01")


def test_over_http_it_says_where_it_is_and_ends_when_interrupted(shared: Settings, reached: Path) -> None:
    port = free_port()
    running = started(shared, reached, "--http", "--port", str(port))
    assert running.stdout
    line = running.stdout.readline()
    assert f"http://127.0.0.1:{port}{PATH}" in line
    with connected(f"http://127.0.0.1:{port}{PATH}") as assistant:
        assert assistant.whole("rules", rule_id="RS04")
    taken = started(shared, reached, "--http", "--port", str(port))
    _, trouble = taken.communicate(timeout=60)
    assert taken.returncode == 2
    assert f"port {port} on 127.0.0.1 is taken" in trouble
    assert len(trouble.strip().splitlines()) == 1
    running.send_signal(signal.SIGINT)
    _, log = running.communicate(timeout=30)
    assert running.returncode == 0
    assert "Traceback" not in log


@pytest.mark.parametrize("headers", [PLAIN, NEWER], ids=["older", "newer"])
def test_another_sites_page_cannot_be_pointed_at_the_server(url: str, headers: dict[str, str]) -> None:
    def sent(**more: str) -> int:
        return httpx.post(url, json=HELLO, headers={**headers, **more}).status_code

    assert sent(Host="evil.example") == 421
    assert sent(Origin="http://evil.example") == 403
    assert sent(Origin=url.removesuffix(PATH)) == 403


def test_a_request_that_is_too_long_is_refused_before_it_is_read(url: str) -> None:
    long = {**ASKED, "params": {"name": "understand", "arguments": {"text": "x" * 1_200_000}}}
    assert httpx.post(url, json=long, headers=PLAIN).status_code == 413


@pytest.mark.parametrize(
    ("host", "called", "status"),
    [
        ("127.0.0.1", "localhost", 200),
        ("127.0.0.1", "office.example", 421),
        ("192.168.1.4", "192.168.1.4", 200),
        ("192.168.1.4", "evil.example", 421),
        ("0.0.0.0", "office.example", 200),
    ],
)
def test_a_server_answers_to_its_own_names_and_to_no_page(
    front: Plumbline, host: str, called: str, status: int
) -> None:
    with (
        closing(Counter(front, AFAR)) as counter,
        TestClient(application(counter, host, MOST_MB), base_url=f"http://{called}:7861") as caller,
    ):
        assert caller.post(PATH, json=HELLO, headers=PLAIN).status_code == status
        page = {**PLAIN, "Origin": f"http://{called}:7861"}
        assert caller.post(PATH, json=HELLO, headers=page).status_code == 403


def test_no_tool_reaches_out(here: Assistant, afar: Assistant, reached: Path) -> None:
    for assistant in (here, afar):
        assistant.whole("advise", text=OPENING)
        assistant.whole("assess", text=PLAN)
        assistant.whole("critique", text=OFFER + " See https://vendor.example/terms for the terms.")
        assistant.whole("ask", question=QUESTION)
        assistant.whole("search", question=QUESTION)
        assistant.whole("catalogue", entry_id="invoicing")
    assert not reached.exists()


@pytest.mark.parametrize(
    "tries", ["socket.create_connection(('192.0.2.1', 80), 1)", "socket.getaddrinfo('vendor.example', 443)"]
)
def test_a_process_that_reached_out_would_be_noticed(tmp_path: Path, tries: str) -> None:
    note = tmp_path / "names.txt"
    told = {**os.environ, "PYTHONPATH": str(SHUT), "REACHED": str(note)}
    done = subprocess.run([sys.executable, "-c", f"import socket; {tries}"], env=told, capture_output=True, check=False)
    assert done.returncode != 0
    assert note.read_text(encoding="utf-8").strip() in ("192.0.2.1", "vendor.example")
