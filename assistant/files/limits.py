"""How much of a file is read, and the one line that refuses more."""

from __future__ import annotations

from assistant.errors import UnreadableFile

MEGABYTE = 1_000_000
MAX_PAGES = 400
MAX_CHARACTERS = 3_000_000
MAX_UNPACKED_BYTES = 120 * MEGABYTE
MAX_XML_BYTES = 24 * MEGABYTE
PDF_SECONDS = 30
PDF_MEMORY_BYTES = 2_000 * MEGABYTE


def refused(name: str, reason: str, remedy: str) -> UnreadableFile:
    """The error for a file that cannot be read: one line with the file, the reason and the remedy."""
    return UnreadableFile(f"{name!r} cannot be read: {reason}. {remedy}")


def check_size(name: str, size: int, max_mb: int) -> None:
    """Nothing where `size` bytes are within `max_mb` megabytes; raises UnreadableFile."""
    if size > max_mb * MEGABYTE:
        raise refused(
            name,
            f"it has {size / MEGABYTE:,.0f} MB and the limit is {max_mb} MB",
            "Give only the pages that matter, or raise PLUMBLINE_MAX_FILE_MB.",
        )
    if size == 0:
        raise refused(name, "it is empty", "Check that it was saved or downloaded whole, and send it again.")
