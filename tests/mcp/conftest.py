"""Two servers for all tests: one started by its assistant in a process that can reach nothing, one over HTTP."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from mcp import StdioServerParameters

from assistant import open_plumbline
from assistant.conversation.plumbline import Plumbline
from assistant.mcp.serve import PATH, application, listening
from assistant.mcp.server import Counter
from assistant.mcp.tools import AFAR
from assistant.settings import Settings
from tests.mcp.talking import SHUT, Assistant, connected

ROOT = Path(__file__).parent.parent.parent
MOST_MB = 1
START_SECONDS = 20


@pytest.fixture(scope="package")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings that both servers and the front door beside them have."""
    return Settings(home=tmp_path_factory.mktemp("mcp") / "home", today=date(2026, 11, 21), max_file_mb=MOST_MB)


@pytest.fixture(scope="package")
def front(shared: Settings) -> Iterator[Plumbline]:
    with open_plumbline(shared) as opened:
        yield opened


@pytest.fixture(scope="package")
def reached(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file in which the server's process notes what it tried to reach."""
    return tmp_path_factory.mktemp("reached") / "names.txt"


@pytest.fixture(scope="package")
def command(shared: Settings, reached: Path) -> StdioServerParameters:
    """How an assistant starts the server."""
    return StdioServerParameters(
        command=sys.executable,
        args=["-m", "assistant", "mcp"],
        env=environment(shared, reached),
        cwd=shared.home.parent,
    )


def environment(settings: Settings, reached: Path) -> dict[str, str]:
    """The environment of a server of these settings, that can reach nothing outside this machine."""
    return {
        "PLUMBLINE_HOME": str(settings.home),
        "PLUMBLINE_TODAY": settings.today.isoformat(),
        "PLUMBLINE_MAX_FILE_MB": str(settings.max_file_mb),
        "PYTHONPATH": os.pathsep.join([str(SHUT), str(ROOT)]),
        "REACHED": str(reached),
    }


@pytest.fixture(scope="package")
def here(command: StdioServerParameters) -> Iterator[Assistant]:
    """The owner's assistant, over standard input and output."""
    with connected(command) as assistant:
        yield assistant


@pytest.fixture(scope="package")
def url(front: Plumbline) -> Iterator[str]:
    """A server of this process on loopback."""
    with closing(Counter(front, AFAR)) as counter, served(counter) as at:
        yield at


@contextmanager
def served(counter: Counter) -> Iterator[str]:
    """The address at which this counter answers, over HTTP on loopback."""
    port = free_port()
    running = listening(application(counter, "127.0.0.1", MOST_MB), "127.0.0.1", port)
    thread = threading.Thread(target=running.run)
    thread.start()
    try:
        until = time.monotonic() + START_SECONDS
        while not running.started:
            assert thread.is_alive(), "the server ended before it could be reached"
            assert time.monotonic() < until, f"the server could not be reached within {START_SECONDS} s"
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}{PATH}"
    finally:
        running.should_exit = True
        thread.join(START_SECONDS)
    assert not thread.is_alive(), "the server did not end"


@pytest.fixture(scope="package")
def afar(url: str) -> Iterator[Assistant]:
    """An assistant over HTTP."""
    with connected(url) as assistant:
        yield assistant


@pytest.fixture(params=["here", "afar"])
def assistant(request: pytest.FixtureRequest) -> Assistant:
    """Either of them."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Assistant)
    return found


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])
