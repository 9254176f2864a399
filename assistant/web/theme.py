"""How the page looks: our own style sheet and script, system fonts, and nothing of the frame that shows through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gradio as gr

STATIC = Path(__file__).parent / "static"
PAPER, PAPER_DARK = "#FAF9F6", "#15181C"
INK, INK_DARK = "#1F2933", "#E9E6E0"
FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif")
MONO = ("ui-monospace", "Menlo", "Consolas", "monospace")


def theme() -> gr.themes.Base:
    """A theme without fonts from elsewhere, on our paper, so that nothing flashes before the style sheet is there."""
    import gradio as gr

    return gr.themes.Base(font=list(FONTS), font_mono=list(MONO)).set(
        body_background_fill=PAPER,
        body_background_fill_dark=PAPER_DARK,
        body_text_color=INK,
        body_text_color_dark=INK_DARK,
    )


def head() -> str:
    """The style sheet as a part of the head: what is given as `css` Gradio rewrites, which breaks `:is(a, b)`."""
    return f"<style>{_together('css')}</style>"


def script() -> str:
    """The script; its parts share one scope, in the order of their numbers."""
    return _together("js")


def shell() -> str:
    """The page before anything is in it."""
    return (STATIC / "shell.html").read_text(encoding="utf-8")


def _together(suffix: str) -> str:
    parts = sorted(STATIC.glob(f"*.{suffix}"))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)
