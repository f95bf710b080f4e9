"""Sizes of type, in pixels at 1920×1080; a cap height is 0.733 of each.  Pure."""

TITLE = 50.0
CAPTION = 40.0
CELL = 44.0
LABEL = 36.0
SMALL = 34.0
SMALLEST = 33.0
SHAPE = 40.0
SHAPE_LARGE = 64.0
PRODUCT = 54.0
TOTAL = 92.0
LEADING = 41.0  # of two-line heads
