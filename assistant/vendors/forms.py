"""Forms with boxes to tick: options that are not ticked and notes to whoever fills the form in are no terms."""

from __future__ import annotations

import re

_NOTE = re.compile(
    r"\[\s*(?:drafting|drafter'?s?|guidance|instructions?|note)(?: note)?\s*:[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]",
    re.IGNORECASE,
)
_BOX = r"(?:\[\s*[xX✓✔]?\s*\]|\(\s*[xX✓✔]?\s*\)|[☐☑☒✓✔])"
_UNTICKED = re.compile(rf"(?:\[\s*\]|\(\s{{2,}}\)|☐)(?:(?!{_BOX})[^\n|])*")
_TICKED = re.compile(r"\[\s*[xX✓✔]\s*\]|\(\s*[xX✓✔]\s*\)|[☑☒✔]")


def without_unticked(text: str) -> str:
    """The text with drafting notes and unticked options replaced by spaces, so that offsets stay.

    A box counts only in a form where boxes are ticked or which has drafting notes; "[ ]" elsewhere is a blank.
    """
    if "[" not in text and "☐" not in text:
        return text
    cleaned = _NOTE.sub(_spaces, text)
    if cleaned != text or _TICKED.search(text) or "☐" in text:
        cleaned = _UNTICKED.sub(_spaces, cleaned)
    return cleaned


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())
