"""The visual vocabulary: one noun a file; what moves is a function that returns Animations."""
