"""Every part of Manim that is used though it promises nothing of it, or that is replaced.

Nobody else imports from inside Manim, so that another version is looked at here.  The tests know
the shape of each part, and say on another Manim which has moved.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from manim import Camera, Mobject, VMobject
from manim._config.utils import ManimConfig, config_file_paths
from manim.camera.camera import LINE_JOIN_MAP
from manim.constants import CapStyleType, LineJointType
from manim.mobject.text import typst_mobject
from manim.scene.scene_file_writer import SceneFileWriter
from manim.utils.exceptions import EndSceneEarlyException
from manim.utils.iterables import list_update, remove_list_redundancies
from numpy.typing import NDArray

__all__ = [
    "LINE_JOIN_MAP",
    "REPLACED",
    "CapStyleType",
    "EndSceneEarlyException",
    "LineJointType",
    "ManimConfig",
    "SceneFileWriter",
    "begin",
    "blindfold",
    "config_file_paths",
    "jump_to_the_ends",
    "list_update",
    "pixels_of",
    "remove_list_redundancies",
    "typst_mobject",
]

# what is done in another way while a film is made; typst_mobject.typst_to_svg_file is, too
REPLACED: dict[tuple[type[Mobject], str], Callable[..., Any]] = {
    (Mobject, "get_family"): Mobject.get_family,
    (Mobject, "__deepcopy__"): Mobject.__deepcopy__,
    (VMobject, "get_points_defining_boundary"): VMobject.get_points_defining_boundary,
    (VMobject, "get_subpaths_from_points"): VMobject.get_subpaths_from_points,
    (VMobject, "generate_rgbas_array"): VMobject.generate_rgbas_array,
}


def begin(scene: Any) -> None:
    """Begin the animations, as the scene does, but sort no moving things from still ones."""
    for animation in scene.animations:
        animation._setup_scene(scene)
        animation.begin()


def blindfold(scene: Any) -> None:
    """Let nothing be painted: motions jump to their ends, and no frame is drawn."""
    scene.begin_animations = lambda: begin(scene)
    scene.renderer._original_skipping_status = True
    for painting in ("update_frame", "save_static_frame_data", "render"):
        setattr(scene.renderer, painting, _paint_nothing)


def pixels_of(camera: Camera) -> NDArray[np.uint8]:
    """Return a camera's picture, which changes as it draws; Manim calls it whole numbers."""
    pixels: Any = camera.pixel_array
    return cast(NDArray[np.uint8], pixels)


def jump_to_the_ends(scene: Any) -> None:
    """Let motions jump to their ends; what is drawn is drawn."""
    scene.renderer._original_skipping_status = True


def _paint_nothing(*_: Any, **__: Any) -> None:
    """Take the place of a painting method."""
