"""Words of an owner to facts: what was told, answers to questions, corrections, merging, what kind of words they are."""
