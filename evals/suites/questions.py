"""Questions to the knowledge base: answered from sources where it can, declined where it cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from assistant.domain.knowledge import Answer
from assistant.errors import BadInput
from evals.casebook import CASES, Attempt, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, Score, passed
from evals.scorers.answers import score_about, score_abstained, score_cited, score_quotes
from evals.suite import Suite, Workplace

K = 5


class QuestionCase(Case):
    """A question, the ideas that it is about, and whether it is none of our business."""

    question: str
    about: tuple[str, ...]
    off_topic: bool
    near_miss: bool = False


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every question."""
    seeds = seeds_of(place.settings.knowledge())
    for case in place.some(load(CASES / "questions.jsonl", QuestionCase)):
        asked = attempt(place.plumbline.ask, case.question, K)
        for measure, score in marks(case, asked, seeds):
            yield Mark(measure, case.id, case.seen, score)


def marks(
    case: QuestionCase, asked: Attempt[Answer], seeds: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, Score]]:
    """The scores of one question."""
    yield "without_error", passed(asked.result is not None, asked.error)
    worst = Answer(question=case.question, answer="" if case.off_topic else None, abstained=not case.off_topic)
    answer = asked.result or worst
    declined = score_abstained(answer)
    if case.off_topic:
        yield "declined_off_topic", declined
        if case.near_miss:
            yield "declined_near_miss", declined
    else:
        yield "declined_on_topic", Score(declined.value, "declined" if declined.value else "")
        yield "about", score_about(answer, case.about, seeds)
    yield "quotes", score_quotes(answer)
    yield "cited", score_cited(answer)


def seeds_of(knowledge: Path) -> dict[str, tuple[str, ...]]:
    """The ideas that each document carries, by its id, from the front matter; raises BadInput naming the file."""
    found = {}
    for path in sorted(knowledge.rglob("*.md")):
        parts = path.read_text(encoding="utf-8").split("---", 2)
        front = yaml.safe_load(parts[1]) if len(parts) == 3 else None
        if not isinstance(front, dict) or "id" not in front:
            raise BadInput(f"{path}: no front matter with an id; put it back")
        found[str(front["id"])] = tuple(str(each) for each in front.get("seeds", ()))
    return found


QUESTIONS = Suite(
    name="questions",
    about="questions to the knowledge base (evals/cases/questions.jsonl)",
    run=run,
    measures=(
        Measure("without_error", "questions without an error", bar=1.0),
        Measure("declined_off_topic", "questions off the subject that were declined", bar=0.95),
        Measure("declined_near_miss", "of these, questions that sound like business"),
        Measure("declined_on_topic", "questions on the subject that were declined", bar=0.03, better="lower"),
        Measure("quotes", "citations whose words stand in their passage, at their place", bar=1.0),
        Measure("cited", "sentences of an answer that carry a citation", bar=1.0),
        Measure("about", "answers that cite a document which carries an idea that was asked about"),
    ),
)
