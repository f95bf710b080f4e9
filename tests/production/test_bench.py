"""The bench measures what it says: the right runs, the right pictures, the right sums."""

import subprocess
import sys
from pathlib import Path

import click
import numpy as np
import pytest

from mathcore import RecipeBook
from scenes.kit.stage import choices
from scenes.kit.stage.script import Script
from scenes.production.bench import changes, floor, pictures, shots
from scenes.production.bench.figures import figures
from scenes.production.bench.likeness import OURS, PLAIN, Comparison
from scenes.production.bench.measured import Likeness, Measured
from scenes.production.bench.memory import Peak, Watch, family
from scenes.production.bench.shots import Shot
from scenes.production.bench.workshop import Workshop, workshop
from scenes.production.encoding.colour import to_frame
from scenes.production.planning.settings import Quality, Settings
from scenes.production.workers.outcome import Outcome
from tests.production.tiny import TINY

MEGABYTE = 10**6
linux = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc")
Made = tuple[Settings, Outcome]
pytestmark = pytest.mark.usefixtures("tiny_shots")


# ---- the changes ----


@pytest.mark.parametrize("chapter", choices.chapters())
def test_the_other_wording_changes_one_spoken_line_and_nothing_else(chapter: str) -> None:
    path = choices.SCENES / f"{chapter}.toml"
    before = path.read_text("utf-8").splitlines()
    after = changes.with_other_wording("\n".join(before)).splitlines()
    (was, becomes), *more = [pair for pair in zip(before, after, strict=True) if len(set(pair)) > 1]
    assert not more
    assert sorted(was.split()) != was.split()
    assert len(was) == len(becomes)


def test_the_other_wording_is_heard(tmp_path: Path) -> None:
    path = tmp_path / "row_by_column.toml"
    script = (choices.SCENES / path.name).read_text("utf-8")
    path.write_text(changes.with_other_wording(script), "utf-8")
    before, after = Script.load(choices.SCENES / path.name), Script.load(path)
    assert before.title == after.title
    assert str(before) != str(after)


@pytest.mark.parametrize("example", ["cocktails", "smoothies", "paint", "grades"])
def test_the_other_shares_still_make_a_whole(tmp_path: Path, example: str) -> None:
    path = tmp_path / f"{example}.toml"
    before = choices.EXAMPLES / path.name
    path.write_text(changes.with_other_shares(before.read_text("utf-8")), "utf-8")
    apart = RecipeBook.load(path).shares != RecipeBook.load(before).shares
    assert apart.sum() == 2


def test_a_file_without_such_a_line_is_refused() -> None:
    with pytest.raises(ValueError, match="no line like shares"):
        changes.with_other_shares("")
    with pytest.raises(ValueError, match="no line like en"):
        changes.with_other_wording('[one.notes]\nen = "A note alone."\n')


# ---- the workshop ----


def test_the_workshop_is_a_copy_that_runs_and_goes_away() -> None:
    with workshop(["row_by_column"]) as place:
        run = place.run("-c", "import scenes, sys; sys.exit('workshop' in scenes.__file__)")
        assert run.seconds > 0
        assert (place.folder / "assets/examples/cocktails.toml").is_file()
        assert not (place.folder / ".cache").exists()
        (place.folder / "out").mkdir()
        place.empty()
        assert not (place.folder / "out").exists()
    assert not place.folder.exists()


def test_a_run_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="ended with status 3:\nno such thing"):
        Workshop(tmp_path).run("-c", "import sys; print('no such thing'); sys.exit(3)")


def test_a_change_is_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("before", "utf-8")
    with Workshop(tmp_path).changed("a.toml", "after"):
        assert file.read_text("utf-8") == "after"
    assert file.read_text("utf-8") == "before"


@linux
def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    child = f"import time; kept = bytes(1) * {120 * MEGABYTE}; time.sleep(1)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    running = subprocess.Popen([sys.executable, "-c", parent])
    with Watch(running.pid) as watch:
        running.wait()
    assert watch.peak is not None
    assert 120 * MEGABYTE < watch.peak.largest < watch.peak.together < 200 * MEGABYTE
    assert list(family(running.pid)) == [running.pid]


# ---- the pictures ----


