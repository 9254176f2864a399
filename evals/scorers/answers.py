"""Answers from the knowledge base: abstention, citations, and the idea that the question is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.domain.knowledge import Answer, Citation
from evals.score import Score, passed, share

SEED = re.compile(r"S\d+")


def citations_of(answer: Answer) -> list[Citation]:
    """Every citation of an answer's sentences."""
    return [citation for sentence in answer.sentences for citation in sentence.citations]


def score_abstained(answer: Answer) -> Score:
    """1 where nothing was answered."""
    return passed(answer.abstained and answer.answer is None, f"answered {(answer.answer or '')[:120]!r}")


def score_quotes(answer: Answer) -> Score:
    """The share of citations whose quote stands in its passage at its offsets; an answer without any is wrong."""
    if answer.abstained:
        return Score(0.0, "abstained", 0.0)
    cited = citations_of(answer)
    if not cited:
        return Score(0.0, "answered without a citation")
    texts = {(each.document_id, each.heading): each.text for each in answer.passages}
    wrong = [
        each.quote
        for each in cited
        if texts.get((each.document_id, each.heading), "")[each.start : each.end] != each.quote
    ]
    return share(len(cited) - len(wrong), len(cited), f"not in its passage: {wrong}" if wrong else "")


def score_cited(answer: Answer) -> Score:
    """The share of sentences that carry a citation."""
    bare = [each.text for each in answer.sentences if not each.citations]
    return share(len(answer.sentences) - len(bare), len(answer.sentences), f"without a source: {bare}" if bare else "")


def score_about(answer: Answer, about: Sequence[str], seeds: Mapping[str, Sequence[str]]) -> Score:
    """1 where a cited document carries one of the ideas asked about; nothing to score where the case names no idea."""
    wanted = {each for each in about if SEED.fullmatch(each)}
    if not wanted:
        return Score(0.0, "", 0.0)
    cited = {each.document_id for each in citations_of(answer)}
    ideas = {seed for name in cited for seed in seeds.get(name, ())}
    return passed(bool(wanted & ideas), f"cited {sorted(cited)}, which carry {sorted(ideas)}; wanted {sorted(wanted)}")
