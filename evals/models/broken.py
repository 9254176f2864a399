"""JSON that cannot be read, and JSON that can be and is another thing than what was asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from random import Random

from pydantic import JsonValue

DEEP = 3_000


def garbled(own: Mapping[str, JsonValue], draw: Random) -> str:
    """Cut off, in wrong quotes, with a comment, twice, with what is no number."""
    whole = json.dumps(own, ensure_ascii=False)
    broken = (
        whole[: len(whole) * 2 // 3],
        whole.replace('"', "'"),
        "Here you are:\n```json\n" + whole[:-1] + ",} // done\n```",
        whole + whole,
        whole[:-1] + ', "share": NaN',
    )
    return draw.choice(broken)


def of_another_shape(own: Mapping[str, JsonValue], draw: Random) -> str:
    """A list, other keys, nulls, words, nothing, 3,000 lists in each other."""
    wrong: tuple[JsonValue, ...] = (
        [{**own}],
        {"result": {**own}},
        {name.upper(): each for name, each in own.items()},
        dict.fromkeys(own),
        dict.fromkeys(own, "about twelve, I should think"),
        {},
        "as you wish",
        42,
    )
    return draw.choice([*(json.dumps(each, ensure_ascii=False) for each in wrong), deep(), deep(next(iter(own)))])


def deep(key: str = "") -> str:
    """Lists in lists, alone or under a key."""
    lists = "[" * DEEP + "]" * DEEP
    return f'{{"{key}": {lists}}}' if key else lists