def test_the_same_picture_is_entirely_alike_and_a_lesser_one_less() -> None:
    pixels = np.zeros((54, 96, 4), np.uint8)
    pixels[10:30, 20:60] = (200, 100, 50, 255)
    pixels[..., 3] = 255
    compare, other = Comparison(96, 54, OURS), Comparison(96, 54, PLAIN)
    frame = to_frame(pixels, "yuv444p")
    assert compare(frame, pixels) == pytest.approx(1, abs=0.01)
    assert compare(frame, 255 - pixels) < 0.9
    assert other(frame, pixels) < compare(frame, pixels)  # the wrong matrix is seen


def test_every_play_is_shown_with_all_its_frames(settings: Settings) -> None:
    shown: dict[int, int] = {}
    keep = lambda play, shot: shown.update({play: shot.frames})  # noqa: E731
    shots.show_plays(settings, "row_by_column", lambda play: play != 1, keep)
    assert shown == {0: 12, 2: 3}


def test_our_film_is_like_what_was_drawn(
    made: Made, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "EVERY", 1)
    ours = made[0].folder / "row_by_column.mp4"
    parts = sorted(made[0].folder.glob("row_by_column/*.mp4"))
    plain = [parts[0], parts[1], parts[1]]
    found = pictures.view(settings, "row_by_column", ours, plain)
    assert len(found.ours) == len(found.plain) == 20
    assert min(found.ours) > 0.9


def test_another_scene_is_not_compared(made: Made, settings: Settings) -> None:
    ours = made[0].folder / "row_by_column/01-all_red.mp4"
    with pytest.raises(click.ClickException, match="not of the same scene"):
        pictures.view(settings, "row_by_column", ours, [ours] * 3)


def test_the_floor_encodes_every_frame(settings: Settings, tmp_path: Path) -> None:
    shot = Shot()
    shot.write_frame(np.zeros((TINY.height, TINY.width, 4), np.uint8))
    shot.hold(29)
    np.save(tmp_path / "0.npy", np.stack(shot.pictures))
    seen: list[int] = []

    class Counting(floor.SegmentEncoder):
        def write_frame(self, *arguments: object) -> None:
            seen.append(1)
            super().write_frame(*arguments)

    waiting = floor.Waiting(tmp_path / "0.npy", tuple(shot.stands), False, settings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(floor, "SegmentEncoder", Counting)
        assert floor._encode(waiting) > 0
    assert len(seen) == 30


# ---- the figures ----


def measured(cold: float, **changed: float) -> Measured:
    others = {"plain": 200.0, "floor": 50.0, "again": 2.0, "share": 70.0, "still": 4.0}
    others |= {"chapter": 25.0, "end": 3.0, "wording": 4.0, "line": 10.0}
    seconds = {"cold": cold, **others, **changed}
    likeness = Likeness([0.98, 1.0], [0.98, 0.98])
    peak = Peak(2**30, 4 * 2**30)
    return Measured(seconds, {1: 150.0, 2: cold}, 12, 10, 0.1, peak, likeness)


def test_the_middle_of_the_repeats_counts() -> None:
    found = {each.what: each for each in figures([measured(80), measured(10), measured(60)])}
    assert found["plain Manim"].value == pytest.approx(60 / 200)
    assert found["2 at work"].value == pytest.approx(60 / 150)


def test_a_target_is_met_or_not() -> None:
    found = {each.what: each.met for each in figures([measured(100, wording=7.0)])}
    assert found == {
        "from nothing, all cores": None,
        "plain Manim": False,  # 0.5 of it
        "bytes": True,  # 1.2 of its
        "SSIM of ours": True,
        "floor: encoding alone": False,  # 2.0
        "nothing changed": True,  # 2 s of 3
        "one share changed": None,
        "one caption's wording changed": False,  # 0.07
        "one line of code changed": True,  # 10 s, and a tenth of 100 s is its share
        "a still of its middle": True,  # 0.16
        "a still of its end by plain Manim": False,  # 4 s, and Manim took 3
        "1 at work": None,
        "2 at work": False,  # 0.67
        "memory of the largest process": None,
        "memory of all together": False,  # 4 GiB
    }


def test_a_size_that_is_odd_is_no_trouble() -> None:
    assert Comparison(854, 480, OURS)(
        to_frame(np.zeros((480, 854, 4), np.uint8), "yuv420p"), np.zeros((480, 854, 4), np.uint8)
    ) == pytest.approx(1, abs=0.01)
    assert Quality(854, 480, 15).width % 4
