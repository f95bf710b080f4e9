"""Manim runs through a chapter, and only what has changed is drawn."""
