"""A chart -> one SVG, for the page and for every file: text stays text, and it reads in grey."""
