"""What a proposal costs, line by line with the vendor's words, over three and over five years."""

from __future__ import annotations

from assistant.domain.proposal import CostLine, Critique, TotalCost
from assistant.export.blocks import Block, Heading, Paragraph, Table
from assistant.export.quoting import quoted
from assistant.language.phrases import say_list, say_sum

NUMBERS = {3: "three", 5: "five"}
TAX = {True: "Tax is included.", False: "Tax comes on top.", None: "The paper does not say whether tax is in it."}


def cost(made: Critique) -> tuple[Block, ...]:
    """The cost as a table and its ends in a line; where no price was found, that."""
    totals = tuple(each for each in (made.tco, made.tco_longer) if each and each.mid is not None)
    if not totals:
        return (Heading(text="What it costs"), Paragraph(text="The paper states no price that can be added up."))
    years = say_list([NUMBERS.get(each.years, str(each.years)) for each in totals])
    share = 0.13
    table = Table(
        headers=("What", *(f"{each.years} years" for each in totals), "Their words"),
        rows=(*_rows(made, totals), ("Together", *(_sum(each.mid, each) for each in totals), "")),
        widths=(0.32, *(share for _ in totals), 0.68 - share * len(totals)),
        figures=tuple(range(1, len(totals) + 1)),
    )
    return (Heading(text=f"What it costs over {years} years"), table, *_ends(totals), *_rises(made))


def _rows(made: Critique, totals: tuple[TotalCost, ...]) -> tuple[tuple[str, ...], ...]:
    """One row a line; totals of more years have the same lines in the same order, and maybe one of assumed rises."""
    longest = max(totals, key=lambda each: len(each.lines))
    rows = []
    for n, line in enumerate(longest.lines):
        sums = tuple(_line_sum(each, n) for each in totals)
        words = quoted(made, line.quote, _start(made, line))
        rows.append((line.text, *sums, words or ("assumed" if line.basis == "assumed" else "")))
    return tuple(rows)


def _line_sum(total: TotalCost, n: int) -> str:
    if n >= len(total.lines):
        return ""
    line = total.lines[n]
    if line.mid == 0:
        return f"up to {say_sum(line.high, total.currency)}" if line.high else "not counted"
    return _sum(line.mid, total)


def _start(made: Critique, line: CostLine) -> int | None:
    """Where the price that a cost line rests on stands in the text."""
    return next((each.start for each in made.terms.price_lines if each.text == line.quote), None)


def _sum(value: float | None, total: TotalCost) -> str:
    return "" if value is None else say_sum(value, total.currency)


def _ends(totals: tuple[TotalCost, ...]) -> tuple[Block, ...]:
    """The range of each total, where what is assumed or optional opens one."""
    said = [
        f"{_sum(each.low, each)} to {_sum(each.high, each)} over {NUMBERS.get(each.years, each.years)} years"
        for each in totals
        if each.low != each.high
    ]
    return (Paragraph(text=f"{'; '.join(said)}.", lead="With what is assumed or optional:"),) if said else ()


def _rises(made: Critique) -> tuple[Block, ...]:
    terms = made.terms
    lines: list[Block] = []
    if terms.escalator is not None:
        span = made.term_quotes.get("escalator")
        words = f" {quoted(made, span.quote, span.start)}" if span else ""
        limit = "at most " if made.tco.escalation.at_most else ""
        lines.append(Paragraph(text=f"{limit}{terms.escalator:g} % a year.{words}", lead="Prices rise:"))
    if terms.price_lines:
        lines.append(Paragraph(text=TAX[terms.tax_included], tone="quiet"))
    return tuple(lines)
