"""A scene is a test: every chapter with every example, in both languages and both themes.

Each passes the rules of the gate that need no pictures, and what is asked of a clip for a slide.
A chapter that takes a layer file is played with every one of its kind, and with every example only
if it shows recipes too.  The usual material is played in every language and theme, and must stand
in the same places in both themes; so the other material takes each of them once.  Of the examples
in the middle, neither the largest nor the smallest, each chapter takes one, in one look; the longer
run takes all of them in both.
"""

from itertools import pairwise, product

import pytest

import scenes
from mathcore import LANGUAGES, kind_of
from mathcore.listing import files_in
from scenes.kit.ground.theme import THEMES
from scenes.kit.stage.choices import SCENES, find_example
from scenes.kit.stage.layers import layers
from scenes.kit.stage.script import caption_lines
from scenes.production.gate.judging import judge
from tests.rehearsal import EXTREMES, FRAME_RATE, SHIPPED, chapters, of_one_look, performed

CHAPTERS = chapters()
FRAME = 1 / FRAME_RATE
CAPTION = 1.0, 7.0  # seconds
CROWDED = 7.5  # the longest caption where everything is at its limit
BEAT = 2.0, 13.0
WHOLE = 12.0, 95.0
USUAL = find_example("cocktails")
LIMITS = files_in(EXTREMES, "*.toml")
MIDDLE = [path for path in SHIPPED if path != USUAL]
CROSS = list(product(LANGUAGES, THEMES))
PAIRS = list(zip(LANGUAGES, THEMES, strict=True))


def test_every_file_has_the_scene_of_its_name():
    for name, chapter in CHAPTERS.items():
        assert chapter.__name__ == "".join(word.capitalize() for word in name.split("_"))


def test_the_film_is_made_of_them():
    assert scenes.FILM
    assert set(scenes.FILM) <= set(CHAPTERS)


def looks():
    """Yield every chapter with all that it can be shown with, the usual first."""
    for name, chapter in CHAPTERS.items():
        yield from ((name, USUAL, None, *look) for look in CROSS)
        if shows_recipes(name, chapter):
            others = [path for path in (*SHIPPED, *LIMITS) if path != USUAL]
            yield from ((name, path, None, *look) for path, look in product(others, PAIRS))
        if chapter.layer_kind is not None:
            fitting = [p for n, p in layers().items() if n != chapter.default_layer]
            fitting = [path for path in fitting if kind_of(path) == chapter.layer_kind]
            yield from ((name, USUAL, path, *look) for path, look in product(fitting, PAIRS))


def shows_recipes(name, chapter):
    """Tell whether a chapter's pictures depend on the example: else its source has no ``book``."""
    alone = chapter.layer_kind is None and "book" in (SCENES / f"{name}.py").read_text("utf-8")
    return alone or chapter.recipes_too


def of(name, example, layer, language, theme):
    """Return a look as a test's arguments; the usual ones of a chapter are of one group."""
    material = layer or (example if example != USUAL else None)
    marks = [] if material else [of_one_look(name)]
    if material in MIDDLE and (material, (language, theme)) != in_turn(name):
        marks = [pytest.mark.long]
    words = [name, material.stem if material else "usual", language, theme]
    return pytest.param(name, example, layer, language, theme, id="-".join(words), marks=marks)


def in_turn(name):
    """Return the example in the middle that a chapter takes, and its look."""
    place = list(CHAPTERS).index(name)
    return MIDDLE[place % len(MIDDLE)], PAIRS[place % len(PAIRS)]


def rehearsal(name, example, layer, language, theme):
    chosen = {"language": language, "theme": theme}
    return performed(name, example=None if example == USUAL else example, layer=layer, **chosen)


@pytest.mark.parametrize(
    ("name", "example", "layer", "language", "theme"), [of(*look) for look in looks()]
)
def test_every_chapter_runs_with_all_its_material(name, example, layer, language, theme):
    scene, performance = rehearsal(name, example, layer, language, theme)
    assert [(row.rule, row.finding.beat, row.finding.what) for row in judge(performance)] == []
    check_that_all_beats_are_told(scene)
    check_that_no_moment_is_missing(scene)
    longest = CROWDED if example.stem == "largest" else CAPTION[1]
    check_that_captions_can_be_read(scene, longest)
    check_that_beats_are_clips(scene)
    if name in scenes.FILM:
        assert WHOLE[0] <= scene.timeline[-1].end <= WHOLE[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [pytest.param(name, marks=of_one_look(name)) for name in CHAPTERS])
def test_all_is_written_in_the_same_places_in_both_themes(name, language):
    night, paper = (rehearsal(name, USUAL, None, language, theme)[1] for theme in THEMES)
    assert night.timeline == paper.timeline
    pairs = zip(map(places, night.moments), map(places, paper.moments), strict=True)
    for before, after in pairs:
        assert set(before) ^ set(after) == set(), before[0]
        assert before == after


def places(moment):
    """What is written, where, when and how large: all but its colour."""
    return [
        (moment.beat, moment.seconds, t.text, t.role, t.box, t.baseline, t.size, t.bold, t.layer)
        for t in moment.texts
    ]


def check_that_all_beats_are_told(scene):
    """Each beat is a section; where there is but one mixture, those about the others are not."""
    told, written = [beat.name for beat in scene.timeline], list(scene.script.beats)
    assert scene.sections == told
    usual = scene.layer is None or scene.layer_path.stem == scene.default_layer
    if len(scene.book.mixtures) > 1 and usual:
        assert told == written
    assert told == [name for name in written if name in told]


def check_that_no_moment_is_missing(scene):
    """Beats follow each other without a gap, in whole frames, and captions fill them."""
    timeline = scene.timeline
    assert timeline[0].start == 0
    assert all(before.end == after.start for before, after in pairwise(timeline))
    assert timeline[-1].end * FRAME_RATE == pytest.approx(scene.frames)
    for beat in timeline:
        assert beat.start <= beat.cues[0].start
        assert beat.cues[-1].end == beat.end
        assert all(before.end == after.start for before, after in pairwise(beat.cues))
        for cue in beat.cues:
            assert cue.end * FRAME_RATE == pytest.approx(round(cue.end * FRAME_RATE))


def check_that_captions_can_be_read(scene, longest):
    """No caption is gone before it is read, stays too long, or needs a third line."""
    for cue in (cue for beat in scene.timeline for cue in beat.cues):
        assert CAPTION[0] - FRAME <= cue.end - cue.start <= longest + FRAME, cue
        for language in LANGUAGES:
            assert len(caption_lines(cue.text[language], language)) <= 2


def check_that_beats_are_clips(scene):
    """Every beat is long enough, and short enough, to stand on a slide."""
    for beat in scene.timeline:
        assert BEAT[0] <= beat.end - beat.start <= BEAT[1], beat.name
