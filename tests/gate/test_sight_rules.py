"""What is too faint, flashes or jumps is caught; what just passes is let pass."""

from __future__ import annotations

from pathlib import Path

import manim
import numpy as np
import pytest
from manim import FadeIn, Wait, rate_functions

import scenes
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import for_the_eye, path, rectangle
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import THEMES
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.choices import chapter_class
from scenes.production.gate.contrast import contrast
from scenes.production.gate.paper import Paper
from scenes.production.gate.rules import (
    beats_join,
    graphic_contrast,
    text_contrast,
)
from scenes.production.gate.rules import (
    flashes as flashing,
)
from scenes.production.gate.screening import screen, standing

manim.logger.setLevel("ERROR")
FPS = 15
MIDDLE = Box(760, 460, 400, 160)


class Still(Chapter):
    """A chapter of one beat that shows what ``parts`` returns."""

    def construct(self) -> None:
        self.add(*self.parts(self.theme))
        self.beat("first", Wait(run_time=0.2))

    @classmethod
    def script_path(cls):
        return Path(__file__).with_name("sight.toml")


def film_of(*parts, theme="night"):
    """A film of one beat in which these parts stand still."""
    scene = type("Small", (Still,), {"parts": lambda self, theme: parts, "__module__": __name__})
    return screen(scene, theme=theme, size=(480, 270), fps=5)


def found(rule, film, name=None):
    """What a rule finds, of one thing or of all."""
    return {f.what for f in rule.check(film) if name in (None, f.name)}


def word(colour, text="word", **kwargs):
    return Label(text, 60, colour, x=960, baseline=560, anchor="center", **kwargs)


# ---- contrast ----


def test_contrast_written_out():
    assert contrast([0, 0, 0], [255, 255, 255]) == pytest.approx(21)
    assert contrast([0x77] * 3, [255] * 3) == pytest.approx(4.48, abs=0.005), "the famous grey"
    assert contrast([0x76] * 3, [255] * 3) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize(
    ("colour", "passes"),
    [("#777777", False), ("#767676", True)],
)
def test_grey_on_white_is_measured_to_the_shade(colour, passes):
    film = film_of(rectangle(MIDDLE, fill="#FFFFFF"), word(colour))
    assert (not found(text_contrast, film, "word")) is passes


def test_the_real_ground_counts_and_not_the_background():
    ink = THEMES["night"].ink
    assert not found(text_contrast, film_of(word(ink)), "word")
    assert found(text_contrast, film_of(rectangle(MIDDLE, fill="#C0B8A8"), word(ink)), "word")


def test_a_half_bright_ground_is_not_averaged_away():
    half = rectangle(Box(900, 460, 60, 160), fill="#C0B8A8")
    assert found(text_contrast, film_of(half, word(THEMES["night"].ink)), "word")


def test_opacity_counts():
    faded = word(THEMES["night"].ink).set_opacity(0.3)
    assert found(text_contrast, film_of(faded), "word")


def test_writing_in_the_colour_of_its_ground_is_caught():
    assert found(text_contrast, film_of(word(THEMES["night"].background)), "word")


# ---- graphics ----


@pytest.mark.parametrize(("colour", "passes"), [("#4A4D55", False), ("#6A6D75", True)])
def test_a_line_stands_out_three_to_one(colour, passes):
    film = film_of(path([(600, 500), (1200, 500)], colour, 4))
    assert (not found(graphic_contrast, film)) is passes


def test_a_thin_line_is_judged_by_its_own_colour():
    assert not found(graphic_contrast, film_of(path([(600, 500), (1200, 500)], "#6A6D75", 1.9)))


@pytest.mark.parametrize(("colour", "passes"), [("#303540", False), ("#6A6D75", True)])
def test_an_area_stands_out_three_to_one(colour, passes):
    assert (not found(graphic_contrast, film_of(rectangle(MIDDLE, fill=colour)))) is passes


