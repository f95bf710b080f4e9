"""What a person has set for their own Manim stays out of every way in, as out of the film."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from manim import tempconfig

from scenes import show
from scenes.production.catalogue.examples import examples
from scenes.production.catalogue.looks import Look
from scenes.production.catalogue.pictures import picture
from scenes.production.drawing.stills import Moment, draw_stills
from scenes.production.notebook import showing
from scenes.production.planning import settings as settings_module
from scenes.production.planning.settings import Quality, Settings
from tests.production.test_manim_defaults import BROKEN, ODD, odd_defaults, put
from tests.production.tiny import EXAMPLE

TINY = Quality(96, 54, 10)
LAYER = """kind = "picture"
name = "stairs"
image = "stairs.ppm"
"""


def still(place: Path) -> bytes:
    settings = Settings(EXAMPLE, quality=TINY, cache=place / "cache")
    stills = draw_stills(settings, "blank", [Moment("one_sum")])
    return b"".join(pixels.tobytes() for pixels in stills.pictures.values())


def own_picture(place: Path) -> bytes:
    """A still of a chapter that shows a picture that somebody brought."""
    place.mkdir()
    pixels = bytes(7 * (x // 8) % 256 for y in range(32) for x in range(48) for _ in range(3))
    (place / "stairs.ppm").write_bytes(b"P6 48 32 255\n" + pixels)
    (place / "mine.toml").write_text(LAYER, encoding="utf-8")
    layers = (place / "mine.toml",)
    settings = Settings(EXAMPLE, quality=TINY, cache=place / "cache", layers=layers)
    stills = draw_stills(settings, "feature_fusion", [Moment("channels_are_bottles")])
    return b"".join(pixels.tobytes() for pixels in stills.pictures.values())


def catalogue(place: Path) -> bytes:
    (example,) = (each for each in examples() if each.name == "sums/waterfall")
    return picture(Look(example, "en", "night", place / "cache"))


def notebook(place: Path) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"PROJECT": place, "CACHE": place / "cache", "_made": {}}.items():
            patch.setattr(showing, name, value)
        patch.setitem(settings_module.QUALITIES, "l", TINY)
        patch.chdir(place.parent)
        return show("blank", quality="l", example=str(EXAMPLE)).video.read_bytes()


@pytest.mark.parametrize("make", [still, own_picture, catalogue, notebook])
def test_a_notebooks_settings_change_no_picture(
    tmp_path: Path, make: Callable[[Path], bytes]
) -> None:
    plainly = make(tmp_path / "plainly")
    with tempconfig(ODD), odd_defaults():
        oddly = make(tmp_path / "oddly")
    assert plainly
    assert oddly == plainly


@pytest.mark.parametrize(
    "words", [("new", "tea", "--from", "none.csv"), ("still", "blank/one_sum", "--quality", "l")]
)
def test_a_manim_cfg_that_cannot_be_read_is_not_read(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "scenes", *words],
        cwd=tmp_path,
        env=put(BROKEN, tmp_path, home=False),
        capture_output=True,
        text=True,
        check=False,
    )
    if words[0] == "new":
        fault = "none.csv: no such file; check the name and the folder\n"
        assert (done.returncode, done.stderr) == (2, fault)
    else:
        assert done.returncode == 0, done.stderr
        assert (tmp_path / done.stdout.strip()).is_file()
