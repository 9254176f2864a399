"""Behaviours of a server that is slow, silent, endless, broken or shut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat

from evals.models.reply import Die, Reply, Say, Step, Wait
from evals.models.scene import Scene, pieces

FLOOD_TOKENS = 100_000
FLOOD_PIECE = 400
BETWEEN_SENTENCES = 0.05


def says_nothing(scene: Scene) -> Reply:
    """No byte, no word, or blanks."""
    return scene.draw.choice((Reply(), Reply((Say(""),)), Reply((Say(" \n\n "),))))


def floods(scene: Scene) -> Reply:
    """100,000 tokens: words of about a token each."""
    words = [scene.told(each) for each in scene.lines.flood]
    flood = " ".join(scene.draw.choices(words, k=FLOOD_TOKENS))
    return Reply(tuple(Say(each) for each in pieces(flood, scene.draw, FLOOD_PIECE)))


def repeats_for_ever(scene: Scene) -> Reply:
    """One sentence again and again, until the client leaves."""
    return Reply(_endless(scene.lines.sentence))


def stalls_before_the_first_byte(scene: Scene) -> Reply:
    """Silence, then an answer."""
    return Reply((Wait(scene.stall_seconds), *_usual(scene)))


def stalls_in_mid_stream(scene: Scene) -> Reply:
    """Half an answer, silence, the other half."""
    first, second = _halves(scene)
    return Reply((*first, Wait(scene.stall_seconds), *second))


def dies_in_mid_stream(scene: Scene) -> Reply:
    """Half an answer; then the connection is reset."""
    return Reply((*_halves(scene)[0], Die()))


def is_busy(scene: Scene) -> Reply:
    """HTTP 429."""
    return _shut(scene, 429)


def falls_over(scene: Scene) -> Reply:
    """HTTP 500."""
    return _shut(scene, 500)


def knows_no_key(scene: Scene) -> Reply:
    """HTTP 401."""
    return _shut(scene, 401)


def _shut(scene: Scene, status: int) -> Reply:
    return Reply((Say(scene.lines.problems[status]),), status)


def _endless(sentence: str) -> Iterator[Step]:
    for words in repeat(sentence):
        yield Say(words)
        yield Wait(BETWEEN_SENTENCES)


def _usual(scene: Scene) -> tuple[Step, ...]:
    return tuple(scene.says(scene.told(scene.lines.figures[0])).steps)


def _halves(scene: Scene) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    steps = _usual(scene)
    middle = (len(steps) + 1) // 2
    return steps[:middle], steps[middle:]
