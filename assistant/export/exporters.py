"""Every file format that a plan can leave in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.domain.plan import Plan
from assistant.domain.talk import SessionState
from assistant.errors import UnknownName
from assistant.export.json_state import json_state
from assistant.export.markdown import markdown
from assistant.export.word import word


@dataclass(frozen=True)
class Exporter:
    """A file format: its suffix with the dot, its media type, and the function that writes it."""

    suffix: str
    media_type: str
    write: Callable[[Plan, SessionState], bytes]


EXPORTERS: tuple[Exporter, ...] = (
    Exporter(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", word),
    Exporter(".md", "text/markdown; charset=utf-8", markdown),
    Exporter(".json", "application/json", json_state),
)


def exporter(suffix: str) -> Exporter:
    """The exporter of a suffix, with or without its dot; raises UnknownName listing those that exist."""
    wanted = f".{suffix.strip().lower().removeprefix('.')}"
    for each in EXPORTERS:
        if each.suffix == wanted:
            return each
    known = ", ".join(each.suffix for each in EXPORTERS)
    raise UnknownName(
        f"no file format {suffix!r} to export to; known are: {known}. Choose a file name with one of these"
    )


def export(suffix: str, plan: Plan, state: SessionState) -> bytes:
    """The plan in one file format; raises UnknownName listing those that exist."""
    return exporter(suffix).write(plan, state)
