"""Programs, as they are typed."""
