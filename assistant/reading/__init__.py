"""Words of an owner to facts: what was told, answers, corrections, merging, and what the words are meant as."""
