"""The list of questions, as data."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from assistant.catalogue import Catalogue, read_noun
from assistant.domain.facts import FIRM, FactPath, Noun
from assistant.domain.talk import Question, Unnamed, which_kind


class QuestionKind(Noun):
    """A question before it is put to one process.

    `settles` names the facts of rules that its answer decides; `yes_share` is how often owners would say yes (assumed).
    """

    name: str
    scope: Literal["firm", "process", "words"]
    text: str
    why: str
    choices: tuple[str, ...] = ()
    check: str = ""
    plausible: tuple[float, float] | None = None
    unit: str = ""
    opening: int | None = None
    settles: tuple[str, ...] = ()
    cost: int = 1
    yes_share: float = 0.5

    def put(self, process_id: str | None, catalogue: Catalogue) -> Question:
        """The question put to one process, or to the firm where `process_id` is None."""
        words = {}
        if process_id is not None:
            kind = catalogue.process(process_id)
            words = {"name": kind.name, "item": kind.item, "items": kind.items, "prerequisite": kind.prerequisite}
        return Question(
            path=FactPath(scope=process_id or FIRM, name=self.name),
            text=self.text.format(**words),
            why=self.why,
            choices=self.choices,
            check=self.check.format(**words),
            plausible=self.plausible,
            unit=self.unit,
        )

    def put_on_words(self, told: Unnamed, number: int, catalogue: Catalogue) -> Question:
        """The question put about words that tell of work; the kinds that come nearest are its first quick replies."""
        nearest = tuple(catalogue.process(each).name for each in told.nearest)
        return Question(
            path=which_kind(number),
            text=self.text.format(words=told.quote),
            why=self.why,
            choices=(*nearest, *self.choices),
            check=self.check,
        )


class QuestionList(Noun):
    """All questions, in the order of the file."""

    kinds: tuple[QuestionKind, ...] = Field(alias="questions")

    def named(self, name: str) -> QuestionKind | None:
        """The question that asks for a fact, or None where that fact is never asked for."""
        return next((each for each in self.kinds if each.name == name), None)

    def asking(self, path: FactPath, catalogue: Catalogue) -> Question:
        """The question for one fact, by its address; one without words of its own where that is never asked for."""
        kind, of_work = self.named(path.name), path.scope != FIRM
        if kind is None or (kind.scope == "process") != of_work:
            return Question(path=path, text=path.name.replace("_", " "), why="")
        return kind.put(path.scope if of_work else None, catalogue)

    def settling(self, rule_fact: str) -> QuestionKind | None:
        """The question whose answer decides a fact of a rule, or None."""
        direct = self.named(rule_fact)
        return direct or next((each for each in self.kinds if rule_fact in each.settles), None)


def load_questions(knowledge: Path) -> QuestionList:
    """The questions of a knowledge folder; raises BadInput naming file and entry."""
    return read_noun(knowledge / "vocabulary" / "questions.yml", QuestionList)
