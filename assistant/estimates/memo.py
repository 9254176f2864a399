"""What was estimated before: the same facts, way, draws and seed give the same result, so it is made once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Result = TypeVar("Result")

MOST = 4000
"""Results that are kept; some 20 MB. When it is full it begins anew."""


class Memo:
    """A bounded memory of results, safe between threads; it changes no result, only how soon it is there."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: dict[Hashable, object] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Result]) -> Result:
        """The result of that key, made now if it is not known; a key names one kind of result."""
        found = self._kept.get(key)
        if found is None:
            found = make()
            with self._lock:
                if len(self._kept) >= self._most:
                    self._kept.clear()
                self._kept[key] = found
        return cast("Result", found)
