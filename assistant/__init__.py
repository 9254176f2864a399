"""Strategic automation advice for owners of small firms, checked by rules, offline.

`open_plumbline` is the front door: the command line, the page, the evals and the tests call nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.conversation.plumbline import Plumbline
    from assistant.settings import Settings

__version__ = "0.1.0"
__all__ = ["__version__", "open_plumbline"]


def open_plumbline(settings: Settings | None = None) -> Plumbline:
    """The front door, one a process; nothing heavy is loaded before it is needed."""
    from assistant.conversation.plumbline import Plumbline
    from assistant.settings import Settings

    return Plumbline(settings or Settings.from_environment())
