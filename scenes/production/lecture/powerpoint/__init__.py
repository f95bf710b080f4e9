"""What python-pptx leaves to us: a look of its own, playing at once, sections, same bytes."""
