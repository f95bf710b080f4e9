"""What a small memory holds: numbers on a shelf, trays of them, and how often one is fetched."""
