"""What every estimate shares, and the country, the currency and the rate of money that go with a firm."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from assistant.catalogue import Catalogue
from assistant.domain.catalogue import Country
from assistant.domain.facts import Noun
from assistant.domain.profile import Profile
from assistant.estimates.memo import Memo
from assistant.estimates.priors import Priors


class EstimateSetting(Noun):
    """What every estimate shares: the tables, the priors, how many draws and from which seed.

    `memo` keeps what was made between turns; without it each is made anew.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    catalogue: Catalogue
    priors: Priors
    draws: int = 2000
    seed: int = 20260
    memo: Memo | None = Field(default=None, exclude=True, repr=False)

    def on(self, draws: int) -> EstimateSetting:
        """The same setting with so many draws."""
        return self.model_copy(update={"draws": draws})


def country_of(profile: Profile, catalogue: Catalogue) -> Country | None:
    """The country that the owner named, by its code, or None."""
    fact = profile.business.country
    return catalogue.country(str(fact.value).upper()) if fact else None


def currency_of(profile: Profile, catalogue: Catalogue) -> str:
    """The owner's currency, else the country's, else nothing."""
    said = profile.business.currency
    if said is not None and isinstance(said.value, str):
        return said.value
    country = country_of(profile, catalogue)
    return country.currency if country else ""


def money_rate(profile: Profile, catalogue: Catalogue) -> float:
    """Own money for one unit of the catalogue's prices; 1 where the country is not known."""
    country = country_of(profile, catalogue)
    return country.money_per_neutral if country else 1.0
