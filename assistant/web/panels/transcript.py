"""The conversation as it is shown: what was said, what was replied, what the replies stand on."""

from __future__ import annotations

from markupsafe import Markup

from assistant.domain.knowledge import Citation
from assistant.domain.talk import ABOUT_NO_FACT, Exchange, Question, SessionState
from assistant.web.panels.figures import plural
from assistant.web.panels.folding import folded
from assistant.web.panels.labels import fact_words, plain
from assistant.web.panels.markup import Piece, joined, opening, quoted, tag
from assistant.web.panels.prose import reply

ANYWAY = ("Don't know", "Skip")
"""Quick replies that every question about a fact has."""


def transcript(history: tuple[Exchange, ...], state: SessionState) -> Markup:
    """All exchanges, oldest first; quick replies stand under the question that is open."""
    shown = [each for each in history if each.kind != "rename"]
    turns = [_turn(each, _cited(each, state, each is shown[-1])) for each in shown]
    return joined([tag("ol", *turns, class_="turns"), _replies(state.question) if shown else ""])


def _cited(exchange: Exchange, state: SessionState, last: bool) -> tuple[Citation, ...]:
    return exchange.citations or (state.citations if last else ())


def _turn(exchange: Exchange, citations: tuple[Citation, ...]) -> Markup:
    said = reply(exchange.reply, len(citations))
    trouble = tag("p", exchange.trouble, class_="quiet") if exchange.trouble else ""
    replied = tag("li", _who("Plumbline"), said, _sources(exchange.n, citations), trouble, class_="turn it")
    return joined([_yours(exchange), replied if exchange.reply else ""])


def _who(name: str) -> Markup:
    return tag("span", f"{name}: ", class_="sr")


def _yours(exchange: Exchange) -> Markup:
    if exchange.kind == "edit":
        return tag("li", _edited(exchange.words), class_="turn note")
    if exchange.kind == "check-in":
        return tag("li", _who("You"), tag("b", "Check-in: "), exchange.words, class_="turn you")
    if exchange.kind == "proposal":
        return tag("li", _who("You"), tag("b", "Proposal to check: "), exchange.words, class_="turn you")
    if exchange.kind == "signed":
        return tag("li", joined(["Signed: ", exchange.words]), class_="turn note")
    if exchange.kind == "documents":
        return tag("li", joined(["Your documents: ", exchange.words]), class_="turn note")
    return tag("li", _who("You"), *folded(exchange.words, f"said-{exchange.n}"), class_="turn you")


def _edited(words: str) -> Piece:
    """What was changed by hand, in words; the log keeps "scope.name: words", or "rule on subject: reason"."""
    address, _, said = words.partition(": ")
    if not address:
        return "You opened a saved plan."
    if " on " in address:
        return joined(["You go ahead against ", address.split(" on ")[0], ": ", quoted(said)])
    scope, _, name = address.partition(".")
    what = fact_words(name) if scope == "firm" else f"{plain(scope)}, {fact_words(name).lower()}"
    return joined(["You changed ", tag("b", what), ": ", said]) if said else joined(["You took out ", tag("b", what)])


def _sources(n: int, citations: tuple[Citation, ...]) -> Markup:
    if not citations:
        return Markup("")
    listed = [cited(each, f"turn-{n}-{place}", place) for place, each in enumerate(citations, start=1)]
    return opening(f"turn-{n}", plural(len(listed), "source"), *listed, class_="sources")


def cited(citation: Citation, key: str, number: int | None = None) -> Markup:
    """A source that opens in place: the words that are cited, then the passage they come from."""
    name = f"{plain(citation.document_id)}: {plain(citation.heading)}"
    words = name if number is None else f"[{number}] {name}"
    return opening(
        key,
        words,
        tag("blockquote", citation.quote),
        passage_slot(citation.document_id, citation.heading, citation.quote),
        class_="source",
    )


def passage_slot(document_id: str, heading: str, quote: str = "") -> Markup:
    """The place where a passage is put once its source is opened."""
    return tag("div", class_="passage", data_document=document_id, data_heading=heading, data_quote=quote)


def _replies(question: Question | None) -> Markup:
    if question is None:
        return Markup("")
    choices = question.choices if question in ABOUT_NO_FACT else tuple(dict.fromkeys((*question.choices, *ANYWAY)))
    buttons = [tag("button", each, type="button", class_="chip", data_say=each) for each in choices]
    return tag("div", *buttons, class_="chips", role="group", aria_label="Quick replies")
