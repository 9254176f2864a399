"""Every quote is a verbatim piece of the text."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from evals.score import Score, share


def quotes_of(content: object) -> Iterator[str]:
    """Every value under a key `quote`, at any depth of a noun's plain form."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key == "quote" and isinstance(value, str):
                yield value
            else:
                yield from quotes_of(value)
    elif isinstance(content, (list, tuple)):
        for value in content:
            yield from quotes_of(value)


def score_verbatim(text: str, noun: BaseModel) -> Score:
    """The share of quotes that stand in the text letter by letter."""
    found = list(quotes_of(noun.model_dump()))
    changed = [each for each in found if not each or each not in text]
    return share(len(found) - len(changed), len(found), f"not in the text: {changed!r}" if changed else "")