def test_a_faint_area_with_an_edge_is_told_by_its_edge():
    assert not found(
        graphic_contrast, film_of(rectangle(MIDDLE, fill="#1A1F2A", edge="#6A6D75", edge_width=3))
    )


def test_what_is_only_for_the_eye_passes_and_is_listed():
    film = film_of(for_the_eye(rectangle(MIDDLE, fill="#303540"), "a shade"))
    assert not found(graphic_contrast, film)
    assert "a shade" in {ornament.reason for ornament in film.ornaments}


def test_what_is_covered_is_not_judged():
    faint = path([(800, 500), (1100, 500)], "#4A4D55", 4)
    assert found(graphic_contrast, film_of(faint))
    assert not found(graphic_contrast, film_of(faint, rectangle(MIDDLE, fill="#FFFFFF")))


# ---- palettes ----


class Blinking(Still):
    """A bright card that comes and goes four times a second, or slowly."""

    hertz = 4.0

    def construct(self) -> None:
        card = rectangle(MIDDLE.grown(60), fill="#FFFFFF")

        def comes_and_goes(t):
            return float(int(t * 2 * self.hertz * 2) % 2)

        self.beat("first", FadeIn(card, rate_func=comes_and_goes, run_time=2))


@pytest.mark.parametrize(("hertz", "passes"), [(4.0, False), (1.0, True)])
def test_a_scene_that_flashes_is_caught(hertz, passes):
    scene = type("Blink", (Blinking,), {"hertz": hertz, "__module__": __name__})
    rows = list(flashing.check(screen(scene, size=(480, 270), fps=30)))
    assert (not rows) is passes
    assert {row.beat for row in rows} <= {"first"}


# ---- joins ----


class Two(Still):
    """Two beats; in between a card is put on stage, or it fades in."""

    jumps = True

    def construct(self) -> None:
        card = rectangle(MIDDLE, fill="#FFFFFF")
        self.beat("first", Wait(run_time=0.2))
        if self.jumps:
            self.add(card)
        self.beat("second", FadeIn(card, rate_func=rate_functions.smooth))


@pytest.mark.parametrize("jumps", [True, False])
def test_beats_join(jumps):
    scene = type("Joined", (Two,), {"jumps": jumps, "__module__": __name__})
    rows = list(beats_join.check(screen(scene, size=(480, 270), fps=5)))
    assert bool(rows) is jumps
    for row in rows:
        assert row.beat == "second"
        assert row.box.x == pytest.approx(MIDDLE.x, abs=8)
        assert row.box.width == pytest.approx(MIDDLE.width, abs=16)


# ---- the film ----


def test_what_is_looked_at_is_what_manim_draws(monkeypatch):
    """To the last pixel, of every picture and of every ground without letters."""
    repair, compared = Paper.draw, []

    def twice(self, things):
        repair(self, things)
        anew = manim.Camera()
        anew.background_color = self.camera.background_color
        anew.reset()
        anew.capture_mobjects(things, include_submobjects=False)
        np.testing.assert_array_equal(self.pixels, anew.pixel_array[..., :3])
        compared.append(things)

    monkeypatch.setattr(Paper, "draw", twice)
    film = screen(chapter_class("blank"), size=(320, 180), fps=4)
    assert len(compared) > 2 * len(film.shots) > 10


@pytest.mark.parametrize(
    "chapter", ["blank_product", *(pytest.param(n, marks=pytest.mark.long) for n in scenes.FILM)]
)
def test_chapters_can_be_seen(chapter):
    """Each noun of the kit is looked at on every push, by its examples: tests/catalogue."""
    film = screen(chapter_class(chapter))
    rules = (text_contrast, graphic_contrast, flashing, beats_join)
    assert not [finding for rule in rules for finding in rule.check(film)]
    assert {shot.beat for shot in film.shots if shot.settled} == {join.beat for join in film.joins}
    assert len(list(standing(film))) > len(film.joins)
