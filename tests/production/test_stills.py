"""A still is the frame of the film, to the last pixel, and nothing but it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from scenes.__main__ import main
from scenes.kit.stage.script import Script
from scenes.production.bench.shots import Shot, show_plays
from scenes.production.commands import options
from scenes.production.drawing import renderer as renderers
from scenes.production.drawing import running, sampling
from scenes.production.drawing.beats import played_beats
from scenes.production.drawing.canvas import Canvas
from scenes.production.drawing.renderer import png_of
from scenes.production.drawing.sampling import sample
from scenes.production.drawing.stills import Moment, draw_stills
from scenes.production.encoding.colour import Pixels
from scenes.production.planning.settings import Quality, Settings
from scenes.production.workers.outcome import Outcome
from scenes.row_by_column import RowByColumn
from tests.production.tiny import Tiny
from tests.rehearsal import EXTREMES

CHAPTER, SIZE = "row_by_column", Quality(128, 72, 8)
Film = tuple[Settings, dict[str, list[Pixels]]]
Made = tuple[Settings, Outcome]


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    """Every frame of a chapter, beat by beat, as it goes to the encoder."""
    cache = tmp_path_factory.mktemp("cache")
    settings = Settings(EXTREMES / "smallest.toml", quality=SIZE, cache=cache)
    pictures: dict[int, list[Pixels]] = {}

    def keep(play: int, shot: Shot) -> None:
        pairs = zip(shot.pictures, shot.stands, strict=True)
        pictures[play] = [pixels for pixels, frames in pairs for _ in range(frames)]

    show_plays(settings, CHAPTER, lambda _: True, keep)
    scene = sample(settings, CHAPTER, lambda *_: [], lambda *_: None)
    beats: dict[str, list[Pixels]] = {}
    for number, play in enumerate(scene.renderer.file_writer.plays):
        beats.setdefault(play.beat, []).extend(pictures[number])
    return settings, beats


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """Count what is drawn; an encoder must not be made."""
    seen: list[None] = []

    def draw(canvas: Canvas, things: Any, draw: Callable[..., Any] = Canvas.draw) -> Any:
        seen.append(None)
        return draw(canvas, things)

    monkeypatch.setattr(Canvas, "draw", draw)
    monkeypatch.setattr(renderers, "SegmentEncoder", None)
    return seen


def test_any_moments_of_a_chapter_are_frames_of_its_film(film: Film, drawn: list[None]) -> None:
    settings, beats = film
    lengths = {beat: len(frames) / SIZE.fps for beat, frames in beats.items()}

    def times(beat: str) -> st.SearchStrategy[Moment]:
        at = st.none() | st.floats(0, lengths[beat], exclude_max=True)
        return at.map(lambda seconds: Moment(beat, seconds))

    @hypothesis_settings(max_examples=5)
    @given(st.lists(st.sampled_from(list(beats)).flatmap(times), min_size=1, max_size=4))
    def law(moments: list[Moment]) -> None:
        drawn.clear()
        pictures = draw_stills(settings, CHAPTER, moments).pictures
        assert pictures.keys() == set(moments)
        frames = {(each.beat, frame_of(each)) for each in moments}
        for moment in moments:
            film_frame = beats[moment.beat][frame_of(moment)]
            np.testing.assert_array_equal(pictures[moment], film_frame, str(moment))
        assert len(drawn) <= len(frames), "nothing else is drawn"

    def frame_of(moment: Moment) -> int:
        last = len(beats[moment.beat]) - 1
        return last if moment.at is None else int(Decimal(repr(moment.at)) * SIZE.fps)

    law()
    first = Moment(next(iter(beats)), 0.0)  # nothing has been played before it
    np.testing.assert_array_equal(
        draw_stills(settings, CHAPTER, [first]).pictures[first], beats[first.beat][0]
    )
    sixth = draw_stills(settings, CHAPTER, [Moment("first_cell", 0.75)])
    np.testing.assert_array_equal(
        sixth.pictures[Moment("first_cell", 0.75)], beats["first_cell"][6]
    )


def test_what_comes_after_the_moment_is_not_run(film: Film) -> None:
    settings, beats = film
    moment = Moment("the_meeting_place")
    lengths = draw_stills(settings, CHAPTER, [moment]).lengths
    first_two = ["a_number_each", "the_meeting_place"]
    assert lengths == {beat: len(beats[beat]) for beat in first_two}


def test_the_end_of_a_beat_is_the_still_beside_its_clip(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a scene too that is no chapter, and ends its beats with no rest."""
    monkeypatch.setattr(sampling, "chapter_class", lambda name: Tiny)
    pictures = draw_stills(made[0], CHAPTER, [Moment("all_red"), Moment("a_dot")]).pictures
    for number, (moment, pixels) in enumerate(pictures.items(), 1):
        clip = made[0].folder / CHAPTER / f"{number:02}-{moment.beat}.png"
        assert png_of(pixels, transparent=False) == clip.read_bytes()


