"""Pictures become segments, and segments one video."""
