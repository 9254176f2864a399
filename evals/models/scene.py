"""What a behaviour has at hand: the request in its place, its own draws, the lines of `lines.yml`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml
from pydantic import BaseModel, ConfigDict

from evals.models.asked import Asked
from evals.models.reply import Occasion, Reply, Say
from evals.models.shapes import Voice, filled
from evals.models.twists import figures, new_figure, sentences

LONGEST_PIECE = 12


class Lines(BaseModel):
    """The words of hostile models, by what they do."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    figures: tuple[str, ...]
    sources: tuple[str, ...]
    decided: tuple[str, ...]
    opposites: tuple[tuple[str, str], ...]
    certainty: tuple[str, ...]
    refusals: tuple[str, ...]
    instructions: tuple[str, ...]
    markup: tuple[str, ...]
    leaks: tuple[str, ...]
    foreign: tuple[str, ...]
    earlier: tuple[str, ...]
    sentence: str
    flood: tuple[str, ...]
    problems: dict[int, str]


def load_lines() -> Lines:
    """The table beside this module."""
    return Lines.model_validate(yaml.safe_load((Path(__file__).parent / "lines.yml").read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Scene:
    """One request before a hostile model; `shape` makes the reply's text of the words that it wants to say."""

    occasion: Occasion
    draw: Random
    lines: Lines
    stall_seconds: float
    shape: Callable[[Scene, tuple[str, ...]], str]

    @property
    def asked(self) -> Asked:
        """The request."""
        return self.occasion.asked

    def told(self, line: str) -> str:
        """A line with its figures filled in, none of which stands in the request."""
        known = figures(self.asked.given)
        return line.format(
            hours=new_figure(self.draw, 11, 39, known),
            money=f"£{new_figure(self.draw, 3_100, 98_000, known):,}",
            share=new_figure(self.draw, 41, 97, known),
            count=new_figure(self.draw, 13, 59, known),
            firms=new_figure(self.draw, 210, 990, known),
            year=new_figure(self.draw, 1993, 2024, known),
        )

    def says(self, *words: str) -> Reply:
        """A reply that comes whole: these words, in the form that is wanted, in pieces of a few letters."""
        return Reply(tuple(Say(each) for each in pieces(self.shape(self, words), self.draw)))


def by_schema(scene: Scene, words: tuple[str, ...]) -> str:
    """The words as they are; where JSON is wanted, JSON whose strings are they or the request's own."""
    if scene.asked.form is None:
        return "\n".join(words)
    row = _row(words, scene.asked.last, scene.draw)
    told = tuple(figure for each in words for figure in figures(each)) or (float(scene.draw.randint(11, 97)),)
    return json.dumps(filled(scene.asked.form, Voice(row, told, scene.draw)), ensure_ascii=False)


def _row(words: tuple[str, ...], last: str, draw: Random) -> Iterator[str]:
    """First words that are not the request's own; from the second on one in three is a true piece of it."""
    given = sentences(last)[-4:]
    yield draw.choice([each for each in words if each not in last] or words)
    while True:
        yield draw.choice(given if given and draw.random() < 1 / 3 else words)


def pieces(text: str, draw: Random, longest: int = LONGEST_PIECE) -> Iterator[str]:
    """The text cut into pieces of one to so many letters, through words and tags alike; one empty piece of nothing."""
    start = 0
    while start < len(text) or not start:
        end = start + draw.randint(1, longest)
        yield text[start:end]
        start = end
