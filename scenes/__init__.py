"""The story.  One chapter is one ``.py`` (what happens) and one ``.toml`` (what is said)."""

FILM: tuple[str, ...] = (
    "recipes_to_matrix",
    "row_by_column",
    "mix_and_create",
    "fully_connected",
    "convolution",
    "feature_fusion",
)
