"""PDF in a process of its own, so that a bad file can neither hang nor exhaust ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from assistant.domain.facts import Noun
from assistant.files.limits import MAX_PAGES, PDF_MEMORY_BYTES, PDF_SECONDS, refused
from assistant.files.pieces import Pieces, Unseen

_PACKAGES = Path(__file__).parents[2]
_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from assistant.files.pdf_child import main; main()"
_AGAIN = "Open it, print it to a new PDF and send that, or paste the text."


class _Outcome(Noun):
    """What the reading process hands back."""

    trouble: Literal["", "locked", "broken", "pictures"] = ""
    page_count: int = 0
    pages: tuple[str, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    notices: tuple[str, ...] = ()


def read(name: str, data: bytes) -> Pieces:
    """The pages of a PDF; raises UnreadableFile where it is locked, broken, only pictures, too long or too slow."""
    outcome = _outcome(name, data)
    if outcome.trouble == "locked":
        raise refused(name, "it is locked with a password", "Save a copy without the password and send that.")
    if outcome.trouble == "broken":
        raise refused(name, "the PDF is broken or cut short", _AGAIN)
    if outcome.page_count > MAX_PAGES:
        reason = f"it has {outcome.page_count} pages and the limit is {MAX_PAGES}"
        raise refused(name, reason, "Send only the pages with the offer and the terms.")
    if outcome.trouble == "pictures":
        reason = f"its {outcome.page_count} page(s) are pictures without text (a scan)"
        raise refused(name, reason, "Ask for the original file, or run text recognition on it first.")
    return Pieces(pages=outcome.pages, unseen=outcome.unseen, notices=outcome.notices)


def _outcome(name: str, data: bytes) -> _Outcome:
    limits = (str(MAX_PAGES), str(PDF_SECONDS), str(PDF_MEMORY_BYTES))
    command = [sys.executable, "-I", "-c", _START, str(_PACKAGES), *limits]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PDF_SECONDS, check=True)
        return _Outcome.model_validate_json(done.stdout)
    except subprocess.TimeoutExpired as exc:
        raise refused(name, f"reading it took more than {PDF_SECONDS} seconds", _AGAIN) from exc
    except (subprocess.CalledProcessError, ValidationError) as exc:
        raise refused(name, "the PDF is broken or needs too much memory", _AGAIN) from exc
