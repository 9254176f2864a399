"""A proposal's dates and sums: term, price lines, the total over the years."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from assistant.domain.proposal import PriceLine, Span, Terms, TotalCost
from assistant.web.panels.figures import day, money, number, span
from assistant.web.panels.markup import Piece, joined, labelled, pill, quoted, table, tag


def term(terms: Terms, quotes: dict[str, Span], asked: Markup) -> Markup:
    """Term, renewal and notice as rows; the last safe day is the one that stands out. `asked` is what must be known for
    that, above them."""
    found = list(_rows(terms))
    rows, seen = [], set[str]()
    for key, label, shown in found:
        quote = quotes[key].quote if key in quotes else ""
        if not shown:
            continue
        # A sentence often states several terms: it is quoted once.
        words = [tag("br"), quoted(quote)] if quote and quote != shown and quote not in seen else []
        seen.add(quote)
        rows.append(tag("div", tag("dt", label), tag("dd", shown, *words), class_="fact"))
    silent = ", ".join(label.lower() for _, label, shown in found if not shown)
    left = labelled("The paper does not say", f"{silent}.") if silent else ""
    return joined([tag("h3", "Term and dates"), asked, tag("dl", *rows, class_="facts") if rows else "", left])


def _rows(terms: Terms) -> Iterator[tuple[str, str, Piece]]:
    """Field, label and value; the value is empty where a paper should state it and does not."""
    if terms.last_notice_safe:
        yield "last_notice_safe", "Give notice by", tag("b", day(terms.last_notice_safe))
    if terms.last_notice_date:
        clear = f"; {day(terms.last_notice_clear_days)} in clear days" if terms.last_notice_clear_days else ""
        yield "last_notice_date", "The very last day", f"{day(terms.last_notice_date)}, read to the letter{clear}"
    if terms.notice_ambiguity:
        yield "notice_ambiguity", "Unclear", terms.notice_ambiguity
    yield "notice_days", "Notice", "" if terms.notice_days is None else f"{terms.notice_days} days"
    yield "notice_method", "How to give notice", terms.notice_method or ""
    yield "term_months", "Runs for", _term(terms)
    yield "auto_renews", "Renews by itself", _renews(terms)
    yield "escalator", "Price rises", "" if terms.escalator is None else f"{number(terms.escalator)} % a year"
    yield "minimum_commitment", "You pay at least", terms.minimum_commitment or ""
    yield "liability_cap", "They are liable for", terms.liability_cap or ""
    if terms.uptime_percent is not None:
        yield "uptime_percent", "Runs at least", f"{terms.uptime_percent:g} % of the time"
    yield "payment_days", "You pay within", "" if terms.payment_days is None else f"{terms.payment_days} days"
    yield "export_days", "Your data back", "" if terms.export_days is None else f"within {terms.export_days} days"
    yield "governing_law", "Law", terms.governing_law or ""


def _term(terms: Terms) -> str:
    if terms.term_months is None:
        return ""
    return f"{terms.term_months} months" + (f", to {day(terms.end_date)}" if terms.end_date else "")


def _renews(terms: Terms) -> str:
    if terms.auto_renews is None:
        return ""
    if not terms.auto_renews:
        return "no"
    return f"yes, for {terms.renewal_months} months" if terms.renewal_months else "yes"


def prices(terms: Terms) -> Markup:
    """What is charged, line by line, as the paper states it."""
    if not terms.price_lines:
        return Markup("")
    rows = [(_priced(each), _amount(each), _quantity(each)) for each in terms.price_lines]
    tax = {True: "Tax is included.", False: "Tax comes on top.", None: "The paper does not say whether tax is in it."}
    head = ("Price", "Each", "How many")
    made = table("Prices as stated", head, rows, frozenset({1, 2}))
    return joined([tag("h3", "Prices"), made, tag("p", tax[terms.tax_included], class_="quiet")])


def _priced(line: PriceLine) -> Piece:
    return joined([line.text, " ", pill("na", "optional")]) if line.optional else line.text


def _amount(line: PriceLine) -> str:
    low = line.amount if line.low is None else line.low
    high = line.amount if line.high is None else line.high
    sums = span(money(low, line.currency, exact=True), money(high, line.currency, exact=True))
    return f"{sums} {'once' if line.per == 'once' else f'a {line.per}'}"


def _quantity(line: PriceLine) -> str:
    return f"{number(line.quantity)} {line.quantity_unit}".strip()


def totals(made: TotalCost, longer: TotalCost | None) -> Markup:
    """The total over the years, line by line, and in one line what more years come to; what is assumed is marked."""
    if made.mid is None:
        return Markup("")
    rows: list[tuple[Piece, ...]] = [
        (
            joined([line.text, " ", pill("un", "assumed")]) if line.basis == "assumed" else line.text,
            *(money(end, made.currency, exact=True) for end in (line.low, line.mid, line.high)),
        )
        for line in made.lines
    ]
    ends = [made.mid if end is None else end for end in (made.low, made.mid, made.high)]
    rows.append((tag("b", "Together"), *(tag("b", money(end, made.currency, exact=True)) for end in ends)))
    title = f"{made.years} years"
    head = (f"Over {title}", "Low", "Likely", "High")
    made_table = table(f"What it costs over {title}", head, rows, frozenset({1, 2, 3}))
    return joined([tag("h3", f"What it costs over {title}"), made_table, _longer(longer)])


def _longer(made: TotalCost | None) -> Markup:
    if made is None or made.mid is None:
        return Markup("")
    ends = (made.mid if end is None else end for end in (made.low, made.high))
    said = span(*(money(end, made.currency, exact=True) for end in ends))
    likely = f", likely {money(made.mid, made.currency, exact=True)}" if made.low != made.high else ""
    return labelled(f"Over {made.years} years", f"{said}{likely}")
