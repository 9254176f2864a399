"""Every file format that a plan, or the critique of a proposal, can leave in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, ParamSpec

from assistant.domain.plan import Plan
from assistant.domain.proposal import Critique
from assistant.domain.talk import SessionState
from assistant.errors import UnknownName
from assistant.export.blocks import Pages
from assistant.export.calendar import calendar
from assistant.export.json_state import json_state
from assistant.export.markdown import markdown
from assistant.export.offer import offer_pages
from assistant.export.pages import pages
from assistant.export.pdf import pdf
from assistant.export.web_page import web_page
from assistant.export.word import word
from assistant.export.workbook import workbook

Given = ParamSpec("Given")


@dataclass(frozen=True)
class Exporter(Generic[Given]):
    """A file format: its suffix with the dot, its media type, and the function that writes it."""

    suffix: str
    media_type: str
    write: Callable[Given, bytes]


PAGES: tuple[Exporter[[Pages]], ...] = (
    Exporter(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", word),
    Exporter(".pdf", "application/pdf", pdf),
    Exporter(".md", "text/markdown; charset=utf-8", markdown),
    Exporter(".html", "text/html; charset=utf-8", web_page),
)
"""What is laid out as pages is written in all of these."""


def _of_plan(each: Exporter[[Pages]]) -> Exporter[[Plan, SessionState]]:
    return Exporter(each.suffix, each.media_type, lambda plan, state: each.write(pages(plan, state)))


def _of_critique(each: Exporter[[Pages]]) -> Exporter[[Critique, date]]:
    return Exporter(each.suffix, each.media_type, lambda made, today: each.write(offer_pages(made, today)))


EXPORTERS: tuple[Exporter[[Plan, SessionState]], ...] = (
    *map(_of_plan, PAGES),
    Exporter(".json", "application/json", json_state),
)
CRITIQUE_EXPORTERS: tuple[Exporter[[Critique, date]], ...] = (
    *map(_of_critique, PAGES),
    Exporter(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook),
    Exporter(".ics", "text/calendar; charset=utf-8", calendar),
)


def exporter(suffix: str, among: tuple[Exporter[Given], ...]) -> Exporter[Given]:
    """The exporter of a suffix, with or without its dot; raises UnknownName listing those that exist."""
    wanted = f".{suffix.strip().lower().removeprefix('.')}"
    for each in among:
        if each.suffix == wanted:
            return each
    known = ", ".join(each.suffix for each in among)
    raise UnknownName(
        f"no file format {suffix!r} to export to; known are: {known}. Choose a file name with one of these"
    )


def export(suffix: str, plan: Plan, state: SessionState) -> bytes:
    """The plan in one file format; raises UnknownName listing those that exist."""
    return exporter(suffix, EXPORTERS).write(plan, state)


def export_critique(suffix: str, made: Critique, today: date) -> bytes:
    """The critique in one file format, made on `today`.

    Raises UnknownName listing the formats that exist, BadInput where there is no day for a calendar.
    """
    return exporter(suffix, CRITIQUE_EXPORTERS).write(made, today)
