"""Scenes start from Manim's own settings and ours, whatever a person has set for their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import (
    RED,
    Animation,
    CairoRenderer,
    FadeIn,
    ManimColor,
    Square,
    VMobject,
    config,
    tempconfig,
)

from scenes.blank import Blank
from scenes.kit.stage.manim_defaults import manims_own, our_frame
from scenes.production.planning.settings import PROJECT, Quality, Settings
from scenes.production.workers.single_chapter import make_chapter
from tests.production.tiny import EXAMPLE
from tests.rehearsal import EXTREMES

ODD = {
    "frame_height": 10.0,
    "frame_width": 5.0,
    "background_color": RED,
    "background_opacity": 0.5,
    "frame_rate": 7,
    "pixel_width": 100,
    "pixel_height": 300,
}
CFG = "[CLI]\n" + "".join(
    f"{name} = {value.to_hex() if isinstance(value, ManimColor) else value}\n"
    for name, value in ODD.items()
)
BROKEN = "[CLI]\nframe_rate = many\nplugins = no_such_plugin\n"


@contextmanager
def odd_defaults() -> Iterator[None]:
    """What a notebook may have set."""
    for each in (VMobject, Square, FadeIn, Animation):
        each.set_default(**({"run_time": 3} if issubclass(each, Animation) else {"color": RED}))
    try:
        yield
    finally:
        for each in (VMobject, Square, FadeIn, Animation):
            each.set_default()


def set_by(each: type) -> Any:
    """What a class begins with."""
    return vars(each)["__init__"]


def fail(block: Any) -> None:
    with block:
        assert Square().color != RED
        raise KeyboardInterrupt


def settings(place: Path) -> Settings:
    return Settings(EXAMPLE, quality=Quality(96, 54, 10), out=place / "out", cache=place / "cache")


def files(place: Path) -> dict[str, bytes]:
    """Make the blank chapter there and return what was kept and delivered."""
    assert make_chapter(settings(place), "blank", lambda advance: None).problem is None
    found = [*place.rglob("*.mp4"), *place.rglob("*.png")]
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def plainly(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is made where nobody has set anything."""
    return files(tmp_path_factory.mktemp("plainly"))


def test_settings_and_defaults_of_a_notebook_stay_out_of_the_film(
    tmp_path: Path, plainly: dict[str, bytes]
) -> None:
    with tempconfig(ODD), odd_defaults():
        before = dict(config), set_by(Square), set_by(FadeIn)
        oddly = files(tmp_path / "oddly")
        assert before == (dict(config), set_by(Square), set_by(FadeIn))
        assert Square().color == RED, "for the person's own scenes all is as it was set"
    assert oddly == plainly


def put(text: str, place: Path, home: bool) -> dict[str, str]:
    """Put a manim.cfg into a folder or, for a home, where Manim looks there."""
    path = place / ".config" / "manim" / "manim.cfg" if home else place / "manim.cfg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return {**os.environ, "HOME": str(place), "PYTHONPATH": str(PROJECT)}


@pytest.mark.parametrize("home", [False, True])
def test_a_manim_cfg_stays_out_of_the_film(
    tmp_path: Path, plainly: dict[str, bytes], home: bool
) -> None:
    """It was read when Manim was loaded, as in a notebook: nothing of it is left."""
    code = (
        "from pathlib import Path; from manim import config; assert config.frame_height == 10.0;"
        "from tests.production.test_manim_defaults import files; files(Path('oddly'))"
    )
    made = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=put(CFG, tmp_path, home),
        capture_output=True,
        text=True,
    )
    assert made.returncode == 0, made.stderr
    found = [*(tmp_path / "oddly").rglob("*.mp4"), *(tmp_path / "oddly").rglob("*.png")]
    oddly = {path.relative_to(tmp_path / "oddly").as_posix(): path.read_bytes() for path in found}
    assert oddly == plainly


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_command_does_not_even_read_it(tmp_path: Path, jobs: str) -> None:
    """One that cannot be read would end Manim, and so its plugins would be loaded."""
    command = ["-P", "-m", "scenes", "check", "blank", "recipes_to_matrix", "--no-pixels"]
    options = ["--example", str(EXTREMES / "smallest.toml"), "--jobs", jobs, "--out", "out"]
    checked = subprocess.run(
        [sys.executable, *command, *options],
        cwd=tmp_path,
        env=put(BROKEN, tmp_path, home=False),
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stderr + checked.stdout


class Composed(Blank):
    """A scene that notes how it is composed."""

    def construct(self) -> None:
        self.composed = config.frame_width, config.frame_height, self.camera.frame_width
        super().construct()


def composed(**told: Any) -> tuple[float, ...]:
    """How a scene is composed that plain Manim renders."""
    with tempconfig({"dry_run": True, "frame_rate": 1, **told}):
        scene = Composed(renderer=CairoRenderer(skip_animations=True))
        scene.render()
        assert config.frame_height == told.get("frame_height", 8.0), "it is put back"
    return scene.composed


@pytest.mark.parametrize("size", [(1920, 1080), (854, 480), (320, 180)])
def test_plain_manim_composes_as_we_do(size: tuple[int, int]) -> None:
    told = {"pixel_width": size[0], "pixel_height": size[1], "frame_height": 10.0}
    np.testing.assert_allclose(composed(**told), (128 / 9, 8, 128 / 9))


def test_in_a_picture_of_another_shape_ours_is_whole() -> None:
    np.testing.assert_allclose(composed(pixel_width=300, pixel_height=300)[:2], (128 / 9, 128 / 9))
    np.testing.assert_allclose(composed(pixel_width=400, pixel_height=100)[:2], (32, 8))


def test_whatever_goes_wrong_all_is_put_back() -> None:
    with tempconfig(ODD), odd_defaults():
        before, begin = dict(config), set_by(Square)
        for block in (manims_own({"frame_rate": 1}), our_frame()):
            with pytest.raises(KeyboardInterrupt):
                fail(block)
            assert dict(config) == before
            assert set_by(Square) is begin
