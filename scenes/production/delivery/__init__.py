"""Segments become videos with their companions, in folders that know their source."""
