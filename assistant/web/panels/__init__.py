"""Nouns -> HTML strings. Pure, tested without Gradio; whatever an owner or a vendor wrote is escaped."""
