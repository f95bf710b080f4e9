"""What a scene is made with: the example, the look, and the layer file that it takes.

Knows nothing of Manim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mathcore import kind_of
from scenes.kit.stage.layers import find_layer, strangers
from scenes.production.planning.settings import Settings


def layer_of(settings: Settings, scene_class: type) -> Path | None:
    """Return the layer file that a scene takes: one that was asked for, or its default."""
    kind = getattr(scene_class, "layer_kind", None)
    if kind is None:
        return None
    asked = next((path for path in settings.layers if kind_of(path) == kind), None)
    return asked or find_layer(getattr(scene_class, "default_layer", None) or "")


def stranger_sentences(layers: Iterable[Path], farm: str | None = None) -> Iterator[str]:
    """Yield, before it is read, what a layer file names that is no part of its own surroundings."""
    becomes = "is read" + (f", and sent to the workers of {farm}" if farm else "")
    for layer in layers:
        for key, file in strangers(layer).items():
            yield f"{layer}: {key} is {file}, outside of its folder and the project; it {becomes}"


def arguments(settings: Settings, scene_class: type) -> dict[str, Any]:
    """Return what a scene is called with: all that it need not look up in the environment."""
    layer = layer_of(settings, scene_class)
    return {
        "example": str(settings.example),
        "language": settings.language,
        "theme": settings.theme,
        **({"layer": layer} if layer else {}),
    }
