"""One module a suite; all of them stand in the tuple of evals.registry."""
