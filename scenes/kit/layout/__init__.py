"""Geometry as numbers: where things stand, in pixels.  Pure: knows nothing of Manim."""
