"""How long the command takes to answer, and how much memory it ever holds. Each time in a process of its own."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.errors import DependencyFailed
from evals.measure import Measure
from evals.score import Mark, Score
from evals.suite import Suite, Workplace

COMMAND = (sys.executable, "-m", "assistant")
HELPS = 5
STARTS = 3
PATIENCE_SECONDS = 120.0
LOOK_SECONDS = 0.02
SETTLE_SECONDS = 10.0
"""The page makes the index behind itself; its memory is looked at after that."""
QUESTION = "How do I tell whether a tool serves our goals?"
TALK = f"We are four, a bakery. 30 orders a day by phone, three minutes each, all of it me.\n{QUESTION}\n"


@dataclass(frozen=True)
class Run:
    """A process that ended: seconds, its largest memory in MB, and whether it ended well."""

    seconds: float
    megabytes: float
    ok: bool


def run(place: Workplace) -> Iterator[Mark]:
    """Every time and size; each start in an empty home is followed by one in the home that it left."""
    helps, starts = (HELPS, STARTS) if place.limit is None else (1, 1)
    for n in range(helps):
        yield Mark("help", f"help-{n}", None, _scored(_ended(["--help"], _home_of(place))))
    for n in range(starts):
        with TemporaryDirectory() as folder:
            home = _environment(Path(folder))
            for measure in ("first_reply_empty_home", "first_reply"):
                ended = _ended(["ask", QUESTION, "--json"], home)
                yield Mark(measure, f"{measure}-{n}", None, _scored(ended))
            talked = _ended(["chat", "--session", "bench"], home, TALK)
            failed = "" if talked.ok else "the talk failed"
            yield Mark("memory_chat", f"chat-{n}", None, Score(talked.megabytes, failed))
            answered, memory = _page(home)
            yield Mark("page", f"page-{n}", None, Score(answered))
            yield Mark("memory_page", f"page-{n}", None, Score(memory))


def _ended(arguments: list[str], environment: Mapping[str, str], words: str = "") -> Run:
    """The command run to its end."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        env=dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if process.stdin:
        process.stdin.write(words.encode())
        process.stdin.close()
    most = 0.0
    while process.poll() is None and time.perf_counter() - begin < PATIENCE_SECONDS:
        most = max(most, _megabytes(process.pid))
        time.sleep(LOOK_SECONDS)
    took = time.perf_counter() - begin
    if process.poll() is None:
        process.kill()
        process.wait()
    return Run(took, most, process.returncode == 0)


def _page(environment: Mapping[str, str]) -> tuple[float, float]:
    """Seconds until the page answers, and the memory held by then; raises DependencyFailed where it never does."""
    port = _free_port()
    begin = time.perf_counter()
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", str(port)],
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _answers(port):
            if process.poll() is not None or time.perf_counter() - begin > PATIENCE_SECONDS:
                waited = f"{time.perf_counter() - begin:.0f} s"
                raise DependencyFailed(f"no page on port {port} after {waited}: run `plumbline serve` and see")
            time.sleep(0.05)
        answered = time.perf_counter() - begin
        time.sleep(SETTLE_SECONDS)
        return answered, _megabytes(process.pid)
    finally:
        process.terminate()
        process.wait()


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _scored(ended: Run) -> Score:
    return Score(ended.seconds if ended.ok else PATIENCE_SECONDS, "" if ended.ok else "the command failed")


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "PLUMBLINE_HOME": str(home), "HF_HUB_OFFLINE": "1"}


def _home_of(place: Workplace) -> dict[str, str]:
    return _environment(place.settings.home)


def _megabytes(pid: int) -> float:
    """The most memory that a process has held so far; 0 where the system does not tell (it does on Linux).

    Not `ru_maxrss`: a child starts with its parent's, and the parent has the whole product loaded.
    """
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM")), 0.0)


START = Suite(
    name="start",
    about="the command in a process of its own",
    run=run,
    bench=True,
    measures=(
        Measure("help", "plumbline --help", 0.6, better="lower", statistic="p50", unit="s"),
        Measure("page", "the page answers after start", 5, better="lower", statistic="p50", unit="s"),
        Measure(
            "first_reply_empty_home",
            "first answer from the knowledge base in an empty home, start and index included",
            10,
            better="lower",
            statistic="p50",
            unit="s",
        ),
        Measure("first_reply", "the same in a used home", 10, better="lower", statistic="p50", unit="s"),
        Measure("memory_chat", "most memory of a talk with a question", 1500, "lower", "max", "MB"),
        Measure("memory_page", "most memory of the page, index made, before a visitor", 1500, "lower", "max", "MB"),
    ),
)
