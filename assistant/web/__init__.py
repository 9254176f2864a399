"""The web page: it calls the front door and nothing else."""
