"""A real page in a real browser: one Chromium for all tests, a server with a home of its own for each."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant import open_plumbline
from assistant.settings import Settings
from assistant.web.app import launch
from tests.web import states

if TYPE_CHECKING:
    import gradio as gr
    from playwright.sync_api import Browser, Page

    from assistant.conversation.plumbline import Plumbline

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDE, NARROW = (1280, 832), (390, 844)
TABS = ("understood", "advice", "alignment", "proposal", "plan")
PATIENCE = 60_000
"""Milliseconds: the first turn of a process loads the tables."""
FULL = "A" * 22
"""The key of the session that holds everything; as long as a real one."""


class Served:
    """The page of one home folder, which can be stopped and started again."""

    def __init__(self, settings: Settings, host: str = "127.0.0.1") -> None:
        self.settings = settings
        self.host = host
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/"
        self.start()

    def start(self) -> None:
        self.plumbline: Plumbline = open_plumbline(self.settings)
        self._page: gr.Blocks = launch(self.plumbline, self.settings, self.host, self.port)

    def stop(self) -> None:
        self._page.close(verbose=False)
        self.plumbline.close()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless browser."""
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail("no Chromium is installed: apt-get install chromium, then run them again", pytrace=False)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def served(settings: Settings) -> Iterator[Served]:
    """The page of an empty home."""
    running = Served(settings)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page of a home in which one conversation holds everything."""
    home: Path = tmp_path_factory.mktemp("furnished") / "home"
    running = Served(Settings(home=home))
    running.plumbline.session(FULL).load(states.full())
    yield running
    running.stop()


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def sized(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page of either width that reports what went wrong in it."""
    yield from opened(chromium, request.param)


@pytest.fixture
def wide(chromium: Browser) -> Iterator[Page]:
    """A wide page."""
    yield from opened(chromium, WIDE)


@pytest.fixture
def narrow(chromium: Browser) -> Iterator[Page]:
    """A page as narrow as a phone."""
    yield from opened(chromium, NARROW)


def opened(chromium: Browser, size: tuple[int, int]) -> Iterator[Page]:
    """A page in a context of its own; errors of its script and requests to anywhere else fail the test."""
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, accept_downloads=True)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.append(request.url) if _is_outside(request.url) else None)
    yield page
    context.close()
    assert not wrong


def _is_outside(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "blob:", "data:"))


def visit(page: Page, served: Served, session: str = "") -> None:
    """Open the page and wait until it can be used."""
    page.goto(served.url + (f"?session={session}" if session else ""))
    page.wait_for_selector("[data-ready]")


def say(page: Page, words: str) -> None:
    """Write, send, and wait for the reply."""
    from playwright.sync_api import expect

    turns = page.locator(".turn.it").count()
    page.fill("#words", words)
    page.press("#words", "Enter")
    replied = page.locator(".turn.it").nth(turns)
    expect(replied.or_(page.locator("#trouble:visible"))).to_be_visible(timeout=PATIENCE)
    assert page.locator("#trouble").inner_text() == ""
    expect(page.locator(".turn.it")).to_have_count(turns + 1)


def go(page: Page, tab: str) -> None:
    """Choose a tab, or on a narrow page the place that holds it."""
    if page.locator(".places").is_visible():
        page.click(f".places [data-place={'advice' if tab == 'alignment' else tab}]")
    else:
        page.click(f"#tab-{tab}")
