"""The pictures in docs/pictures, made by a run in a real browser: `python -m evals.pictures`."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from evals.transcript import DAY, SAID

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
WIDE, NARROW = (1280, 832), (390, 844)
TABS = ("Advice", "Alignment", "Plan")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    """First screen, advice, alignment and plan when wide; the talk when narrow."""
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": WIDE[0], "height": WIDE[1]})
        page.goto(address)
        page.wait_for_selector("[data-ready]")
        page.screenshot(path=FOLDER / "first-1280.png")
        for words in SAID:
            say(page, words)
        for tab in TABS:
            page.get_by_role("tab", name=tab).click()
            page.screenshot(path=FOLDER / f"{tab.lower()}-1280.png")
        phone = browser.new_page(viewport={"width": NARROW[0], "height": NARROW[1]})
        phone.goto(page.url)
        phone.wait_for_selector("[data-ready]")
        phone.screenshot(path=FOLDER / "talk-390.png")
        browser.close()


def say(page: Page, words: str) -> None:
    """Write, send and wait for the reply."""
    turns = page.locator(".turn.it").count()
    page.fill("#words", words)
    page.press("#words", "Enter")
    page.locator(".turn.it").nth(turns).wait_for(timeout=120_000)


@contextmanager
def served() -> Iterator[str]:
    """The address of a page with an empty home."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port = tried.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        settings = {"PLUMBLINE_HOME": home, "PLUMBLINE_TODAY": DAY.isoformat(), "HF_HUB_OFFLINE": "1"}
        command = [sys.executable, "-m", "assistant", "serve", "--port", str(port)]
        running = subprocess.Popen(command, env={**os.environ, **settings}, stdout=subprocess.DEVNULL)
        address = f"http://127.0.0.1:{port}/"
        try:
            wait_for(address)
            yield address
        finally:
            running.terminate()
            running.wait()


def wait_for(address: str, patience_seconds: float = 60) -> None:
    """Return once the page answers; raises TimeoutError."""
    deadline = time.monotonic() + patience_seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"{address} did not answer within {patience_seconds} s")


if __name__ == "__main__":
    main()
