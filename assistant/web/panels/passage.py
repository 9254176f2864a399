"""A passage of the knowledge base, and a rule as it is printed: both open in place."""

from __future__ import annotations

from markupsafe import Markup

from assistant.domain.knowledge import Passage
from assistant.domain.talk import RuleCard
from assistant.language.phrases import say_ground
from assistant.rulebook import say_value
from assistant.web.panels.labels import fact_words
from assistant.web.panels.markup import joined, labelled, tag


def passage(found: Passage | None, quote: str = "") -> Markup:
    """The passage with the cited words marked, where it comes from and how strong that is."""
    if found is None:
        return tag("p", "This passage is not in the knowledge base any more.", class_="quiet")
    title = tag("p", tag("b", found.title or found.document_id), class_="from")
    told = f"Rests on {say_ground(found.strength, found.as_of)}. {found.source}".strip()
    strength = f"From your document {found.source}" if found.kind == "own" else told
    return joined([title, _marked(found.text, quote), tag("p", strength, class_="quiet")])


def _marked(text: str, quote: str) -> Markup:
    before, cut, after = text.partition(quote) if quote else (text, "", "")
    marked = tag("mark", cut) if cut else ""
    return tag("p", before, marked, after, class_="text")


def rule_card(card: RuleCard) -> Markup:
    """A rule with an example of breaking it, as executed."""
    facts = [f"{fact_words(name)}: {_said(value)}" for name, value in card.fails.items()]
    example = tag("ul", *(tag("li", each) for each in facts))
    return joined(
        [
            labelled("This rule breaks, for example, with", ""),
            example,
            labelled("Then it says", card.failing_finding.remedy or card.remedy),
        ]
    )


def _said(value: object) -> str:
    if isinstance(value, (bool, int, float, str)):
        return say_value(value)
    return say_value(tuple(value)) if isinstance(value, tuple) else str(value)
