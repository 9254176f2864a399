"""Bytes to text with pages and offsets, bounded in time and memory; the only door to PDF, DOCX, HTML and e-mail."""

from assistant.files.reader import read_bytes, read_file, read_text

__all__ = ["read_bytes", "read_file", "read_text"]
