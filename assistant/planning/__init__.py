"""Recommendation + report -> plan: what to do when, who does it, when to stop, and what every line rests on."""
