"""A product as a layer of a network, its weights and what comes out of it."""
