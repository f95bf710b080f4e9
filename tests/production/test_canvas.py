"""A repaired frame has the pixels of one that was drawn anew, to the last digit."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
import pytest
from manim import (
    RIGHT,
    UP,
    CairoRenderer,
    Circle,
    Create,
    FadeIn,
    FadeOut,
    Rotate,
    Scene,
    Square,
    Text,
    Transform,
    tempconfig,
)
from manim.utils.iterables import list_update

from scenes.kit.stage.choices import chapter_class
from scenes.production.drawing.canvas import Canvas, display_list
from scenes.production.drawing.dirty_region import Damage, area

SMALL = {"pixel_width": 320, "pixel_height": 180, "frame_rate": 1, "dry_run": True}


class Comparing(CairoRenderer):
    """Draws every frame twice and keeps the number of pixels that differ, and of quiet frames."""

    differing: ClassVar[list[int]] = []
    touched: ClassVar[list[float]] = []

    def init_scene(self, scene: Scene, *arguments: Any) -> None:
        super().init_scene(scene, *arguments)
        self.canvas = Canvas(self.camera)

    def save_static_frame_data(self, *_: Any) -> None:
        self.static_image = None

    def update_frame(self, scene: Scene, *_: Any, **__: Any) -> None:
        groups = list_update(scene.mobjects, scene.foreground_mobjects)
        damage = self.canvas.draw(display_list(groups))
        mine = self.camera.pixel_array.copy()
        self.camera.reset()
        self.camera.capture_mobjects(groups)
        self.differing.append(int((mine != self.camera.pixel_array).sum()))
        self.touched.append(float(damage.tiles.mean()))
        self.camera.pixel_array[:] = mine


class Busy(Scene):
    """Things over and under each other that move, fade, turn, grow and become others."""

    def construct(self) -> None:
        square = Square(2, color="#F24A8D", fill_opacity=0.4, stroke_width=9).shift(RIGHT)
        circle = Circle(1.2, color="#4AA6F6", fill_opacity=0.7).set_z_index(-1)
        text = Text("8 + 9 = 17", font_size=30).shift(UP)
        self.add(circle, square)
        self.play(FadeIn(text))
        self.play(square.animate.shift(3 * RIGHT), Rotate(text, 1.0))
        circle.set_z_index(3)
        self.play(Transform(square, Circle(0.5, color="#F6E23A")))
        self.play(Create(Square(5)), FadeOut(text))
        self.wait(0.5)


@pytest.fixture
def compare() -> Any:
    def play(scene_class: type[Scene], **options: Any) -> tuple[list[int], list[float]]:
        Comparing.differing.clear()
        Comparing.touched.clear()
        with tempconfig({**SMALL, **options}):
            scene_class(renderer=Comparing()).render()
        return Comparing.differing, Comparing.touched

    return play


def test_every_frame_is_as_if_drawn_anew(compare: Any) -> None:
    differing, touched = compare(Busy, frame_rate=12)
    assert len(differing) > 40
    assert not any(differing)
    assert np.mean(touched) < 0.9  # and not because all was drawn anew


@pytest.mark.parametrize(
    "chapter", ["blank", pytest.param("row_by_column", marks=pytest.mark.long)]
)
def test_every_frame_of_a_chapter_is_as_if_drawn_anew(compare: Any, chapter: str) -> None:
    differing, touched = compare(chapter_class(chapter))
    assert not any(differing)
    assert np.mean(touched) < 0.7  # though a second apart


def test_what_stands_outside_the_picture_changes_nothing_in_it() -> None:
    damage = Damage(64, 64)
    for box in ((-90, 0, -40, 10), (0, -90, 10, -40), (100, 0, 200, 10), (0, 100, 10, 200)):
        damage.add(area(box))
    assert not damage


def test_the_places_of_a_change_cover_it_once() -> None:
    damage = Damage(200, 100)
    damage.add(area((40, 10, 60, 20)))
    damage.add(area((150, 40, 199, 99)))
    covered = np.zeros((100, 200), int)
    for left, top, right, bottom in damage.places():
        covered[top:bottom, left:right] += 1
    assert covered.max() == 1
    assert covered[10:20, 40:60].all()
    assert covered[40:100, 150:200].all()
    assert list(damage.bands()) == [(0, 100)]
