"""The drawing of a chart: well-formed, read by who cannot see it, legible, and told apart in grey."""

from __future__ import annotations

from itertools import combinations
from typing import get_args
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.charts import Axis, Bar, Behind, Chart, Key, Look, Mark, Part, Point, Tick
from assistant.drawing.draw import BROAD, NARROW, draw
from assistant.drawing.looks import PAINTS
from assistant.drawing.words import ELLIPSIS, lines, width
from tests.export.odd import ODD

SVG = "{http://www.w3.org/2000/svg}"
AXIS = Axis(title="Hours a week", low=-2, high=6, ticks=tuple(Tick(at=n, words=str(n)) for n in (-2, 0, 2, 4, 6)))
BEHIND = Behind(head=("a",), rows=(("b",),))
LEAST_LETTERS = 12.0
IN_GREY = 1.3
"""The least contrast of two fills that no pattern tells apart."""


def of_bars(label: str, said: str = "-1.2 to 5, likely 3", look: Look = "range") -> Chart:
    bar = Bar(label=label, parts=(Part(low=-1.2, mid=3, high=5, look=look),), said=said)
    return Chart(
        kind="hours", name="hours", title=label, says=f"{label}.", across=AXIS, bars=(bar,), behind=BEHIND,
        keys=(Key(look=look, words="begins now"),), marks=(Mark(at=3, words="likely 3"),),
    )  # fmt: skip


def of_points() -> Chart:
    points = tuple(Point(at=n, low=-2 - n / 9, mid=-n / 9, high=n / 6) for n in range(37))
    months = Axis(title="Months", low=0, high=36, ticks=tuple(Tick(at=n, words=str(n)) for n in (0, 12, 24, 36)))
    up = Axis(title="Money", low=-6, high=6, ticks=tuple(Tick(at=n, words=f"£{n},000") for n in (-6, 0, 6)))
    return Chart(
        kind="cash", name="cash-1", title="Money", says="It buys hours.", across=months, up=up, points=points,
        behind=BEHIND, marks=(Mark(at=36, words="likely not paid back within three years"),),
    )  # fmt: skip


def read(chart: Chart, wide: float = NARROW) -> ElementTree.Element:
    return ElementTree.fromstring(draw(chart, wide))


@pytest.mark.parametrize("chart", [of_bars("Quotes"), of_points()])
def test_who_cannot_see_it_is_told_what_it_shows(chart: Chart) -> None:
    svg = read(chart)
    assert svg.get("role") == "img"
    told = {each.get("id"): each.text for each in svg if each.tag in (f"{SVG}title", f"{SVG}desc")}
    assert [told[name] for name in (svg.get("aria-labelledby") or "").split()] == [chart.title, chart.says]


def _reach(text: ElementTree.Element) -> tuple[float, float]:
    """From where to where words run."""
    at, long = float(text.get("x") or 0), width(text.text or "", float(text.get("font-size") or 0))
    start = {"middle": at - long / 2, "end": at - long}.get(text.get("text-anchor") or "", at)
    return start, start + long


@pytest.mark.parametrize("words", ODD)
@pytest.mark.parametrize("wide", [NARROW, BROAD])
def test_names_that_trip_others_stay_text_within_the_drawing(words: str, wide: float) -> None:
    svg = read(of_bars(words), wide)
    (_, _, right, bottom) = map(float, (svg.get("viewBox") or "").split())
    assert (right, bottom) == (float(svg.get("width") or 0), float(svg.get("height") or 0))
    texts = list(svg.iter(f"{SVG}text"))
    shown = "".join(each.text or "" for each in texts)
    assert "".join(words.split())[:12] in "".join(shown.split())
    for each in texts:
        start, end = _reach(each)
        assert float(each.get("font-size") or 0) >= LEAST_LETTERS
        assert start >= -1
        assert end <= right + 1
        assert 0 < float(each.get("y") or 0) <= bottom


def test_a_name_too_long_is_cut_with_a_sign_of_it() -> None:
    texts = [each.text or "" for each in read(of_bars("name " * 80)).iter(f"{SVG}text")]
    assert sum(each.startswith("name") for each in texts) == 2
    assert any(each.endswith(ELLIPSIS) for each in texts)


def test_figures_too_long_to_stand_beside_their_bar_stand_above_it_whole() -> None:
    said = "-£12,300,000 to £45,000,000 in the first year, likely £9,000,000"
    texts = [each.text for each in read(of_bars("Quotes", said), BROAD).iter(f"{SVG}text")]
    assert said in texts


def test_the_band_lies_between_its_ends_and_nil_is_a_line_of_its_own() -> None:
    svg = read(of_points())
    classes = [each.get("class") for each in svg.iter()]
    assert classes.count("likely") == 1
    assert classes.count("nil") == 1
    assert "mark" not in classes  # not paid back: said, not drawn


