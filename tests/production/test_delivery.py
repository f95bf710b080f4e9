"""Files, names, folders; what stood there before; what is made again and what is not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image

from scenes.production.cache.files import sha256
from scenes.production.delivery.manifest import read_manifest, write_manifest
from scenes.production.delivery.videos import deliver_film
from scenes.production.planning.settings import QUALITIES, Quality, Settings
from scenes.production.workers.outcome import Outcome
from tests.production.tiny import EXAMPLE, TITLE, Tiny, make

COMPANIONS = (".png", ".en.vtt", ".en.srt", ".zh-CN.vtt", ".zh-CN.srt")
Made = tuple[Settings, Outcome]


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def film(made: Made) -> Made:
    """A film that shows the tiny chapter twice."""
    settings, outcome = made
    assert outcome.filmed is not None
    delivered = deliver_film(settings, [outcome.filmed, replace(outcome.filmed, name="again")])
    write_manifest(settings, [delivered, *outcome.delivered])
    return made


def test_the_files_have_the_names_that_were_promised(film: Made) -> None:
    stems = ["film", "row_by_column", "row_by_column/01-all_red", "row_by_column/02-a_dot"]
    expected = {stem + ending for stem in stems for ending in (".mp4", *COMPANIONS)}
    expected |= {"film.chapters.vtt", "film.youtube.txt", "row_by_column.chapters.vtt"}
    assert files(film[0].folder) == expected | {"manifest.json"}


@pytest.mark.parametrize(
    ("changes", "folder"),
    [
        ({}, "cocktails/en"),
        ({"language": "zh"}, "cocktails/zh"),
        (
            {"language": "zh", "theme": "paper", "quality": QUALITIES["l"]},
            "cocktails/zh-paper-480p15",
        ),
        ({"quality": replace(QUALITIES["h"], fps=60)}, "cocktails/en-1080p60"),
        ({"example": Path("/elsewhere/tea.toml")}, "tea/en"),
        ({"captions": False}, "cocktails/en-nocaptions"),
    ],
)
def test_the_folder_tells_what_differs_from_the_defaults(
    changes: dict[str, Any], folder: str
) -> None:
    settings = replace(Settings(EXAMPLE, out=Path("out")), **changes)
    assert settings.folder == Path("out") / folder


def test_folders_are_ascii_and_distinct() -> None:
    names = [Settings(Path(f"{name}.toml")).example_name for name in ("茶", "酒", "a b", "a_b")]
    assert all(name.isascii() and " " not in name for name in names)
    assert len(set(names)) == len(names)


def test_the_film_has_chapters_subtitles_and_a_title(film: Made) -> None:
    with av.open(str(film[0].folder / "film.mp4")) as container:
        marks = container.chapters()
        assert [mark["metadata"]["title"] for mark in marks] == [TITLE["en"]] * 2
        assert [mark["start"] * mark["time_base"] for mark in marks] == [0, 2]
        assert container.metadata["title"] == "Matrix multiplication is mixing"
        languages = [stream.metadata["language"] for stream in container.streams.subtitles]
        assert languages == ["eng", "zho"]
        assert not any(int(stream.disposition) for stream in container.streams.subtitles)
        texts = [bytes(packet)[2:].decode() for packet in container.demux(subtitles=1)]
    assert [text for text in texts if text] == ["全红。", "点在动。"] * 2


def test_subtitles_have_a_look_that_players_can_read(film: Made) -> None:
    """An empty description makes QuickTime refuse the track."""
    assert b"ftab" in (film[0].folder / "film.mp4").read_bytes()


def test_captions_of_the_film_go_on_where_a_chapter_ends(film: Made) -> None:
    text = (film[0].folder / "film.en.srt").read_text(encoding="utf-8")
    assert "3\n00:00:02,000 --> 00:00:03,200\nAll red.\n" in text


def test_captions_of_a_beat_begin_at_zero(film: Made) -> None:
    text = (film[0].folder / "row_by_column/02-a_dot.zh-CN.vtt").read_text(encoding="utf-8")
    assert "00:00:00.000 --> 00:00:00.800\n点在动。" in text


def test_the_manifest_lists_every_file_with_its_checksum(film: Made) -> None:
    folder = film[0].folder
    listed = [file for video in read_manifest(folder)["videos"] for file in video["files"]]
    assert {file["file"] for file in listed} == files(folder) - {"manifest.json"}
    assert all(sha256(folder / file["file"]) == file["sha256"] for file in listed)


def test_the_manifest_tells_what_a_beat_shows(film: Made) -> None:
    videos = {video["stem"]: video for video in read_manifest(film[0].folder)["videos"]}
    beat = videos["row_by_column/02-a_dot"]
    assert (beat["chapter"], beat["beat"]) == ("row_by_column", "a_dot")
    assert (beat["start"], beat["duration"]) == (1.2, 0.8)
    said = {"en": "A dot moves, < 1 s.", "zh": "点在动。"}
    assert beat["captions"] == [{"start": 0.0, "end": 0.8, "text": said}]
    assert beat["notes"] == {"en": "Say why.", "zh": "说说为什么。"}
    assert set(read_manifest(film[0].folder)["versions"]) == {"python", "manim", "av", "numpy"}


def test_the_manifest_keeps_what_an_earlier_run_made(settings: Settings) -> None:
    write_manifest(settings, make(settings).delivered)
    (settings.folder / "row_by_column/01-all_red.png").unlink()
    write_manifest(settings, make(replace(settings, format="webm")).delivered[:1])
    videos = {video["stem"]: video["files"] for video in read_manifest(settings.folder)["videos"]}
    names = {file["file"] for file in videos["row_by_column"]}
    assert {"row_by_column.mp4", "row_by_column.webm"} <= names
    assert "row_by_column/02-a_dot.mp4" in {f["file"] for f in videos["row_by_column/02-a_dot"]}


def test_webm_gif_and_transparency(settings: Settings) -> None:
    make(settings, format="webm")
    make(settings, format="gif")
    make(settings, transparent=True)
    names = files(settings.folder)
    stem = "row_by_column/02-a_dot"
    assert {f"{stem}.webm", f"{stem}.gif", f"{stem}-alpha.webm", f"{stem}-alpha.mov"} <= names
    with Image.open(settings.folder / f"{stem}.gif") as gif:
        assert gif.size == (640, 360)
        assert gif.n_frames == 8  # 0.8 s at 10 frames a second
    with av.open(str(settings.folder / f"{stem}-alpha.mov")) as container:
        assert container.streams.video[0].codec_tag == "ap4h"


def test_transparency_is_really_there(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def construct(scene: Any) -> None:
        scene.camera.background_color = "#F8F3E7"
        scene.next_section("nothing")
        scene.wait(0.3)

    monkeypatch.setattr(Tiny, "construct", construct)
    make(settings, transparent=True)
    still = Image.open(settings.folder / "row_by_column/01-nothing-alpha.png")
    assert still.getpixel((5, 5)) == (0, 0, 0, 0)
    with av.open(str(settings.folder / "row_by_column-alpha.webm")) as container:
        assert container.streams.video[0].metadata["alpha_mode"] == "1"
        decoder = av.CodecContext.create("libvpx-vp9", "r")
        frame = decoder.decode(next(container.demux(video=0)))[0]
    assert frame.reformat(format="rgba").to_ndarray()[..., 3].max() == 0


def test_the_manifest_is_json_for_everyone(film: Made) -> None:
    text = (film[0].folder / "manifest.json").read_text(encoding="utf-8")
    assert "点在动" in text  # readable, not escaped
    assert json.loads(text)["example"]["name"] == "cocktails"


def test_a_small_quality_is_the_same_length(settings: Settings) -> None:
    outcome = make(settings, quality=Quality(48, 28, 5))
    assert outcome.filmed is not None
    assert outcome.filmed.seconds == pytest.approx(2.0, abs=0.3)
