"""A critique as a spreadsheet: verdict, prices whose sums work themselves out again, findings, what to ask for."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from assistant.domain.proposal import RISK_WORDS, Critique
from assistant.export.blocks import Bullets, Heading, Paragraph
from assistant.export.offer import FOOTER, offer_opening
from assistant.export.offer_findings import ranked_clauses
from assistant.export.quoting import where
from assistant.export.workbook_look import Looks, add_sheet, fit, looks, say
from assistant.export.workbook_prices import write_prices, write_rises
from assistant.language.phrases import capital

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

FINDINGS = (
    ("Risk", 11),
    ("What it says", 44),
    ("Their words", 60),
    ("Where", 12),
    ("Could cost, low", 12),
    ("Likely", 12),
    ("High", 12),
    ("Ask for", 50),
)
ASKS = (("No.", 5), ("Ask", 70), ("Why", 60), ("Worth", 13))
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(made: Critique, today: date) -> bytes:
    """The .xlsx of a critique; the same critique and day give the same bytes."""
    from xlsxwriter import Workbook

    file = BytesIO()
    with Workbook(file, OPTIONS) as book:
        book.set_properties({"title": "Critique of a proposal", "created": datetime.combine(today, time())})
        look = looks(book)
        _verdict(book, look, made)
        rows = write_prices(book, look, made)
        _findings(book, look, made)
        _asks(book, look, made)
        write_rises(book, look, rows, made.tco.escalation)
    return file.getvalue()


def _verdict(book: Workbook, look: Looks, made: Critique) -> None:
    sheet = add_sheet(book, "Verdict", (26, 100))
    say(sheet, 0, 0, made.file, look.title)
    row = 2
    for block in offer_opening(made):
        if isinstance(block, Heading):
            say(sheet, row, 0, block.text, look.head)
            say(sheet, row, 1, "", look.head)
            row += 1
            continue
        lines = block.items if isinstance(block, Bullets) else (block,)
        for line in lines:
            if isinstance(line, Paragraph):
                say(sheet, row, 0, line.lead.removesuffix(":"), look.strong)
                say(sheet, row, 1, line.text, look.text)
                fit(sheet, row, [(line.text, 100)])
                row += 1
    say(sheet, row + 1, 0, FOOTER, look.quiet)


def _findings(book: Workbook, look: Looks, made: Critique) -> None:
    """The clauses by risk and money, then what is not in the paper."""
    sheet = add_sheet(book, "Findings", [width for _, width in FINDINGS])
    for column, (words, _) in enumerate(FINDINGS):
        say(sheet, 0, column, words, look.head_right if 4 <= column <= 6 else look.head)
    clauses = ranked_clauses(made)
    for row, clause in enumerate(clauses, start=1):
        place = where(made, clause.start)
        quote = " ".join(clause.quote.split())
        cells = (capital(RISK_WORDS[clause.risk]), clause.plain_words, quote, place, "", "", "", clause.ask)
        _words(sheet, look, row, cells)
        price = clause.cost_over_term
        for column, end in enumerate((price.low, price.mid, price.high) if price else (), start=4):
            if end is not None:
                sheet.write_number(row, column, end, look.money)
    for row, gap in enumerate(made.missing, start=len(clauses) + 1):
        said = f"Not in the paper: {gap.why_it_matters}"
        _words(sheet, look, row, (capital(RISK_WORDS[gap.risk]), said, "", "", "", "", "", gap.ask))
    sheet.autofilter(0, 0, max(1, len(clauses) + len(made.missing)), len(FINDINGS) - 1)
    sheet.freeze_panes(1, 0)


def _words(sheet: Worksheet, look: Looks, row: int, cells: tuple[str, ...]) -> None:
    for column, words in enumerate(cells):
        if words:
            say(sheet, row, column, words, look.text)
    fit(sheet, row, ((words, width) for words, (_, width) in zip(cells, FINDINGS, strict=True)))


def _asks(book: Workbook, look: Looks, made: Critique) -> None:
    sheet = add_sheet(book, "What to ask for", [width for _, width in ASKS])
    for column, (words, _) in enumerate(ASKS):
        say(sheet, 0, column, words, look.head)
    for row, ask in enumerate(made.negotiation, start=1):
        sheet.write_number(row, 0, row, look.text)
        say(sheet, row, 1, ask.ask, look.text)
        say(sheet, row, 2, ask.why, look.text)
        fit(sheet, row, [(ask.ask, 70), (ask.why, 60)])
        if ask.worth:
            sheet.write_number(row, 3, ask.worth, look.money)
    sheet.freeze_panes(1, 0)
