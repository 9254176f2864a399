"""A hostile chat model: each turn another way to be wrong, by seed and turn number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random

from evals.models import failures, falsehoods
from evals.models.loopback import Served, named, serving
from evals.models.reply import Occasion, Reply
from evals.models.scene import Scene, by_schema, load_lines

Behaviour = Callable[[Scene], Reply]

BEHAVIOURS: tuple[Behaviour, ...] = (
    falsehoods.invents_figures,
    falsehoods.cites_what_is_not_there,
    falsehoods.changes_one_figure,
    falsehoods.flips_the_decision,
    falsehoods.breaks_its_json,
    falsehoods.mistakes_the_shape,
    falsehoods.gives_orders,
    falsehoods.writes_markup,
    falsehoods.leaks_its_prompt,
    falsehoods.refuses,
    falsehoods.speaks_another_language,
    falsehoods.answers_an_earlier_question,
    falsehoods.claims_certainty,
    failures.floods,
    failures.says_nothing,
    failures.stalls_before_the_first_byte,
    failures.stalls_in_mid_stream,
    failures.dies_in_mid_stream,
    failures.is_busy,
    failures.falls_over,
    failures.knows_no_key,
    failures.repeats_for_ever,
)


def rotation(seed: int) -> Callable[[int], Behaviour]:
    """The behaviour of each turn: all of them in every lap, in an order that differs from lap to lap."""

    def of_turn(turn: int) -> Behaviour:
        lap, place = divmod(turn, len(BEHAVIOURS))
        return Random(f"{seed} {lap}").sample(BEHAVIOURS, len(BEHAVIOURS))[place]

    return of_turn


@contextmanager
def hostile(
    seed: int = 0,
    behaviour_of: Callable[[int], Behaviour] | None = None,
    stall_seconds: float = 60,
    shape: Callable[[Scene, tuple[str, ...]], str] = by_schema,
) -> Iterator[Served]:
    """A running hostile model. The same seed, turns and requests get the same replies.

    `behaviour_of` takes a turn's number, and is the rotation where none is given; `shape` makes the reply's text of
    what is to be said, for products that ask for JSON in words alone.
    """
    of_turn, lines = behaviour_of or rotation(seed), load_lines()

    def script(occasion: Occasion) -> Reply:
        behaviour = of_turn(occasion.turn)
        draw = Random(f"{seed} {occasion.turn} {occasion.nth}")
        scene = Scene(occasion=occasion, draw=draw, lines=lines, stall_seconds=stall_seconds, shape=shape)
        return named(behaviour(scene), behaviour.__name__)

    with serving(script) as served:
        yield served
