"""`python -m assistant` is `plumbline`."""

from assistant.cli import main

main()
