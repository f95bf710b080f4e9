"""The gate: nothing wrong and nothing unreadable gets out."""
