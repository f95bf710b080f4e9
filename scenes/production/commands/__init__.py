"""The commands of ``python -m scenes``, one a file."""
