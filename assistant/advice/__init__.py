"""Profile + passages -> recommendation: suitability, options, decision, flip conditions, portfolio."""
