"""What tests of a conversation share: the front door, opened on an empty home."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant import open_plumbline
from assistant.conversation.plumbline import Plumbline
from assistant.settings import Settings


@pytest.fixture
def plumbline(settings: Settings) -> Iterator[Plumbline]:
    """The front door of an empty home; closed after the test."""
    with open_plumbline(settings) as opened:
        yield opened
