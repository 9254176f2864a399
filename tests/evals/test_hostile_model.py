"""The hostile model over HTTP: each behaviour does what its name says, streamed and not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable

import pytest

from evals.models import failures, falsehoods
from evals.models.hostile import BEHAVIOURS, Behaviour, hostile, rotation
from evals.models.scene import load_lines
from evals.models.twists import MARK, figures
from tests.evals.asking import DRAFT, MESSAGES, SYSTEM, ask, ever, post

LINES = load_lines()
GIVEN = figures("\n".join(each["content"] for each in MESSAGES))
STREAMED = pytest.mark.parametrize("stream", [False, True])


def new_figures(said: str) -> bool:
    told = figures(said)
    return bool(told) and not set(told) & set(GIVEN)


def one_figure_moved(said: str) -> bool:
    there = figures(DRAFT)
    moved = [(a, b) for a, b in zip(there, figures(said), strict=True) if a != b]
    return len(moved) == 1 and abs(moved[0][1] - moved[0][0]) <= max(1, 0.2 * moved[0][0])


def a_decision_turned(said: str) -> bool:
    return said not in DRAFT and ("[kb/basics-3]" in said or "A tool at 12.5" in said)


def marks_to_nowhere(said: str) -> bool:
    marks = MARK.findall(said)
    return bool(marks) and not set(marks) & set(MARK.findall(DRAFT))


def one_of(lines: tuple[str, ...]) -> Callable[[str], bool]:
    return lambda said: any(each.partition("{")[0] in said for each in lines)


def no_json(said: str) -> bool:
    try:
        json.loads(said)
    except (json.JSONDecodeError, RecursionError):
        return True
    return False


SAYS: dict[Behaviour, Callable[[str], bool]] = {
    falsehoods.invents_figures: new_figures,
    falsehoods.changes_one_figure: one_figure_moved,
    falsehoods.flips_the_decision: a_decision_turned,
    falsehoods.cites_what_is_not_there: marks_to_nowhere,
    falsehoods.claims_certainty: one_of(LINES.certainty),
    falsehoods.gives_orders: one_of(LINES.instructions),
    falsehoods.writes_markup: one_of(LINES.markup),
    falsehoods.leaks_its_prompt: lambda said: SYSTEM in said,
    falsehoods.refuses: one_of(LINES.refusals),
    falsehoods.speaks_another_language: one_of(LINES.foreign),
    falsehoods.answers_an_earlier_question: lambda said: "Should I sack my bookkeeper?" in said,
    falsehoods.breaks_its_json: no_json,
    falsehoods.mistakes_the_shape: lambda said: said[0] in '[{"4',
    failures.says_nothing: lambda said: not said.strip(),
    failures.floods: lambda said: len(said.split()) == failures.FLOOD_TOKENS,
}
DOES = {
    failures.stalls_before_the_first_byte,
    failures.stalls_in_mid_stream,
    failures.dies_in_mid_stream,
    failures.is_busy,
    failures.falls_over,
    failures.knows_no_key,
    failures.repeats_for_ever,
}


def test_every_behaviour_is_tried_here() -> None:
    assert {*SAYS, *DOES} == set(BEHAVIOURS)


@STREAMED
@pytest.mark.parametrize("behaviour", SAYS, ids=lambda each: each.__name__)
def test_what_is_said_is_as_bad_as_its_name(behaviour: Behaviour, stream: bool) -> None:
    with hostile(behaviour_of=ever(behaviour)) as model:
        for turn in range(1 if behaviour is failures.floods else 6):
            model.begin_turn(turn)
            said = ask(model.base_url, stream)
            assert SAYS[behaviour](said), said[:500]
            exchange = model.exchanges[-1]
            assert (exchange.behaviour, exchange.turn) == (behaviour.__name__, turn)
            assert (exchange.said, exchange.characters) == (said[:20_000], len(said))
            assert [each.content for each in exchange.asked.messages] == [each["content"] for each in MESSAGES]


def test_json_goes_wrong_in_many_ways() -> None:
    with hostile(behaviour_of=ever(falsehoods.mistakes_the_shape)) as model:
        assert len({ask(model.base_url) for _ in range(20)}) > 5


def test_two_hundred_turns_meet_every_behaviour_nine_times_or_more() -> None:
    of_turn = rotation(7)
    met = Counter(of_turn(turn).__name__ for turn in range(200))
    assert len(met) == len(BEHAVIOURS)
    assert min(met.values()) >= 9
    assert [of_turn(turn) for turn in range(60)] == [rotation(7)(turn) for turn in range(60)]
    assert [of_turn(turn) for turn in range(22)] != [rotation(8)(turn) for turn in range(22)]
    assert [of_turn(turn) for turn in range(22)] != [of_turn(turn) for turn in range(22, 44)]


def test_the_same_seed_turn_and_request_get_the_same_words() -> None:
    def said(seed: int) -> list[str]:
        with hostile(seed=seed, behaviour_of=ever(falsehoods.invents_figures)) as model:
            for turn in (3, 4):
                model.begin_turn(turn)
                ask(model.base_url)
                ask(model.base_url, stream=True)
            return [each.said for each in model.exchanges]

    assert said(1) == said(1) != said(2)
    assert len(set(said(1))) == 4


def test_pieces_of_a_stream_go_through_words_and_tags() -> None:
    with hostile(behaviour_of=ever(falsehoods.writes_markup)) as model:
        response = post(model.base_url, {"messages": [*MESSAGES], "stream": True})
    lengths = [len(each) for each in response.text.splitlines() if each]
    assert len(lengths) > 20
