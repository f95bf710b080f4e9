"""What is too faint, flashes or jumps is caught; what just passes is let pass."""

from __future__ import annotations

from pathlib import Path

import manim
import numpy as np
import pytest
from manim import FadeIn, Wait, rate_functions

from scenes.kit.choices import chapter_class
from scenes.kit.frame import HEIGHT, WIDTH, Box
from scenes.kit.shapes import for_the_eye, path, rectangle
from scenes.kit.stage import Chapter
from scenes.kit.text import Label
from scenes.kit.theme import THEMES, Theme
from scenes.production.gate.contrast import contrast
from scenes.production.gate.flashes import densest, flashes
from scenes.production.gate.palette import SIGHTS, distances, seen
from scenes.production.gate.rules import (
    beats_join,
    graphic_contrast,
    palette_distance,
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
    def _script_path(cls):
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


def test_distances_written_out():
    """Black and white are 100 apart in CAM02-UCS, in every kind of sight."""
    assert [pair.distance for pair in distances(("#000000", "#FFFFFF"))] == pytest.approx(
        [100] * len(SIGHTS), abs=0.1
    )
    assert not any(pair.distance for pair in distances(("#4AA6F6", "#4AA6F6")))


def test_sight_is_that_of_machado():
    """The published matrix for protanopia, applied to linear red: 0.152286, 0.114503, −0.003882."""
    red = seen(["#FF0000"], "protanopic")[0]
    linear = np.where(red <= 0.04045, red / 12.92, ((red + 0.055) / 1.055) ** 2.4)
    assert linear == pytest.approx([0.152286, 0.114503, 0], abs=1e-4)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("use", ["text", "fill"])
def test_all_hues_can_be_told_apart(theme: Theme, use):
    colours = tuple(getattr(hue, use) for hue in theme.hues)
    assert not list(palette_distance.too_near(use, colours))
    assert distances(colours)[0].distance >= palette_distance.LEAST


def test_hues_that_only_some_can_tell_apart_are_caught():
    """The liqueur and the cola of the first draft, without blue cones."""
    (what, name), *others = palette_distance.too_near("text", ("#F24A8D", "#EE7B30"))
    assert "8.9 apart in tritanopic sight" in what
    assert name == "k1/k2"
    assert not others


# ---- flashes ----

SIZE = (120, 213)


def blinking(hertz, wide, high, *, seconds=3, dark=(0, 0, 0), light=(255, 255, 255), x=60, y=30):
    """Frames in which a rectangle of pixels of the full frame blinks."""
    down, across = (slice(a, a + round(b / WIDTH * SIZE[1])) for a, b in ((y, high), (x, wide)))
    for n in range(round(seconds * FPS * 2)):
        frame = np.full((*SIZE, 3), 16, np.uint8)
        frame[down, across] = light if int(n / (2 * FPS) * hertz * 2) % 2 else dark
        yield frame, 1


def flashes_of(*args, **kwargs):
    return list(flashes(blinking(*args, **kwargs), 2 * FPS))


FIFTH = (480, 216)  # pixels: 5 % of the frame, 45 % of a window


def test_a_blinking_twentieth_of_the_frame_is_caught():
    assert FIFTH[0] * FIFTH[1] == 0.05 * WIDTH * HEIGHT
    (first, *_) = flashes_of(4, *FIFTH)
    assert first.kind == "general"
    assert first.share == pytest.approx(0.45, abs=0.02)
    assert first.frame < 1.1 * 2 * FPS, "within the first second"


def test_three_flashes_a_second_are_allowed():
    assert not flashes_of(2, *FIFTH)
    assert not flashes_of(3, *FIFTH)


def test_small_blinking_is_allowed():
    assert not flashes_of(4, 192, 108), "1 % of the frame"


def test_a_quarter_of_the_window_is_the_limit():
    assert not flashes_of(4, 320, 170)
    assert flashes_of(4, 330, 190)


def test_faint_blinking_is_allowed():
    assert not flashes_of(4, *FIFTH, dark=(100, 100, 100), light=(120, 120, 120))
    assert flashes_of(4, *FIFTH, dark=(100, 100, 100), light=(150, 150, 150))


def test_blinking_between_light_shades_is_allowed():
    assert not flashes_of(4, *FIFTH, dark=(240, 240, 240), light=(255, 255, 255))


def test_red_blinking_is_caught_though_it_is_dark():
    (first, *_) = flashes_of(4, *FIFTH, light=(150, 0, 0))
    assert first.kind == "red"


def test_one_change_is_no_flash():
    frames = [(np.full((*SIZE, 3), shade, np.uint8), 15) for shade in (0, 255, 255)]
    assert not list(flashes(frames, FPS))


def test_held_frames_take_their_time():
    """The same changes, slower: held for a third of a second each."""
    shades = (0, 255) * 6
    frames = [(np.full((*SIZE, 3), shade, np.uint8), 5) for shade in shades]
    assert not list(flashes(frames, FPS))
    assert list(flashes([(frame, 1) for frame, _ in frames], FPS))


def test_the_densest_window_is_found():
    mask = np.zeros(SIZE, bool)
    mask[80:, 150:] = True
    share, box = densest(mask)
    assert share > 0.8
    assert box.x > 1200
    assert box.y > 600


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


@pytest.mark.parametrize("chapter", ["recipes_to_matrix", "row_by_column"])
def test_chapters_can_be_seen(chapter):
    film = screen(chapter_class(chapter))
    rules = (text_contrast, graphic_contrast, flashing, beats_join)
    assert not [finding for rule in rules for finding in rule.check(film)]
    assert {shot.beat for shot in film.shots if shot.settled} == {join.beat for join in film.joins}
    assert len(list(standing(film))) > len(film.joins)
