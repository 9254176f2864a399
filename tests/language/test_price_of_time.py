"""A price set on a stretch of time is money by that stretch; other prices beside a time are not."""

from __future__ import annotations

import pytest

from assistant.language.quantities import find


@pytest.mark.parametrize(
    ("text", "value", "unit", "per"),
    [
        ("An hour in accounting costs 31 Euro.", 31.0, "EUR", "hour"),
        ("We reckon an hour costs us £22.", 22.0, "GBP", "hour"),
        ("One hour of my wife's time comes to 30 pounds.", 30.0, "GBP", "hour"),
        ("Each hour costs 18-20 pounds.", (18.0, 20.0), "GBP", "hour"),
    ],
)
def test_a_price_set_on_an_hour_is_money_by_the_hour(
    text: str, value: float | tuple[float, float], unit: str, per: str
) -> None:
    assert [(each.kind, each.value, each.unit, each.per) for each in find(text)] == [("money", value, unit, per)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It takes an hour and it is 20 euros each.", [("duration", "an hour"), ("money", "20 euros each")]),
        ("An hour is lost, 50 euros gone.", [("duration", "an hour"), ("money", "50 euros")]),
        ("Three hours cost me 90 euros.", [("duration", "Three hours"), ("money", "90 euros")]),
        ("It is an hour. The rest costs 40 euros.", [("duration", "an hour"), ("money", "40 euros")]),
        ("I spend an hour a week and it costs 30 euros.", [("duration", "an hour a week"), ("money", "30 euros")]),
    ],
)
def test_a_time_beside_a_price_stays_a_time(text: str, kept: list[tuple[str, str]]) -> None:
    assert [(each.kind, each.quote.lower()) for each in find(text)] == [(kind, text.lower()) for kind, text in kept]
