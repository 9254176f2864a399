"""Money: £22, US$ 1.2m, 1.234,50 EUR, 7,000 bucks, two grand, 470 pence, three dollars fifty."""

from __future__ import annotations

from dataclasses import replace

from assistant.language.amount import Amount
from assistant.language.digits import figure_value
from assistant.language.measures import Measures
from assistant.language.numerals import NumeralReader
from assistant.language.tokens import Tokens


class MoneyReader:
    """Reads amounts of money at a place in a text."""

    def __init__(self, tokens: Tokens, words: Measures, numbers: NumeralReader) -> None:
        self._tokens = tokens
        self._words = words
        self._numbers = numbers
        self._lower = tokens.lower

    def prefixed(self, index: int) -> Amount | None:
        """Money whose sign or code stands first."""
        code, at = self._sign(index)
        if code is None:
            return None
        number = self._numbers.read(at, money=True)
        if number is None:
            return None
        found = Amount("money", number.low, number.high, code, index, number.stop, number.approximate, number.stop)
        after = self._words.currency_of.get(self._lower(number.stop))
        if after is not None and self._lower(number.stop) != "$" and self._tokens.is_word(number.stop):
            found = replace(found, unit=after, stop=number.stop + 1)
        if self._lower(found.stop) in ("cent", "cents") and found.low < 1:
            found = replace(found, stop=found.stop + 1)
        return found

    def _sign(self, index: int) -> tuple[str | None, int]:
        """The currency that stands at an index, and the index of the figure that must follow it."""
        words, lower = self._words.currency_of, self._lower
        # "a $500 deal" and "costs us $500" are no Australian and no American dollars.
        plain = lower(index) in ("a", "us") and not self._tokens.glued(index + 1) and not self._tokens.capital(index)
        lettered = lower(index + 1) == "$" and not plain
        if lettered and lower(index) + "$" in words and self._tokens.is_figure(index + 2):
            return words[lower(index) + "$"], index + 2
        if not self._tokens.is_figure(index + 1):
            return None, index
        if lower(index) == "r" and self._tokens.capital(index) and self._tokens.glued(index + 1):
            return "ZAR", index + 1
        # Words of a currency follow their figure; only signs and codes go before it.
        sign_or_code = self._tokens.is_sign(index) or len(lower(index)) <= 4
        return (words.get(lower(index)) if sign_or_code else None), index + 1

    def suffixed(self, found: Amount) -> Amount | None:
        """Money whose unit follows the number."""
        at = found.stop + 1 if self._lower(found.stop) == "-" else found.stop
        factor = self._words.money_multipliers.get(self._lower(at), 1.0)
        at = at + 1 if factor != 1.0 else at
        code = self._words.currency_of.get(self._lower(at))
        dollar_of_next = self._lower(at) == "$" and self._tokens.is_figure(at + 1)
        if code is not None and not dollar_of_next:
            found = self._with_thousands(found)
            low, high = found.low * factor, found.high * factor
            stop = at + 1 + (self._lower(at + 1) == "sterling")
            return self._with_cents(replace(found, kind="money", unit=code, low=low, high=high, stop=stop))
        if factor != 1.0:
            return replace(found, kind="money", low=found.low * factor, high=found.high * factor, stop=at)
        code = self._words.cents.get(self._lower(at))
        if code is None or (len(self._lower(at)) == 1 and not self._tokens.glued(at)):
            return None
        part = 100 if found.high >= 1 else 1  # ".59 cent" is how people write 59 cents
        return replace(found, kind="money", unit=code, low=found.low / part, high=found.high / part, stop=at + 1)

    def _with_thousands(self, found: Amount) -> Amount:
        """1.250 EUR is 1,250: money has two decimals, so three digits after a point are a group."""
        if found.number_stop - found.start != 1 or not self._tokens.is_figure(found.start):
            return found
        value = figure_value(self._lower(found.start))
        return replace(found, low=value, high=value)

    def _with_cents(self, found: Amount) -> Amount:
        """Three dollars (and) fifty cents."""
        at = found.stop + 1 if self._lower(found.stop) == "and" else found.stop
        small = self._numbers.read(at)
        if small is None or small.low >= 100 or self._words.cents.get(self._lower(small.stop)) != found.unit:
            return found
        extra = small.low / 100
        return replace(found, low=found.low + extra, high=found.high + extra, stop=small.stop + 1)
