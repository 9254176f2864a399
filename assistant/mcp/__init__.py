"""The front door's verbs as tools of the Model Context Protocol; it calls the front door and nothing else."""
