"""Whether a style lets a person see text: the few declarations that hide, shrink, fade or move it away."""

from __future__ import annotations

import re

from assistant.domain.facts import Noun

_RULE = re.compile(r"([^{}]{1,300})\{([^{}]{0,2000})\}")
_STYLE_BLOCK = re.compile(r"<style[^>]*>(.*?)</style>", re.IGNORECASE | re.DOTALL)
_SELECTOR = re.compile(r"^([a-z][a-z0-9]*)?(?:\.([\w-]+)|#([\w-]+))?$", re.IGNORECASE)
_HEX = re.compile(r"^#([0-9a-f]{3}|[0-9a-f]{6})$")
_RGB = re.compile(r"^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?\s*\)$")
_LENGTH = re.compile(r"^(-?[\d.]+)(px|pt|em|rem|%|vw|vh)?$")
_PIXELS = {"px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "%": 0.16, "vw": 10.0, "vh": 8.0, "": 1.0}
_NAMED = {"white": 1.0, "snow": 0.99, "ivory": 0.99, "whitesmoke": 0.96, "black": 0.0}
_TINY_PIXELS = 2.7
_LIKE = 0.1
_AWAY_PIXELS = -500


class Look(Noun):
    """How text inside an element looks: `ink` and `paper` are lightness 0-1, None where a style cannot be read."""

    hidden: str = ""
    ink: float | None = 0.0
    paper: float | None = 1.0


class StyleSheet(Noun):
    """Declarations by simple selector: a tag, .class, #id, or tag with either."""

    rules: tuple[tuple[str, dict[str, str]], ...] = ()

    def rules_for(self, tag: str, classes: str, element_id: str) -> dict[str, str]:
        """The declarations that apply to an element, later ones last."""
        names = {tag, f"#{element_id}", f"{tag}#{element_id}"}
        for each in classes.split():
            names |= {f".{each}", f"{tag}.{each}"}
        found: dict[str, str] = {}
        for selector, declared in self.rules:
            if selector in names:
                found |= declared
        return found


def style_sheet(markup: str) -> StyleSheet:
    """The simple rules of a page's own style blocks; a combined selector counts by its last part."""
    rules: list[tuple[str, dict[str, str]]] = []
    for block in _STYLE_BLOCK.finditer(markup):
        for rule in _RULE.finditer(block.group(1)):
            declared = declarations(rule.group(2))
            last_parts = (each.split()[-1] for each in rule.group(1).split(",") if each.split())
            rules += [(part, declared) for part in last_parts if _SELECTOR.match(part)]
    return StyleSheet(rules=tuple(rules[:2000]))


def declarations(style: str) -> dict[str, str]:
    """The declarations of a style attribute, lower-cased."""
    pairs = (each.split(":", 1) for each in style.lower().split(";") if ":" in each)
    return {name.strip(): value.replace("!important", "").strip() for name, value in pairs}


def look_of(own: dict[str, str], outer: Look) -> Look:
    """How an element looks inside another; `hidden` says why its text is not seen, "" where it is."""
    if not own:
        return outer
    paper = lightness(own.get("background-color") or own.get("background", ""), outer.paper)
    ink = lightness(own.get("color", ""), outer.ink)
    why = outer.hidden or _gone(own)
    if not why and "color" in own and ink is not None and paper is not None and abs(ink - paper) < _LIKE:
        why = "text in the colour of the page"
    if not why and own.get("color") == "transparent":
        why = "text in the colour of the page"
    return Look(hidden=why, ink=ink, paper=paper)


def _gone(own: dict[str, str]) -> str:
    if own.get("display") == "none" or own.get("visibility") in ("hidden", "collapse"):
        return "hidden text"
    if _number(own.get("opacity", "1"), 1.0) < 0.1:
        return "text in the colour of the page"
    if "font-size" in own and abs(pixels(own["font-size"], 16.0)) < _TINY_PIXELS:
        return "text too small to read"
    if own.get("position") in ("absolute", "fixed") and any(
        pixels(own.get(side, ""), 0.0) < _AWAY_PIXELS for side in ("left", "top", "right", "bottom")
    ):
        return "text placed off the page"
    if pixels(own.get("text-indent", ""), 0.0) < _AWAY_PIXELS:
        return "text placed off the page"
    shut = own.get("overflow") == "hidden" and any(
        side in own and pixels(own[side], 99.0) <= 1 for side in ("height", "max-height", "width")
    )
    return "hidden text" if shut else ""


def lightness(colour: str, otherwise: float | None) -> float | None:
    """The lightness 0-1 of a colour value; `otherwise` where there is none, None where it cannot be read."""
    first = colour.strip()
    if not first or first in ("inherit", "initial", "transparent", "none"):
        return otherwise
    if first in _NAMED:
        return _NAMED[first]
    if found := _HEX.match(first):
        digits = found.group(1) if len(found.group(1)) == 6 else "".join(char * 2 for char in found.group(1))
        return _grey(*(int(digits[n : n + 2], 16) for n in (0, 2, 4)))
    if found := _RGB.match(first):
        return _grey(*(int(each) for each in found.groups()[:3]))
    return None


def _grey(red: int, green: int, blue: int) -> float:
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def pixels(length: str, otherwise: float) -> float:
    """A length in pixels of a plain screen; `otherwise` where it cannot be read."""
    found = _LENGTH.match(length.strip())
    return float(found.group(1)) * _PIXELS[found.group(2) or ""] if found else otherwise


def _number(value: str, otherwise: float) -> float:
    try:
        return float(value)
    except ValueError:
        return otherwise
