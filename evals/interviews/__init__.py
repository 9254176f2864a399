"""How many questions the advice needs: simulated owners, what a decision is worth in their true world, rival orders."""
