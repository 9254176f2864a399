"""Pure functions from what was wanted and what was given to a Score."""
