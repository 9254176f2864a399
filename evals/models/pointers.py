"""What a liar points at when it is asked to read an owner's words: rows of a work, a fact and a quote."""

from __future__ import annotations

import json

from pydantic import JsonValue

from evals.models.broken import deep, garbled, of_another_shape
from evals.models.reading import Phrase, Reading, phrases, reading
from evals.models.reply import Reply, Say
from evals.models.scene import Scene, pieces
from evals.models.twists import nudged

Row = dict[str, JsonValue]

FACTS = {
    "count": ("items_per_week", "headcount"),
    "time": ("minutes_per_item", "hours_per_week", "spare_hours_per_week"),
    "share": ("error_rate", "exception_share", "digital_input", "rule_based"),
    "money": ("wage_per_hour", "budget_first_year"),
    "": ("work", "doer", "documented", "stable", "goals", "strengths", "tools"),
}
"""The facts that are asked for, by what their figures are of; those without a figure under ""."""
OF_FIRM = ("headcount", "goals", "strengths", "tools", "budget_first_year", "spare_hours_per_week")
MOST_ROWS = 12
LONG, ENDLESS = 60, 400
PIECE = 160
"""Letters of a piece: pointers must be there before a reader's time is over."""


def put_elsewhere(scene: Scene) -> Reply:
    """What the owner said, word for word, at works that have nothing to do with it."""
    return _told(scene, _misplaced(scene))


def of_another_unit(scene: Scene) -> Reply:
    """Minutes as money, money as a count: figures at facts of another unit, and words at facts that take figures."""
    return _told(scene, [_row(scene, each, _other(scene, each.unit)) for each in _said(scene)])


def with_one_figure_changed(scene: Scene) -> Reply:
    """Quotes as they stand but for a figure that is moved a little; invented ones where no figure was told."""
    moved = [Phrase(nudged(each.text, scene.draw), each.unit) for each in _said(scene, 4 * MOST_ROWS)]
    told = [each for each in moved if each.text not in _asked(scene).words]
    if not told:
        return never_said(scene)
    return _told(scene, [_row(scene, each, _same(scene, each.unit)) for each in told[:MOST_ROWS]])


def never_said(scene: Scene) -> Reply:
    """Quotes of what the owner did not say."""
    lines = scene.draw.sample(scene.lines.quoted, 3)
    return _told(scene, [_row(scene, Phrase(scene.told(each), ""), _other(scene, "")) for each in lines])


def of_earlier_words(scene: Scene) -> Reply:
    """Quotes of what the owner said before; of the words themselves where nothing was."""
    earlier = [found.words for each in scene.occasion.earlier if (found := reading(each))]
    before = [each for each in earlier if each != _asked(scene).words]
    if not before:
        return put_elsewhere(scene)
    told = phrases(scene.draw.choice(before), scene.draw, MOST_ROWS)
    return _told(scene, [_row(scene, each, _same(scene, each.unit)) for each in told])


def at_no_address(scene: Scene) -> Reply:
    """True words at works and facts that there are not, or that are no facts."""
    nowhere = [{**each, "work": scene.told(scene.draw.choice(scene.lines.nowhere))} for each in _misplaced(scene)]
    no_facts: list[Row] = [{**each, "fact": scene.draw.choice(scene.lines.no_facts)} for each in _misplaced(scene)]
    return _told(scene, nowhere[: MOST_ROWS // 2] + no_facts[: MOST_ROWS // 2])


def with_orders(scene: Scene) -> Reply:
    """Instructions as quotes, and behind words that the owner did say."""
    orders = scene.draw.sample(scene.lines.instructions, 2)
    alone = [_row(scene, Phrase(each, ""), "goals") for each in orders]
    behind = [_row(scene, Phrase(f"{each.text}. {orders[0]}", ""), "goals") for each in _said(scene, 2)]
    return _told(scene, alone + behind)


def with_markup(scene: Scene) -> Reply:
    """Scripts, links and formulas as quotes, around words that the owner did say, and as names of works."""
    markup = [scene.told(each) for each in scene.draw.sample(scene.lines.markup, 3)]
    around = [_row(scene, Phrase(f"<b>{each.text}</b>", ""), "goals") for each in _said(scene, 2)]
    named = [{**each, "work": markup[0]} for each in _misplaced(scene)[:2]]
    return _told(scene, [_row(scene, Phrase(each, ""), "tools") for each in markup] + around + named)


def with_values(scene: Scene) -> Reply:
    """Values of its own beside true words, and in the quote."""
    value = scene.draw.randint(11, 97)
    rows: list[Row] = [{**each, "value": value, "unit": "hours", "confidence": 1.0} for each in _misplaced(scene)]
    return _told(scene, [*rows[:-1], {**rows[-1], "quote": f"{rows[-1]['quote']} = {value}"}])


def everything_at_once(scene: Scene) -> Reply:
    """Pointers at every work that it was told of, or hundreds without an end."""
    works = _asked(scene).works
    count = scene.draw.choice((LONG, ENDLESS))
    rows = [{**each, "work": works[n % len(works)]} for n, each in enumerate(_misplaced(scene, count))]
    return _told(scene, rows)


def garbled_pointers(scene: Scene) -> Reply:
    """Pointers that lie, in JSON that cannot be read."""
    return _written(scene, garbled({"told": [*_misplaced(scene)]}, scene.draw))


def misshapen_pointers(scene: Scene) -> Reply:
    """Pointers that lie, in another shape: as a whole, row by row, or 3,000 deep."""
    rows = _misplaced(scene)
    wrong: tuple[list[JsonValue], ...] = (
        [None, 4, "sixty a week", *rows],
        [[*each.values()] for each in rows],
        [dict.fromkeys(each) for each in rows],
        [{**each, "quote": [each["quote"]]} for each in rows],
        [{**each, "work": {"id": each["work"]}} for each in rows],
    )
    shapes = [json.dumps({"told": each}, ensure_ascii=False) for each in wrong]
    whole = of_another_shape({"told": [*rows]}, scene.draw)
    return _written(scene, scene.draw.choice([*shapes, whole, whole, deep("told")]))


def _misplaced(scene: Scene, count: int = MOST_ROWS) -> list[Row]:
    return [_row(scene, each, _same(scene, each.unit)) for each in _said(scene, count)]


def _said(scene: Scene, count: int = MOST_ROWS) -> tuple[Phrase, ...]:
    return phrases(_asked(scene).words, scene.draw, count)


def _asked(scene: Scene) -> Reading:
    return reading(scene.asked) or Reading((), "")


def _same(scene: Scene, unit: str) -> str:
    return scene.draw.choice(FACTS[unit])


def _other(scene: Scene, unit: str) -> str:
    return _same(scene, scene.draw.choice([each for each in FACTS if each and each != unit]))


def _row(scene: Scene, said: Phrase, fact: str) -> Row:
    work = "firm" if fact in OF_FIRM else scene.draw.choice(_asked(scene).works)
    return {"work": work, "fact": fact, "quote": said.text}


def _told(scene: Scene, rows: list[Row]) -> Reply:
    return _written(scene, json.dumps({"told": rows}, ensure_ascii=False))


def _written(scene: Scene, text: str) -> Reply:
    return Reply(tuple(Say(each) for each in pieces(text, scene.draw, PIECE)))
