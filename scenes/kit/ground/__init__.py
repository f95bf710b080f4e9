"""What everything is drawn with: colours, sizes, letters, shapes, motions."""
