"""Turns a messy notebook into tested production Python and proves that it computes the same values."""
