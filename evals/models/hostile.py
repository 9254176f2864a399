"""A hostile chat model: each turn another way to be wrong, by seed and turn number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from random import Random

from evals.models import failures, falsehoods, pointers
from evals.models.loopback import Served, named, serving
from evals.models.reading import reading
from evals.models.reply import Occasion, Reply
from evals.models.scene import Scene, load_lines

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

POINTS: Mapping[Behaviour, Behaviour] = {
    falsehoods.invents_figures: pointers.never_said,
    falsehoods.cites_what_is_not_there: pointers.at_no_address,
    falsehoods.changes_one_figure: pointers.with_one_figure_changed,
    falsehoods.flips_the_decision: pointers.put_elsewhere,
    falsehoods.breaks_its_json: pointers.garbled_pointers,
    falsehoods.mistakes_the_shape: pointers.misshapen_pointers,
    falsehoods.gives_orders: pointers.with_orders,
    falsehoods.writes_markup: pointers.with_markup,
    falsehoods.leaks_its_prompt: pointers.everything_at_once,
    falsehoods.speaks_another_language: pointers.of_another_unit,
    falsehoods.answers_an_earlier_question: pointers.of_earlier_words,
    falsehoods.claims_certainty: pointers.with_values,
}
"""What a behaviour does where it is asked to read an owner's words; those that are not here do what they always do."""


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
) -> Iterator[Served]:
    """A running hostile model. The same seed, turns and requests get the same replies.

    `behaviour_of` takes a turn's number, and is the rotation where none is given.
    """
    of_turn, lines = behaviour_of or rotation(seed), load_lines()

    def script(occasion: Occasion) -> Reply:
        behaviour = of_turn(occasion.turn)
        draw = Random(f"{seed} {occasion.turn} {occasion.nth}")
        scene = Scene(occasion=occasion, draw=draw, lines=lines, stall_seconds=stall_seconds)
        does = POINTS.get(behaviour, behaviour) if reading(occasion.asked) else behaviour
        return named(does(scene), does.__name__)

    with serving(script) as served:
        yield served
