"""What a plan is made from besides profile, recommendation, report and critiques."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from assistant.catalogue import read_noun
from assistant.domain.catalogue import ProcessKind
from assistant.domain.facts import Noun
from assistant.domain.knowledge import Passage
from assistant.estimates.estimate import EstimateSetting


class FactWords(Noun):
    """How a figure is named to an owner, the unit that stands after it, and its check of fifteen minutes."""

    name: str
    label: str
    unit: str
    check: str


class PlanWords(Noun):
    """The names and checks of all figures."""

    facts: tuple[FactWords, ...]

    def of(self, name: str, kind: ProcessKind | None) -> FactWords:
        """The words for a figure, put to one kind of work; a figure without an entry is named by its own name."""
        found = next((each for each in self.facts if each.name == name), None)
        if found is None:
            return FactWords(name=name, label=name.replace("_", " "), unit="", check="")
        words = {
            "name": kind.name if kind else "the work",
            "item": kind.item if kind else "item",
            "items": kind.items if kind else "items",
        }
        return found.model_copy(update={"label": found.label.format_map(words), "check": found.check.format_map(words)})


class PlanInputs(Noun):
    """The date, the currency, what estimates stand on, the words, and the places that are cited.

    `questions` are those that the conversation would still ask, in words, the one worth most first.
    """

    today: date
    currency: str
    setting: EstimateSetting
    words: PlanWords
    cited: tuple[Passage, ...] = ()
    questions: tuple[str, ...] = ()


def load_plan_words(knowledge: Path) -> PlanWords:
    """The words of knowledge/vocabulary/plan.yml; raises BadInput naming file and key where an entry is misshapen."""
    return read_noun(knowledge / "vocabulary" / "plan.yml", PlanWords)
