"""The append-only log of turns: one truth, kept before a reply is shown."""
