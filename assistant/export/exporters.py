"""Every file format that a plan, or the critique of a proposal, can leave in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, ParamSpec

from assistant.domain.proposal import Critique
from assistant.errors import BadInput, UnknownName
from assistant.export.blocks import Pages
from assistant.export.calendar import calendar
from assistant.export.json_state import json_state
from assistant.export.markdown import markdown
from assistant.export.material import Material
from assistant.export.offer import offer_pages
from assistant.export.pages import pages
from assistant.export.pdf import pdf
from assistant.export.plan_calendar import plan_calendar
from assistant.export.plan_workbook import plan_workbook
from assistant.export.private import private
from assistant.export.task_list import task_list
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


SHEETS = ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DAYS = ".ics", "text/calendar; charset=utf-8"


def _of_plan(each: Exporter[[Pages]]) -> Exporter[[Material]]:
    return Exporter(each.suffix, each.media_type, lambda made: each.write(pages(made)))


def _of_critique(each: Exporter[[Pages]]) -> Exporter[[Critique, date]]:
    return Exporter(each.suffix, each.media_type, lambda made, today: each.write(offer_pages(made, today)))


EXPORTERS: tuple[Exporter[[Material]], ...] = (
    *map(_of_plan, PAGES),
    Exporter(*SHEETS, plan_workbook),
    Exporter(*DAYS, plan_calendar),
    Exporter(".csv", "text/csv; charset=utf-8", task_list),
    Exporter(".json", "application/json", json_state),
)
CRITIQUE_EXPORTERS: tuple[Exporter[[Critique, date]], ...] = (
    *map(_of_critique, PAGES),
    Exporter(*SHEETS, workbook),
    Exporter(*DAYS, calendar),
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


def export(suffix: str, made: Material) -> bytes:
    """The plan in one file format.

    Raises UnknownName listing the formats that exist, BadInput where there is no step for a calendar or a task list, or
    where the format cannot leave out what was chosen to stay.
    """
    found = exporter(suffix, EXPORTERS)
    if not made.choice.is_usual and found.suffix not in [each.suffix for each in PAGES]:
        raise BadInput(
            f"{found.suffix} holds no sections to choose from; export it whole, or as .docx, .pdf, .md, .html"
        )
    if made.choice.private and found.suffix == ".json":
        raise BadInput(".json holds the whole session, word for word; leave out private, or choose another format")
    return found.write(private(made) if made.choice.private else made)


def export_critique(suffix: str, made: Critique, today: date) -> bytes:
    """The critique in one file format, made on `today`.

    Raises UnknownName listing the formats that exist, BadInput where there is no day for a calendar.
    """
    return exporter(suffix, CRITIQUE_EXPORTERS).write(made, today)