def test_a_beat_of_a_chapter_that_does_not_rest_has_a_last_frame_too(
    film: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Restless(RowByColumn):
        def _dwell(self, still: float, until: float = 0.0) -> None:
            self._close_cue()

    for module in (running, sampling):
        monkeypatch.setattr(module, "chapter_class", lambda name: Restless)
    end = Moment("a_number_each")
    stills = draw_stills(film[0], CHAPTER, [end])
    same = Moment(end.beat, (stills.lengths[end.beat] - 1) / SIZE.fps)
    again = draw_stills(film[0], CHAPTER, [same]).pictures[same]
    np.testing.assert_array_equal(stills.pictures[end], again)


def test_the_beats_are_listed_with_the_lengths_of_the_film(film: Film) -> None:
    settings, beats = film
    listed = played_beats(settings, CHAPTER)
    lengths = [(beat, len(frames) / SIZE.fps) for beat, frames in beats.items()]
    assert [(each.name, each.seconds) for each in listed] == lengths
    said = Script.load(RowByColumn.script_path()).beat(listed[-2].name).lines
    assert listed[-2].caption == said[-1]["en"] != ""


# ---- the command ----

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def still(out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call ``still`` in this process, from an empty folder."""
    monkeypatch.setattr(options, "CACHE", out.absolute().parent / "cache")
    for name in ("SCENE_EXAMPLE", "SCENE_LANG", "SCENE_THEME", "SCENE_LAYER"):
        monkeypatch.delenv(name, raising=False)

    def call(*words: str) -> tuple[int, str, str]:
        status = main(["still", *words, "--quality", "l"])
        return status, *capsys.readouterr()

    return call


def test_each_beat_and_each_moment_is_a_file_that_is_named(still: Call) -> None:
    status, told, said = still("blank/the_picture", "blank/the_recipes", "--at", "1", "--at", "0.5")
    assert (status, said) == (0, "")
    beats = ("the_picture", "the_recipes")
    stills = [f"out/cocktails/en-480p15/stills/blank/{b}@{t}s.png" for b in beats for t in (1, 0.5)]
    assert told.splitlines() == stills
    assert all(Path(name).read_bytes().startswith(b"\x89PNG") for name in stills)


def test_a_chapter_alone_means_all_of_its_beats_in_the_look_that_is_asked_for(still: Call) -> None:
    words = ("--lang", "zh", "--theme", "paper", "--example", "smoothies", "--transparent")
    status, told, _ = still("blank", *words)
    assert status == 0
    folder = "out/smoothies/zh-paper-480p15/stills/blank"
    beats = ("the_picture", "the_recipes", "one_sum")
    assert told.split() == [f"{folder}/{beat}-alpha.png" for beat in beats]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (
            ["blank/the_recipe"],
            ['beat of blank "the_recipe"', '"the_recipes"?', "the_picture, the_"],
        ),
        (["blnk/the_recipes"], ['unknown chapter "blnk"; did you mean "blank"?']),
        (["blank/the_picture", "--at", "60"], ["the_picture: 60 s is outside", "s long", "before"]),
        (["blank/the_picture", "--at", "inf"], ['"inf" is not a number']),
        ([], ["CHAPTER[/BEAT]"]),
    ],
)
def test_what_is_not_there_is_said_with_what_is(
    still: Call, words: list[str], parts: list[str]
) -> None:
    status, told, said = still(*words)
    assert (status, told) == (2, "")
    assert all(part in said for part in parts), said


def test_the_length_that_is_said_is_the_first_time_that_is_refused(still: Call) -> None:
    said = still("blank/the_picture", "--at", "60")[2]
    seconds = float(said.partition("which is ")[2].split()[0])
    assert still("blank/the_picture", "--at", str(seconds - 1 / 15))[0] == 0
    assert still("blank/the_picture", "--at", f"{seconds + 0.01}")[0] == 2


def test_a_beat_that_this_example_does_not_have_is_named(still: Call) -> None:
    """With one mixture there are no other cells."""
    smallest = str(EXTREMES / "smallest.toml")
    status, _, said = still("row_by_column/the_other_cells", "--example", smallest)
    assert status == 2
    assert "row_by_column/the_other_cells: this beat is not played with" in said


def test_of_a_chapter_only_the_beats_that_are_told_are_drawn(still: Call) -> None:
    smallest = str(EXTREMES / "smallest.toml")
    status, drawn, said = still("row_by_column", "--example", smallest)
    assert (status, said) == (0, "")
    assert "the_other_cells" not in drawn
    assert "the_meeting_place" in drawn


def test_a_fault_of_the_scene_is_said_with_its_beat(
    still: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Faulty(Tiny):
        fault = IndexError("no such bottle")

    for module in (running, sampling):
        monkeypatch.setattr(module, "chapter_class", lambda name: Faulty)
    status, _, said = still("row_by_column/first_cell")
    assert status == 1
    assert said.startswith('row_by_column: beat "a_dot", example "cocktails": IndexError: no such')
    assert "tests/production/tiny.py, line" in said
