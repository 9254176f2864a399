"""Sound plans, and the ways to spoil one thing in them."""
