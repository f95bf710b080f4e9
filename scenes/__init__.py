"""The story.  One chapter is one ``.py`` (what happens) and one ``.toml`` (what is said)."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    show: Any  # to be fetched; a type checker of the pure parts need not read the production

FILM: tuple[str, ...] = (
    "the_question",
    "recipes_to_matrix",
    "row_by_column",
    "mix_and_create",
    "fully_connected",
    "convolution",
    "feature_fusion",
    "attention",
    "the_answer",
)
"""The running order of the film."""

EPISODES: tuple[str, ...] = ("writing_gemm",)
"""Chapters that stand alone: listed, checked and packed, but not joined into the film."""


def __getattr__(name: str) -> Any:
    """Fetch ``show`` when it is asked for: the story itself needs nothing that it needs."""
    if name == "show":
        return import_module("scenes.production.notebook.showing").show
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
