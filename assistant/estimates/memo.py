"""Estimates that were made before: the same facts, way, draws and seed give the same estimate, so it is made once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable

from assistant.domain.advice import Estimate

MOST = 4000
"""Estimates that are kept; some 20 MB. When it is full it begins anew."""


class Memo:
    """A bounded memory of estimates, safe between threads; it changes no result, only how soon it is there."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: dict[Hashable, Estimate] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Estimate]) -> Estimate:
        """The estimate of that key, made now if it is not known."""
        found = self._kept.get(key)
        if found is None:
            found = make()
            with self._lock:
                if len(self._kept) >= self._most:
                    self._kept.clear()
                self._kept[key] = found
        return found
