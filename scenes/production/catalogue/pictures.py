"""The pictures of the catalogue: the last frame of every example, kept as plays are."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from scenes.kit.stage.choices import find_example
from scenes.kit.stage.manim_defaults import manims_own
from scenes.kit.stage.manim_internals import blindfold, list_update
from scenes.production.cache.entries import still_of
from scenes.production.cache.paths import shown
from scenes.production.cache.store import Cache
from scenes.production.catalogue.examples import Example
from scenes.production.catalogue.looks import SIZE, Look, looks_of
from scenes.production.drawing.canvas import Canvas, display_list
from scenes.production.drawing.fast_manim import fast_manim
from scenes.production.drawing.formulas import kept_formulas
from scenes.production.drawing.manim_settings import manim_settings
from scenes.production.planning.inputs import Inputs, InputsChangedError
from scenes.production.planning.keys import base_inputs
from scenes.production.planning.material import arguments
from scenes.production.planning.settings import DEFAULT_EXAMPLE, Quality, Settings
from scenes.production.workers.outcome import SceneError

DRAWN = Quality(1920, 1080, 30)
AROUND = 60  # pixels of the frame around what is drawn


def picture(look: Look) -> bytes:
    """Return a picture as PNG: the one that is kept, or else a new one.

    Raises
    ------
    SceneError
        If the example cannot be played; it names the file and says why.
    """
    scene_class, kept = _scene_of(look.example), Cache(look.cache)
    settings = _settings(look, scene_class)
    inputs = Inputs(look.language, look.theme).also(_inputs(look.example, scene_class))
    entry = still_of(kept.stem(inputs.key))
    if kept.is_whole(entry):
        return entry.read_bytes()
    drawn = _png(_draw(settings, look.example, scene_class))
    inputs.require_unchanged()
    kept.put(entry, drawn)
    return drawn


def _settings(look: Look, scene_class: Any) -> Settings:
    recipes = find_example(getattr(scene_class, "example", None) or DEFAULT_EXAMPLE)
    return Settings(
        recipes, look.language, look.theme, captions=False, quality=DRAWN, cache=look.cache
    )


@cache
def _inputs(example: Example, scene_class: type) -> Inputs:
    """Return what all pictures of an example are made from: what plays are, and its own files."""
    first, *_ = looks_of(example)
    base = base_inputs(_settings(first, scene_class), example.name, scene_class)
    return Inputs("catalogue").also(base).code([*example.files, Path(__file__)])


def _scene_of(example: Example) -> Any:
    try:
        return example.scene
    except (OSError, InputsChangedError):
        raise
    except Exception as error:
        raise _fault(example, error) from error


def _draw(settings: Settings, example: Example, scene_class: Any) -> Any:
    """Run through an example without drawing, then draw what stands there at its end."""
    chosen = arguments(settings, scene_class)
    with manims_own(manim_settings(settings)), kept_formulas(Cache(settings.cache)), fast_manim():
        try:
            scene = scene_class(**chosen, captions=False)
            blindfold(scene)
            scene.render()
        except (OSError, InputsChangedError):
            raise
        except Exception as error:
            raise _fault(example, error) from error
        canvas = Canvas(scene.renderer.camera)
        canvas.draw(display_list(list_update(scene.mobjects, scene.foreground_mobjects)))
        return scene.renderer.camera.pixel_array[..., :3].copy()


def _fault(example: Example, error: Exception) -> SceneError:
    return SceneError(f"{shown(example.path)}: {type(error).__name__}: {error}")


def _png(pixels: Any) -> bytes:
    file = io.BytesIO()
    image = Image.fromarray(pixels)
    image.resize(SIZE, Image.Resampling.LANCZOS, box=_part(pixels)).save(file, "PNG", optimize=True)
    return file.getvalue()


def _part(pixels: Any) -> tuple[int, int, int, int]:
    """Return the part of a frame to show: what is drawn on its ground, and a little around it."""
    drawn = (pixels != pixels[-1, 0]).any(axis=-1)
    across, down = (np.flatnonzero(drawn.any(axis=axis)) for axis in (0, 1))
    if not len(across):
        return 0, 0, DRAWN.width, DRAWN.height
    ratio = SIZE[0] / SIZE[1]
    width, height = (int(np.ptp(each)) + 1 + 2 * AROUND for each in (across, down))
    width = min(DRAWN.width, max(SIZE[0], width, round(height * ratio)))
    height = round(width / ratio)
    left = _from(across, width, DRAWN.width)
    top = _from(down, height, DRAWN.height)
    return left, top, left + width, top + height


def _from(drawn: Any, length: int, whole: int) -> int:
    """Return where a part of such a length begins, so that what is drawn is in its middle."""
    return int(min(max(0, (drawn[0] + drawn[-1] + 1 - length) // 2), whole - length))
