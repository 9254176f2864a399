"""`python -m evals` is the command."""

from evals.run import main

raise SystemExit(main())
