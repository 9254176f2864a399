"""Plan -> one file format a module; each a pure function of the plan and the session's state."""
