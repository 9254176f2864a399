"""A vendor's proposal: clauses, terms, cost, claims, rules, and what to ask for."""
