"""Tools on what Plumbline knows: answers with sources, passages, rules, kinds of work and means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import BaseModel, Field

from assistant.conversation import in_short
from assistant.domain.catalogue import Means, ProcessKind
from assistant.domain.facts import Noun
from assistant.domain.knowledge import Answer
from assistant.domain.talk import RuleCard
from assistant.mcp.facts import Collection, HowMany, Question
from assistant.mcp.request import Request, Told

if TYPE_CHECKING:
    from assistant.conversation.plumbline import Plumbline


class RuleCards(Noun):
    """Every rule, or the one that was asked for."""

    rules: tuple[RuleCard, ...]


class Entries(Noun):
    """Kinds of work and means, or the one that was asked for."""

    entries: tuple[ProcessKind | Means, ...]


class Asked(Request):
    """What is asked of the knowledge base, and how many passages are wanted."""

    gives: ClassVar[type[BaseModel]] = Answer
    question: Question
    k: HowMany = 5

    def where(self) -> str | None:
        """The collection that is searched; None for the knowledge base."""
        return None


class AskedHere(Asked):
    """The same, where the owner's own documents may be named."""

    collection: Collection = None

    def where(self) -> str | None:
        """The collection that was named, if any."""
        return self.collection


class Ask(Asked):
    """An answer with citations."""

    name: ClassVar[str] = "ask"
    title: ClassVar[str] = "Answer from the knowledge base"
    use: ClassVar[str] = (
        "Use for a general question on automating a small firm ('when should I stop a pilot?'). Gives sentences taken "
        "verbatim from the knowledge base, each with its citation (document, heading, quote), and the passages with a "
        "score from 0 to 1. Where nothing relevant is known 'abstained' is true and 'answer' null: say so, and do not "
        "fill the gap as if it came from here. For advice on the owner's own firm use understand and advise."
    )

    def carried_out(self, plumbline: Plumbline) -> Told:
        """The answer."""
        found = plumbline.ask(self.question, self.k, self.where())
        return Told(whole=found, short=in_short.of_answer(found))


class AskHere(AskedHere, Ask):
    """The same, also of the owner's own documents."""


class Search(Asked):
    """Passages only."""

    name: ClassVar[str] = "search"
    title: ClassVar[str] = "Find passages in the knowledge base"
    use: ClassVar[str] = (
        "Use to read on a subject yourself instead of getting a short answer: gives only the passages of the knowledge "
        "base that speak of it, each with its place, source and a score from 0 to 1; none where nothing is relevant."
    )

    def carried_out(self, plumbline: Plumbline) -> Told:
        """The passages."""
        found = plumbline.search(self.question, self.k, self.where())
        return Told(whole=found, short=in_short.of_passages(found))


class SearchHere(AskedHere, Search):
    """The same, also in the owner's own documents."""


class Rules(Request):
    """Rules by which advice and proposals are checked."""

    name: ClassVar[str] = "rules"
    title: ClassVar[str] = "Look up a rule"
    use: ClassVar[str] = (
        "Use to explain a finding: give its rule_id (such as RS04) and get the rule with its why, its source, an "
        "example that breaks it and the remedy. Without an id it gives all rules, which is long."
    )
    gives: ClassVar[type[BaseModel]] = RuleCards
    rule_id: Annotated[str | None, Field(description="Id of one rule, such as RS04.")] = None

    def carried_out(self, plumbline: Plumbline) -> Told:
        """The rules."""
        cards = plumbline.rules(self.rule_id)
        short = in_short.of_rule(cards[0]) if self.rule_id else in_short.of_rules(cards)
        return Told(whole=RuleCards(rules=cards), short=short)


class Catalogue(Request):
    """Kinds of work and means."""

    name: ClassVar[str] = "catalogue"
    title: ClassVar[str] = "Look up a kind of work or a means"
    use: ClassVar[str] = (
        "Use to explain a process_id or a means of advise: give its id (such as invoicing) and get what is known of "
        "it, money in one neutral unit, hours as the firm's own. Without an id it gives all of them, which is long."
    )
    gives: ClassVar[type[BaseModel]] = Entries
    entry_id: Annotated[str | None, Field(description="Id of a kind of work or a means, such as invoicing.")] = None

    def carried_out(self, plumbline: Plumbline) -> Told:
        """The entries."""
        entries = plumbline.catalogue(self.entry_id)
        return Told(whole=Entries(entries=entries), short=in_short.of_entries(entries))
