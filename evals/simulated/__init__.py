"""Simulated owners of small firms, by whom the interview is measured."""
