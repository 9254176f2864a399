"""Nouns of a plan -> charts: what each shows, before it is drawn; no figure is worked out here a second way."""
