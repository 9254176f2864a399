"""What a behaviour has at hand: the request in its place, its own draws, the lines of `lines.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml
from pydantic import BaseModel, ConfigDict

from evals.models.asked import Asked
from evals.models.reply import Occasion, Reply, Say
from evals.models.twists import figures, new_figure

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
    quoted: tuple[str, ...]
    nowhere: tuple[str, ...]
    no_facts: tuple[str, ...]
    earlier: tuple[str, ...]
    sentence: str
    flood: tuple[str, ...]
    problems: dict[int, str]


def load_lines() -> Lines:
    """The table beside this module."""
    return Lines.model_validate(yaml.safe_load((Path(__file__).parent / "lines.yml").read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Scene:
    """One request before a hostile model."""

    occasion: Occasion
    draw: Random
    lines: Lines
    stall_seconds: float

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
        """A reply that comes whole: these words, line by line, in pieces of a few letters."""
        return Reply(tuple(Say(each) for each in pieces("\n".join(words), self.draw)))


def pieces(text: str, draw: Random, longest: int = LONGEST_PIECE) -> Iterator[str]:
    """The text cut into pieces of one to so many letters, through words and tags alike; one empty piece of nothing."""
    start = 0
    while start < len(text) or not start:
        end = start + draw.randint(1, longest)
        yield text[start:end]
        start = end
