"""Makes each folder of assistant/weights by one command; not in the wheel."""
