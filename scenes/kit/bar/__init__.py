"""Bottles and glasses: what is poured, and what it is poured into."""
