"""Every delivered MP4 keeps its promises, and the probe would notice if it did not.

``PROBE=out/cocktails/en ./render.sh test tests/production/test_probe.py`` probes a film of yours.
"""

import json
import os
import shutil
from pathlib import Path

import av
import numpy as np
import pytest

import scenes
from scenes.__main__ import main
from scenes.production.delivery.manifest import NAME, write_manifest
from scenes.production.delivery.videos import deliver_film
from scenes.production.encoding.colour import to_frame, to_pixels
from scenes.production.planning.settings import Settings
from scenes.production.probe import promises
from scenes.production.probe.promises import broken_promises
from scenes.production.probe.reading import colour_error, read_video
from scenes.production.workers.outcome import Outcome

Made = tuple[Settings, Outcome]


@pytest.fixture(scope="module")
def delivered(made: Made) -> Settings:
    settings, outcome = made
    assert outcome.filmed is not None
    film = deliver_film(settings, [outcome.filmed])
    write_manifest(settings, [film, *outcome.delivered])
    return settings


@pytest.fixture
def folder(delivered: Settings, tmp_path: Path) -> Path:
    """A copy of the film, to be spoilt."""
    return shutil.copytree(delivered.folder, tmp_path / "film")


def test_every_file_keeps_every_promise(delivered: Settings) -> None:
    assert list(broken_promises(delivered.folder)) == []


@pytest.mark.skipif("PROBE" not in os.environ, reason="PROBE names no folder")
def test_the_film_that_was_named_keeps_every_promise() -> None:
    assert list(broken_promises(Path(os.environ["PROBE"]))) == []


def again(video: Path, options: dict[str, str]) -> None:
    """Encode a video anew, as a program does that has not been told better."""
    with av.open(str(video)) as container:
        frames = list(container.decode(video=0))
        rate = container.streams.video[0].average_rate
    with av.open(str(video), "w") as container:
        stream = container.add_stream("libx264", rate=rate, options=options)
        stream.width, stream.height, stream.pix_fmt = frames[0].width, frames[0].height, "yuv420p"
        for number, frame in enumerate(frames):
            frame.pts, frame.time_base, frame.pict_type = number, 1 / rate, 0
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


def faults(folder: Path, name: str) -> str:
    return "\n".join(fault for fault in broken_promises(folder) if name in fault)


def test_plain_encoding_breaks_most_of_them(folder: Path) -> None:
    again(folder / "row_by_column.mp4", {"bf": "2", "profile": "main", "sc_threshold": "0"})
    said = faults(folder, "row_by_column.mp4")
    for words in (
        "h264 Main yuv420p, not h264 High yuv420p",
        "another order",
        "half a second",
        "index stands behind",
        "edit list",
        "colour tags",
        "subtitles are in []",
        "0 chapter marks",
        "begins with a keyframe",
    ):
        assert words in said


def test_a_wrong_part_is_noticed(folder: Path) -> None:
    shutil.copy(folder / "row_by_column/01-all_red.mp4", folder / "row_by_column/02-a_dot.mp4")
    said = "\n".join(broken_promises(folder))
    assert "row_by_column.mp4: it has 20 frames, and its 2 parts have 24" in said
    assert "02-a_dot.mp4: it has 12 frames, and the manifest says 0.8 s" in said
    assert "02-a_dot.mp4: its colours are off" not in said  # a white dot has no colour


def test_the_parts_of_a_film_follow_its_story() -> None:
    """Whatever the order in which a manifest lists them."""
    film = {"stem": "film", "chapter": None, "beat": None}
    chapters = [{"stem": name, "chapter": name, "beat": None} for name in sorted(scenes.FILM)]
    parts = promises._parts_of(film, [film, *chapters])
    assert [part["stem"] for part in parts] == list(scenes.FILM)
    assert list(scenes.FILM) != sorted(scenes.FILM)


def test_too_many_bytes_are_noticed(folder: Path) -> None:
    with (folder / "film.mp4").open("ab") as file:
        file.write((300_000).to_bytes(4, "big") + b"free" + bytes(300_000 - 8))
    assert "MB a minute, more than 8" in faults(folder, "film.mp4")


def test_an_empty_folder_is_no_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["probe", str(tmp_path)]) == 1
    assert "no MP4 is listed" in capsys.readouterr().err


def test_the_command_tells_of_success(
    delivered: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["probe", str(delivered.folder)]) == 0
    assert "every MP4 is what it should be" in capsys.readouterr().out


def test_what_is_listed_and_gone_is_not_read(folder: Path) -> None:
    table = json.loads((folder / NAME).read_text("utf-8"))
    assert {video["stem"] for video in table["videos"]} >= {"film", "row_by_column"}
    (folder / "film.mp4").unlink()
    assert not faults(folder, "film.mp4")


def drawn(colour: tuple[int, int, int]) -> np.ndarray:
    return np.full((64, 64, 4), (*colour, 255), np.uint8)


def shown_with(matrix: str, pixels: np.ndarray) -> np.ndarray:
    frame = to_frame(pixels, "yuv420p")
    if matrix == "601":
        frame = av.VideoFrame.from_ndarray(pixels, format="rgba").reformat(format="yuv420p")
    return to_pixels(frame)


@pytest.mark.parametrize("colour", [(255, 0, 0), (90, 200, 120), (40, 90, 230), (240, 180, 60)])
def test_another_matrix_is_seen_in_the_colours(colour: tuple[int, int, int]) -> None:
    pixels = drawn(colour)
    assert colour_error(shown_with("709", pixels), pixels[..., :3]) < 4
    assert colour_error(shown_with("601", pixels), pixels[..., :3]) > 6


def test_grey_tells_nothing_of_the_matrix() -> None:
    pixels = drawn((90, 90, 90))
    assert colour_error(pixels[..., :3], pixels[..., :3]) is None


def test_a_video_is_read_as_it_was_made(delivered: Settings) -> None:
    video = read_video(delivered.folder / "row_by_column.mp4")
    assert (video.frames, video.rate, video.size) == (20, 10, (96, 54))
    assert video.subtitles == ("eng", "zho")
    assert [title for _, title in video.marks] == ["Red"]
