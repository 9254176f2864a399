"""Bytes to text with pages and offsets, bounded in time and memory; the only door to PDF, DOCX, HTML and e-mail."""
