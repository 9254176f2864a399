"""The critique of a proposal as blocks: verdict, last day, cost, findings, gaps, what to ask for, the letter."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from assistant.domain.proposal import Critique, ProposalVerdict, Terms
from assistant.export.blocks import Block, Bullets, Heading, Pages, Paragraph, Table, Tone
from assistant.export.offer_cost import cost
from assistant.export.offer_findings import findings
from assistant.export.quoting import quoted
from assistant.language.phrases import capital, say_count, say_day, say_list, say_sum

FOOTER = "Facts and figures from the vendor's own paper. This is not legal or tax advice."
TONES: dict[ProposalVerdict, Tone] = {
    "nothing here stops you": "plain",
    "negotiate": "broken",
    "walk away": "broken",
    "cannot tell": "unknown",
}
FOR_A_MACHINE = "These words were put there for a machine, not for you. They moved nothing here."


def offer_pages(made: Critique, today: date) -> Pages:
    """The blocks of a critique; every sentence about the proposal is the critique's own."""
    size = f"{capital(say_count(made.pages, 'page'))}, {made.words:,} words"
    others = f"With {say_list(made.files[1:])}. " if made.files[1:] else ""
    return Pages(
        kind="Critique of a proposal",
        title=f"What the offer says: {made.file}",
        subtitle=f"{others}{size}. Made on {say_day(today)}",
        footer=FOOTER,
        blocks=(
            *offer_opening(made),
            *cost(made),
            *findings(made),
            *_missing(made),
            *_contradictions(made),
            *_trust(made),
            *_asks(made),
            *_letter(made.letter),
        ),
        made_on=today,
    )


def offer_opening(made: Critique) -> tuple[Block, ...]:
    """What comes first: the verdict with the grade's arithmetic, and the last day for a notice."""
    return (*_verdict(made), *_notice(made))


def notice_lines(terms: Terms) -> tuple[Paragraph, ...]:
    """The last days for a notice and how to give it, each with its label; empty where the paper tells nothing."""
    until = f"; {say_day(terms.last_notice_clear_days)} in clear days" if terms.last_notice_clear_days else ""
    lines = (
        ("Give notice by", say_day(terms.last_notice_safe) if terms.last_notice_safe else ""),
        (
            "The very last day",
            f"{say_day(terms.last_notice_date)}, read to the letter{until}" if terms.last_notice_date else "",
        ),
        ("The term ends", say_day(terms.end_date) if terms.end_date else ""),
        ("Notice", "" if terms.notice_days is None else f"{terms.notice_days} days"),
        ("How", terms.notice_method or ""),
        ("Unclear", terms.notice_ambiguity or ""),
    )
    return tuple(Paragraph(text=_stopped(text), lead=f"{label}:") for label, text in lines if text)


def _stopped(words: str) -> str:
    return words if words.endswith((".", ".”")) else f"{words}."


def _verdict(made: Critique) -> tuple[Block, ...]:
    blocks: list[Block] = [
        Heading(text="Verdict"),
        Paragraph(text=made.verdict_reason, lead=f"{capital(made.verdict)}.", tone=TONES[made.verdict]),
        Paragraph(text=made.grade_arithmetic, lead=f"Grade {made.grade}."),
    ]
    if made.notices:
        blocks.append(Bullets(items=tuple(Paragraph(text=each, tone="quiet") for each in made.notices)))
    return tuple(blocks)


def _notice(made: Critique) -> tuple[Block, ...]:
    lines = notice_lines(made.terms)
    span = made.term_quotes.get("notice_days")
    if span:
        lines += (Paragraph(text=quoted(made, span.quote, span.start), lead="Their words:"),)
    if not lines:
        lines = (Paragraph(text="The paper does not say."),)
    return (Heading(text="The last day to give notice"), Bullets(items=lines))


def _missing(made: Critique) -> tuple[Block, ...]:
    if not made.missing:
        return ()
    rows = tuple((each.why_it_matters, each.ask) for each in made.missing)
    headers = ("What is missing, and why it matters", "The sentence to ask for")
    return (Heading(text="Not in the paper"), Table(headers=headers, rows=rows, widths=(0.46, 0.54)))


def _contradictions(made: Critique) -> tuple[Block, ...]:
    if not made.contradictions:
        return ()
    items = tuple(
        Paragraph(
            text=" ".join(
                part
                for part in (
                    _stopped(" and ".join(quoted(made, quote) for quote in each.quotes)),
                    f"What counts: {each.prevails}." if each.prevails else "",
                    each.why,
                )
                if part
            ),
            lead=f"{capital(each.what)}:",
        )
        for each in made.contradictions
    )
    return (Heading(text="Said twice, differently"), Bullets(items=items))


def _trust(made: Critique) -> tuple[Block, ...]:
    if not made.trust:
        return ()
    items = tuple(
        Paragraph(text=quoted(made, each.quote, each.start), lead=f"{capital(each.kind)}:", tone="broken")
        for each in made.trust
    )
    return (Heading(text="Not meant for you"), Paragraph(text=FOR_A_MACHINE), Bullets(items=items))


def _asks(made: Critique) -> tuple[Block, ...]:
    if not made.negotiation:
        return ()
    rows = tuple(
        (str(n), each.ask, each.why, say_sum(each.worth, made.tco.currency) if each.worth else "")
        for n, each in enumerate(made.negotiation, start=1)
    )
    return (
        Heading(text="What to ask for"),
        Table(headers=("No.", "Ask", "Why", "Worth"), rows=rows, widths=(0.06, 0.44, 0.36, 0.14), figures=(3,)),
    )


def _letter(words: str) -> tuple[Block, ...]:
    """The letter line by line; lines that begin with a dash are a list."""
    lines = [each.strip() for each in words.splitlines() if each.strip()]
    blocks: list[Block] = []
    for dashed, group in groupby(lines, key=lambda each: each.startswith("- ")):
        said = tuple(Paragraph(text=each.removeprefix("- ")) for each in group)
        blocks += [Bullets(items=said)] if dashed else said
    return (Heading(text="Letter to the vendor", new_page=True), *blocks) if blocks else ()
