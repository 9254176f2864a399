"""Quantities that share a noun or a period: from 5 orders to 40; 30 mails and 12 calls a day."""

from __future__ import annotations

from dataclasses import replace

from assistant.language.amount import Amount
from assistant.language.measures import Measures
from assistant.language.nouns import singular
from assistant.language.scopes import CLAUSE_ENDS, Scoped, Scopes
from assistant.language.tokens import Tokens

HOUR = 60
"""Minutes from which a time after a count may be that of all of them."""
SHARING = (",", "and", "or", "plus", "&", "then", "about", "another", "maybe")


class Sharing:
    """Hands nouns and periods along between neighbouring amounts of one text."""

    def __init__(self, tokens: Tokens, words: Measures, scopes: Scopes) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower
        self._scopes = scopes

    def share(self, found: list[Scoped]) -> list[Scoped]:
        """The amounts, with what each leaves out because its neighbour says it."""
        return self._times_shared(self._nouns_shared(found))

    def _gap(self, one: Scoped, two: Scoped) -> list[str]:
        return [self._lower(at) for at in range(one.stop, two.amount.start)]

    def _nouns_shared(self, found: list[Scoped]) -> list[Scoped]:
        for at in range(1, len(found)):
            one, two = found[at - 1], found[at]
            gap = self._gap(one, two)
            if two.amount.kind == "number" and one.amount.kind != "number" and gap == ["to"]:
                if self._lower(one.amount.start - 1) in ("from", *self._words.change_verbs):
                    same = replace(two.amount, kind=one.amount.kind, unit=one.amount.unit)
                    found[at] = Scoped(same, two.per or one.per, two.stop)
            elif one.amount.kind == "number" and two.amount.kind == "count" and self._is_adjective_gap(gap):
                head = two.amount.unit.split(" ")[-1]
                found[at - 1] = replace(one, amount=replace(one.amount, kind="count", unit=head))
        return found

    def _is_adjective_gap(self, gap: list[str]) -> bool:
        """True for what stands between in "two full-time and three part-time staff"."""
        if not 1 < len(gap) <= 4 or gap[-1] not in ("and", "or"):
            return False
        words = [word for at, word in enumerate(gap[:-1]) if word != "-" and (at == 0 or gap[at - 1] != "-")]
        return all(word[0].isalpha() and word not in self._words.function_words for word in words)

    def _times_shared(self, found: list[Scoped]) -> list[Scoped]:
        for at in range(len(found) - 1, 0, -1):
            one, two = found[at - 1], found[at]
            same = two.per and not one.per and one.amount.kind == two.amount.kind
            if same and self._is_list(self._gap(one, two)) and self._scopes.can_take(one.amount, two.per):
                found[at - 1] = replace(one, per=two.per)
        for at in range(1, len(found)):
            one, two = found[at - 1], found[at]
            if one.per in self._words.weeks_of and not two.per and two.amount.kind == "count":
                listed = (
                    one.amount.kind == "count"
                    and self._is_list(self._gap(one, two))
                    and not self._counts_people(two.amount)
                )
                if listed or self._is_spent_on(one, two):
                    found[at] = replace(two, per=one.per)
            elif one.per in self._words.weeks_of and not two.per and self._gap(one, two) == ["at"]:
                found[at] = replace(two, per=singular(one.amount.unit.split(" ")[-1]) or "item")
            elif one.per in self._words.weeks_of and not two.per and self._eats(one, two):
                found[at] = replace(two, per=one.per)
            elif (
                two.per in self._words.weeks_of and not one.per and one.amount.kind == "count" and self._takes(one, two)
            ):
                found[at - 1] = replace(one, per=two.per)
        return found

    def _is_list(self, gap: list[str]) -> bool:
        return 0 < len(gap) <= 3 and all(word in SHARING for word in gap)

    def _is_spent_on(self, one: Scoped, two: Scoped) -> bool:
        """True for "4 hours a month creating 17 invoices": a time, on or a gerund, and what it was spent on."""
        gap = self._gap(one, two)
        if one.amount.kind != "duration" or not 0 < len(gap) <= 4 or any(word in CLAUSE_ENDS for word in gap):
            return False
        return gap[0] in ("on", "for", "to", "with") or any(word.endswith("ing") for word in gap)

    def _eats(self, one: Scoped, two: Scoped) -> bool:
        """True for "35 parcels a week, packing eats 5 hours": the period of a habit holds through its sentence."""
        gap = [self._lower(at) for at in range(one.stop, two.amount.start)]
        if one.amount.kind not in ("count", "number") or two.amount.kind != "duration" or len(gap) > 14:
            return False
        ended = any(self._tokens.ends_sentence(at) for at in range(one.stop, two.amount.start))
        taking = any(word in self._words.taking_verbs or word in ("spend", "spends", "spending") for word in gap)
        brief = two.amount.unit == "minutes" and two.amount.high < HOUR
        return taking and not ended and not brief and self._scopes.can_take(two.amount, one.per)

    def _takes(self, one: Scoped, two: Scoped) -> bool:
        """True for "40 orders take 6 hours a week"."""
        gap = self._gap(one, two)
        taking = len(gap) <= 4 and any(word in self._words.taking_verbs for word in gap)
        return two.amount.kind == "duration" and taking and not self._counts_people(one.amount)

    def _counts_people(self, amount: Amount) -> bool:
        return amount.unit.split(" ")[-1] in self._words.persons
