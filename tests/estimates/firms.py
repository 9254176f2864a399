"""Small firms and a setting on the real tables, for the tests of the estimates."""

from __future__ import annotations

from functools import cache

from assistant.catalogue import load_catalogue
from assistant.domain.catalogue import Country
from assistant.domain.facts import Basis, Fact, FactPath, Value
from assistant.domain.profile import Business, Process, Profile
from assistant.estimates.estimate import EstimateSetting
from assistant.estimates.priors import load_priors
from assistant.settings import Settings

BRITAIN = Country(
    code="GB",
    name="United Kingdom",
    currency="GBP",
    symbol="£",
    words=(),
    labour_factor=(1.15, 1.28, 1.32),
    labour_basis="rates of 2025/26",
    wage_per_hour=(12.2, 13.5, 18.0),
    sales_tax_name="VAT",
)


@cache
def setting(draws: int = 2000, seed: int = 20260) -> EstimateSetting:
    """The real catalogue and priors, with Britain as these tests know it."""
    knowledge = Settings().knowledge()
    catalogue = load_catalogue(knowledge).model_copy(update={"countries": (BRITAIN,)})
    return EstimateSetting(catalogue=catalogue, priors=load_priors(knowledge), draws=draws, seed=seed)


def in_country(country: Country | None, profile: Profile, shared: EstimateSetting) -> tuple[Profile, EstimateSetting]:
    """The firm where it would be in that country, or nobody told in which, with a setting that knows the country."""
    told = fact(country.code) if country else None
    catalogue = shared.catalogue.model_copy(update={"countries": (country,) if country else ()})
    return profile.with_fact(at("firm", "country"), told), shared.model_copy(update={"catalogue": catalogue})


def fact(value: Value, basis: Basis = "owner", **more: str) -> Fact:
    """A fact, the owner's unless said otherwise."""
    return Fact(value=value, basis=basis, **more)


def at(process_id: str, name: str) -> FactPath:
    """The address of a fact of a process."""
    return FactPath(scope=process_id, name=name)


def firm(process_id: str, headcount: float = 3.0, **facts: Value | Fact) -> Profile:
    """A British firm with one piece of work; plain values become the owner's facts."""
    told = {name: value if isinstance(value, Fact) else fact(value) for name, value in facts.items()}
    work = Process.model_validate({"id": process_id, "name": process_id, **told})
    business = Business(headcount=fact(headcount), country=fact("GB"), wage_per_hour=fact(13.0))
    return Profile(business=business, processes=(work,))
