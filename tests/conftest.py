"""What every test shares: no network but loopback, a home of its own, the tables loaded once."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")

from assistant.catalogue import Catalogue, load_catalogue
from assistant.estimates.estimate import EstimateSetting
from assistant.estimates.priors import load_priors
from assistant.settings import Settings

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"
LOOPBACK = ("127.", "localhost", "::1", "0.0.0.0")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection that would leave this machine is an error that names its target."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = str(address[0]) if isinstance(address, tuple) else str(address)
        if self.family != getattr(socket, "AF_UNIX", None) and not host.startswith(LOOPBACK):
            raise AssertionError(f"a test tried to reach {host!r}")
        connect(self, address)  # type: ignore[arg-type]  # the wrapped method's own argument

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True, scope="module")
def freed() -> Iterator[None]:
    """Front doors that a module's tests have left behind are let go: each holds models, and points at itself."""
    yield
    gc.collect()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with an empty home and a fixed date."""
    return Settings(home=tmp_path / "home", today=date(2026, 11, 21))


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The tables of this checkout."""
    return load_catalogue(KNOWLEDGE)


@pytest.fixture(scope="session")
def setting(catalogue: Catalogue) -> EstimateSetting:
    """What estimates stand on."""
    return EstimateSetting(catalogue=catalogue, priors=load_priors(KNOWLEDGE), draws=1000)


@pytest.fixture(scope="session")
def eval_data() -> Iterator[Path]:
    """The public data sets; a test that needs them is skipped, with its reason, where they are absent."""
    root = Settings().eval_root()
    if not root.is_dir():
        pytest.skip(f"the public data sets are not at {root}; set PLUMBLINE_EVAL_DATA")
    return root
