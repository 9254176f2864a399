"""Which country's money a bare "$", "cents", "kr" or plain number means: by the places and codes that a paper names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.catalogue import Catalogue
from assistant.domain.proposal import PriceLine

_NAMED = re.compile(r"\bus ?\$|\busd\b", re.IGNORECASE)
_SHARED = {"USD": "$", "kr": "kr"}
"""What the grammar of amounts calls money whose sign several countries use."""


def local_dollars(lines: Sequence[PriceLine], text: str, catalogue: Catalogue) -> tuple[PriceLine, ...]:
    """The price lines with bare dollars and crowns as the money of the country that the text names most.

    They stay as they are where it names none.
    """
    shared = {_SHARED[each.currency] for each in lines if each.currency in _SHARED}
    codes = {sign: _country_money(text, catalogue, sign) for sign in shared}
    return tuple(_localised(each, codes, text) for each in lines)


def _localised(line: PriceLine, codes: Mapping[str, str | None], text: str) -> PriceLine:
    code = codes.get(_SHARED.get(line.currency, ""))
    if code is None or _NAMED.search(text[line.start : line.end]):
        return line
    return line.model_copy(update={"currency": code})


def _country_money(text: str, catalogue: Catalogue, sign: str) -> str | None:
    """The currency code whose country is named by most different words; None where no country of that sign is named."""
    lower = text.lower()
    found: dict[str, int] = {}
    for country in catalogue.countries:
        if country.symbol.endswith(sign):
            words = (*country.words, country.currency.lower())
            found[country.currency] = sum(bool(re.search(rf"(?<![\w.]){re.escape(each)}\b", lower)) for each in words)
    best = max(found, key=lambda each: found[each], default=None)
    return best if best is not None and found[best] else None
