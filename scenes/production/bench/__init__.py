"""How fast it is and how good the picture: measured, side by side with plain Manim."""
