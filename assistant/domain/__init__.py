"""The nouns: frozen models that every stage takes and returns. No input, no output, no rules."""
