"""No text is an error, every quote is verbatim, reading is quick."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from assistant.reading.intents import Intent, classify
from tests.reading.conftest import MakeScene, Told

ODD = (
    "", " ", "\n\n", "a", "invoices", "🙂", "🙂 12 🙂 invoices a week", "<b>We send <i>12</i> invoices</b> a week", "½",
    "$", "/1/", "1/0", "\x00\x01", "İstanbul İİİ 12 invoices", "ß" * 50, "\u202e12 invoices\u202c", ")" * 500,
    "I use " + "A" * 3000,
    "no " * 1000, "if " * 1000, "x" * 100_000, "1. 2. 3. " * 300,
)  # fmt: skip


def _quotes(thing: object) -> Iterator[str]:
    if isinstance(thing, dict):
        for key, value in thing.items():
            if key == "quote" and isinstance(value, str):
                yield value
            else:
                yield from _quotes(value)
    elif isinstance(thing, (list, tuple)):
        for each in thing:
            yield from _quotes(each)


@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text[:12]))
def test_odd_texts_are_read_without_error(told: Told, scene: MakeScene, text: str) -> None:
    profile = told(text)
    assert all(quote in text for quote in _quotes(profile.model_dump()))
    assert classify(scene(text), None) in get_args(Intent)


def test_a_long_text_is_read_to_its_end(told: Told) -> None:
    filler = "We bake bread and cakes for the whole town, and people like it. "
    text = filler * 1500 + "Invoicing takes 5 hours a week."
    assert len(text) > 90_000
    process = told(text).process("invoicing")
    assert process is not None
    assert process.hours_per_week is not None


def test_texts_of_owners_are_quoted_verbatim(told: Told, eval_data: Path) -> None:
    for line in (eval_data / "owners" / "texts.jsonl").read_text().splitlines():
        text = json.loads(line)["text"]
        assert all(quote in text for quote in _quotes(told(text).model_dump()))


def test_figures_of_owners_are_found(told: Told, eval_data: Path) -> None:
    rows = [json.loads(line) for line in (eval_data / "owners" / "texts.jsonl").read_text().splitlines()]
    found = wanted = 0
    for row in rows:
        values = [quantity.said.value for quantity in told(row["text"]).quantities]
        middles = [sum(value) / 2 if isinstance(value, tuple) else value for value in values]
        for fact in row["facts"]:
            if fact["value"] is not None and fact["field"] in ("time", "volume", "money", "percent"):
                wanted += 1
                found += any(abs(middle - fact["value"]) < 1e-6 for middle in middles)
    assert found / wanted >= 0.95
