"""Whole conversations: an opening, then answers from what a scripted owner knows, and "don't know" to the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from assistant.catalogue import Catalogue, load_catalogue
from assistant.domain.facts import FIRM
from assistant.domain.profile import Profile
from assistant.domain.talk import KIND_OF_WORK, Question, Reply
from evals.casebook import CASES, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, Score, passed
from evals.scorers.figures import stem
from evals.scorers.talks import (
    Talk,
    score_asked_once,
    score_decisions,
    score_goal,
    score_never,
    score_report,
)
from evals.suite import Suite, Workplace

MOST_ANSWERS = 10
DONT_KNOW = "I don't know."
ENOUGH_WORDS = 0.6
"""Share of a plain fact's words that a question must hold to be about it."""
LEAST_LETTERS = 4
"""Shorter words (of, the, who, can) say nothing about what is asked."""


class Expect(BaseModel):
    """What a good talk comes to."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    process_ids: tuple[str, ...]
    decision_for: Mapping[str, tuple[str, ...]]
    must_mention_goal: str
    never: tuple[str, ...]


class DialogueCase(Case):
    """An owner: what is said first, what is known, what should come of it."""

    opening: str
    knows: Mapping[str, str]
    expect: Expect


class Answers(BaseModel):
    """The content of owner_knows.yml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    answers: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[str, ...]]:
    text = (Path(__file__).parent / "owner_knows.yml").read_text(encoding="utf-8")
    return Answers.model_validate(yaml.safe_load(text)).answers


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every talk."""
    for case in place.some(load(CASES / "dialogues.jsonl", DialogueCase)):
        talk, error = converse(place, case)
        for measure, score in marks(case, talk, error):
            yield Mark(measure, case.id, case.seen, score)


def converse(place: Workplace, case: DialogueCase) -> tuple[Talk, str]:
    """The talk, and the error that ended it, if one did."""
    session, catalogue = place.plumbline.session(f"eval-{case.id}"), load_catalogue(place.settings.knowledge())
    said = attempt(session.say, case.opening)
    replies: list[Reply] = []
    answered: list[Question] = []
    while said.result is not None:
        replies.append(said.result)
        question = said.result.question
        if question is None or len(answered) == MOST_ANSWERS:
            break
        again = any(each.path == question.path for each in answered)
        words = DONT_KNOW if again else answer_of(case, question, said.result.profile, catalogue)
        answered.append(question)
        said = attempt(session.say, words)
    return Talk(tuple(replies), tuple(answered)), said.error


def answer_of(case: DialogueCase, question: Question, profile: Profile, catalogue: Catalogue) -> str:
    """What the owner says to a question.

    The script knows one piece of work. Asked about another, the owner does not know, unless the work was taken for
    another from the start: then the question is meant for the one piece there is. Asked which work it is about, the
    owner says again what was said first; asked which kind of work some words are, picks it where it is offered. (Asked
    the same thing again, the owner does not know: see `converse`.)
    """
    if question.path.name == KIND_OF_WORK:
        meant = [each.name for each in catalogue.processes if each.id in case.expect.process_ids]
        return next((each for each in question.choices if each in meant), question.choices[-1])
    told = {each.id for each in profile.processes}
    elsewhere = question.path.scope not in (FIRM, *case.expect.process_ids)
    if elsewhere and told & set(case.expect.process_ids):
        return DONT_KNOW
    if question.path.name == "processes" and "what hurts most" not in case.knows:
        return case.opening
    listed = _table().get(question.path.name)
    names = listed if listed is not None else _by_words(case, question.text)
    return next((case.knows[name] for name in names if name in case.knows), DONT_KNOW)


def marks(case: DialogueCase, talk: Talk, error: str) -> Iterator[tuple[str, Score]]:
    """The scores of one talk."""
    yield "without_error", passed(not error, error)
    yield "decision", score_decisions(talk, case.expect.decision_for)
    yield "never", score_never(talk, case.expect.never)
    yield "goal_quoted", score_goal(talk, case.expect.must_mention_goal)
    yield "asked_once", score_asked_once(talk)
    yield "report", score_report(talk)
    yield "questions", Score(float(len(talk.answered)), f"asked {[str(each.path) for each in talk.answered]}")


def _by_words(case: DialogueCase, text: str) -> list[str]:
    asked = _content(text)
    shares = {name: len(_content(name) & asked) / max(1, len(_content(name))) for name in case.knows}
    return sorted((name for name, found in shares.items() if found >= ENOUGH_WORDS), key=lambda name: -shares[name])


def _content(words: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[a-z]+", words.lower()) if len(word) >= LEAST_LETTERS}


DIALOGUES = Suite(
    name="dialogues",
    about="whole conversations with at most ten answers (evals/cases/dialogues.jsonl)",
    run=run,
    measures=(
        Measure("without_error", "talks without an error", bar=1.0),
        Measure("decision", "decisions at the end that are acceptable", bar=0.85),
        Measure("never", "talks in which nothing was advised that must never be", bar=1.0),
        Measure("goal_quoted", "talks whose advice or plan holds the goal in the owner's words"),
        Measure("asked_once", "talks in which no question was put twice", bar=1.0),
        Measure("report", "talks that end with advice, validation and plan", bar=1.0),
        Measure("questions", "questions answered in a talk, at most ten", better="neither", unit="questions"),
    ),
)
