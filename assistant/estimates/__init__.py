"""Estimates: pure formulas, draws over ranges, and what one means would do for one kind of work."""
