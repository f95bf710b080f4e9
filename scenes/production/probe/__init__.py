"""Read delivered files back, and say where one is not what was promised."""