def test_a_piece_stands_where_its_figures_are_on_the_axis() -> None:
    svg = read(of_bars("Quotes"))
    ticks = [float(each.get("x1") or 0) for each in svg.iter(f"{SVG}line") if each.get("class") in ("grid", "nil")]
    step = (ticks[-1] - ticks[0]) / (AXIS.high - AXIS.low)
    bar = list(svg.iter(f"{SVG}rect"))[-1]
    left, wide = float(bar.get("x") or 0), float(bar.get("width") or 0)
    assert left == pytest.approx(ticks[0] + (-1.2 - AXIS.low) * step, abs=0.2)
    assert left + wide == pytest.approx(ticks[0] + (5 - AXIS.low) * step, abs=0.2)
    assert ticks[-1] <= NARROW


@pytest.mark.parametrize("wide", [NARROW, BROAD])
def test_a_band_reaches_from_one_side_to_the_other_and_no_further(wide: float) -> None:
    svg = read(of_points(), wide)
    (line,) = (each.get("d") or "" for each in svg.iter(f"{SVG}path") if each.get("class") == "likely")
    places = [tuple(map(float, each.split(","))) for each in line.removeprefix("M").split(" L")]
    assert len(places) == 37
    assert wide - 8 <= places[-1][0] <= wide
    assert places[0][0] < wide / 4
    downs = [down for _, down in places]
    assert downs == sorted(downs)  # what falls goes down
    bottom = float(svg.get("height") or 0)
    assert all(0 < down < bottom for down in downs)


@pytest.mark.parametrize("wide", [NARROW, BROAD])
@pytest.mark.parametrize(("at", "words"), [(0, "never in debt"), (2, "likely paid back after two months"), (36, "no")])
def test_what_a_band_counts_stands_above_it_clear_of_all_other_words(wide: float, at: float, words: str) -> None:
    """Letters reach three quarters of their height above their line and a quarter below it."""
    chart = of_points()
    assert chart.up is not None
    texts = list(read(chart.model_copy(update={"marks": (Mark(at=at, words=words),)}), wide).iter(f"{SVG}text"))
    (title,) = (each for each in texts if each.text == chart.up.title)
    place = [(*_reach(each), float(each.get("y") or 0), float(each.get("font-size") or 0)) for each in texts]
    for one, other in combinations(place, 2):
        beside = one[1] <= other[0] or other[1] <= one[0]
        assert beside or abs(one[2] - other[2]) >= max(one[3], other[3])
    ticks = [each for each in texts if (each.text or "").startswith("£")]
    assert ticks
    assert all(float(title.get("y") or 0) < float(each.get("y") or 0) for each in ticks)


@pytest.mark.parametrize("look", get_args(Look))
def test_every_look_is_drawn_and_its_pattern_is_there(look: Look) -> None:
    svg = read(of_bars("Quotes", look=look))
    ids = {each.get("id") for each in svg.iter()}
    fills = [each.get("fill") or "" for each in svg.iter(f"{SVG}rect")]
    used = [each[5:-1] for each in fills if each.startswith("url(#")]
    assert set(used) <= ids
    assert bool(used) == bool(PAINTS[look].pattern)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TOGETHER: tuple[tuple[Look, ...], ...] = (
    ("range", "waiting"), ("low end", "high end"), ("held", "broken", "unknown"),
    ("count", "set up", "try", "review", "begin"),
)  # fmt: skip


def test_looks_that_stand_together_differ_in_grey() -> None:
    assert {look for group in TOGETHER for look in group} == set(get_args(Look))
    for group in TOGETHER:
        for one, other in combinations(group, 2):
            same_pattern = (PAINTS[one].pattern, PAINTS[one].dashes) == (PAINTS[other].pattern, PAINTS[other].dashes)
            assert not same_pattern or contrast(PAINTS[one].fill, PAINTS[other].fill) >= IN_GREY


@pytest.mark.parametrize("look", get_args(Look))
def test_the_edge_of_every_piece_stands_out_from_the_paper(look: Look) -> None:
    assert contrast(PAINTS[look].edge, "#FAF9F6") >= 3


@given(st.text(max_size=300), st.floats(20, 500))
def test_any_words_break_into_two_lines_at_most_that_fit(words: str, room: float) -> None:
    found = lines(words, room, 12)
    assert len(found) <= 2
    widest_letter = 2 * 12 * 1.3 + width(ELLIPSIS, 12)
    assert all(width(each, 12) <= max(room, widest_letter) for each in found)
    assert all(each.strip() for each in found)


@given(st.text(max_size=120))
def test_any_words_make_a_drawing_that_can_be_read_again(words: str) -> None:
    assert read(of_bars(words)).tag == f"{SVG}svg"


def test_words_that_fit_are_shown_whole() -> None:
    assert lines("Answering the phone", 300, 12) == ("Answering the phone",)
    assert lines("one two three", width("one two", 12) + 1, 12) == ("one two", "three")
    assert lines("", 300, 12) == ()
    assert lines("👩‍🍳👩‍🍳👩‍🍳", 20, 12, 1)[0].removesuffix(ELLIPSIS) in ("👩‍🍳", "👩‍🍳👩‍🍳")
