"""Whether a run of a Word document is seen: hidden, white on white or tiny, by itself or by its style."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from assistant.domain.facts import Noun
from assistant.files.style import lightness

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TINY_HALF_POINTS = 5
_WHITE = 0.93
_OFF = ("0", "false", "off", "none")


class RunLook(Noun):
    """What a style or a run says about its text; None where it says nothing."""

    vanish: bool | None = None
    ink: float | None = None
    half_points: int | None = None
    shaded: bool | None = None

    def over(self, base: RunLook) -> RunLook:
        """This look, filled up from the one it builds on."""
        given = {name: value for name, value in self if value is not None}
        return base.model_copy(update=given)


class Styles(Noun):
    """Looks by style id, inheritance resolved."""

    looks: dict[str, RunLook]


def styles_of(root: ElementTree.Element | None) -> Styles:
    """The looks of a styles part."""
    own: dict[str, RunLook] = {}
    base: dict[str, str] = {}
    for style in root.iter(f"{_W}style") if root is not None else ():
        style_id = style.get(f"{_W}styleId", "")
        own[style_id] = _look(style.find(f"{_W}rPr"))
        based_on = style.find(f"{_W}basedOn")
        base[style_id] = based_on.get(f"{_W}val", "") if based_on is not None else ""
    return Styles(looks={each: _resolved(each, own, base) for each in own})


def hidden_reason(properties: ElementTree.Element | None, style_id: str, styles: Styles, shaded: bool) -> str:
    """Why a reader does not see a run, "" where it is seen. White on a shaded ground is seen."""
    look = styles.looks.get(style_id, RunLook())
    run_style = properties.find(f"{_W}rStyle") if properties is not None else None
    if run_style is not None:
        look = styles.looks.get(run_style.get(f"{_W}val", ""), RunLook()).over(look)
    look = _look(properties).over(look)
    if look.vanish:
        return "hidden text"
    if look.half_points is not None and look.half_points <= _TINY_HALF_POINTS:
        return "text too small to read"
    if look.ink is not None and look.ink > _WHITE and not (shaded or look.shaded):
        return "text in the colour of the page"
    return ""


def _look(properties: ElementTree.Element | None) -> RunLook:
    if properties is None:
        return RunLook()
    vanish = properties.find(f"{_W}vanish")
    colour = properties.find(f"{_W}color")
    size = properties.find(f"{_W}sz")
    value = colour.get(f"{_W}val", "") if colour is not None else ""
    points = size.get(f"{_W}val", "") if size is not None else ""
    return RunLook(
        vanish=None if vanish is None else vanish.get(f"{_W}val", "1").lower() not in _OFF,
        ink=lightness(f"#{value.lower()}", None) if value else None,
        half_points=int(points) if points.isdigit() else None,
        shaded=True if any(_fills(properties)) else None,
    )


def _fills(properties: ElementTree.Element) -> Iterator[bool]:
    shade = properties.find(f"{_W}shd")
    if shade is not None:
        yield shade.get(f"{_W}fill", "auto").lower() not in ("auto", "ffffff")
    highlight = properties.find(f"{_W}highlight")
    if highlight is not None:
        yield highlight.get(f"{_W}val", "none") not in ("none", "white")


def _resolved(style_id: str, own: dict[str, RunLook], base: dict[str, str]) -> RunLook:
    chain: list[str] = []
    while style_id in own and style_id not in chain:
        chain.append(style_id)
        style_id = base[style_id]
    look = RunLook()
    for each in reversed(chain):
        look = own[each].over(look)
    return look
