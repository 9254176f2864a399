"""The whole way, as a new owner would go it: talk, advice, a contract, the plan as a file, a restart."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from tests.web.conftest import PATIENCE, free_port, say, visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST_ANSWERS = 10
CONTRACT_LETTERS = 60_000
OWNER = (
    "Plumbing and heating in Stockport, six of us. I send 40 invoices a week by hand in Word, ten minutes each, and "
    "one in ten is wrong. I want my Sundays back. People choose us because we turn up on time. We use QuickBooks."
)


class Running:
    """The page as `plumbline serve` runs it, in a process that can be killed."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        environment = {**os.environ, "PLUMBLINE_HOME": str(self.home), "HF_HUB_OFFLINE": "1"}
        command = [sys.executable, "-m", "assistant", "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(self.url, timeout=2):
                    return
            except OSError:
                time.sleep(0.2)
        raise AssertionError("the page did not come up")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    started = Running(tmp_path / "home")
    yield started
    started.kill()


@pytest.mark.browser
def test_from_an_empty_home_to_a_plan_that_survives_the_server(
    wide: Page, running: Running, eval_data: Path, tmp_path: Path
) -> None:
    with (eval_data / "cuad" / "contracts.jsonl").open(encoding="utf-8") as contracts:
        contract = json.loads(contracts.readline())["text"]
    visit(wide, running)
    say(wide, OWNER)
    for _ in range(MOST_ANSWERS):
        chips = wide.locator(".chips .chip")
        if not chips.count():
            break
        say(wide, chips.first.inner_text())
    wide.get_by_role("tab", name="Advice").click()
    assert wide.get_by_text("held").first.is_visible()
    wide.get_by_role("tab", name="Alignment").click()
    assert wide.get_by_text("rules looked at").is_visible()
    say(wide, contract[:CONTRACT_LETTERS])
    wide.get_by_role("tab", name="Proposal").click()
    assert wide.get_by_text("grade").first.is_visible()
    wide.get_by_role("tab", name="Plan").click()
    with wide.expect_download() as waiting:
        wide.get_by_role("button", name="Word (.docx)").click()
    saved = tmp_path / "plan.docx"
    waiting.value.save_as(saved)
    assert docx.Document(io.BytesIO(saved.read_bytes())).paragraphs
    address = wide.url
    running.kill()
    running.start()
    wide.goto(address)
    wide.get_by_text(OWNER[:40]).first.wait_for(timeout=PATIENCE)
    wide.get_by_role("tab", name="Proposal").click()
    assert wide.get_by_text("grade").first.is_visible()
