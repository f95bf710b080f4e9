"""Sums that grow term by term: as a line, as a stack, as a waterfall."""
