"""The pack: what is in it, what it leaves alone, and what is said when something is wrong."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from scenes.production.cache.files import sha256
from scenes.production.lecture import single_file
from scenes.production.lecture.archive import write_archive
from scenes.production.lecture.contents import AT_ONCE, ON_CLICK
from scenes.production.lecture.pack import Pack, Slides, plain, write_pack
from scenes.production.planning.settings import Settings
from tests.lecture.clockwork import CHAPTERS, LENGTHS, NOTES, SAID

Made = tuple[Settings, Pack]
PAGES = {
    *("index.html", "index-single.html", "README.txt"),
    *("transcript.en.html", "transcript.zh-CN.html", "manifest.json"),
}


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def stems() -> list[str]:
    beats = [f"{number:02}-{name}" for number, name in enumerate(LENGTHS, 1)]
    return [*CHAPTERS, *(f"{chapter}/{beat}" for chapter, beat in product(CHAPTERS, beats))]


@pytest.fixture
def again(made: Made, tmp_path: Path) -> Settings:
    """What was delivered, in another place, to make a pack of it anew."""
    settings = replace(made[0], out=tmp_path / "out")
    for look in (settings, plain(settings)):
        shutil.copytree(replace(look, out=made[0].out).folder, look.folder)
    return settings


def test_everything_that_was_promised_is_in_it(packed: Pack) -> None:
    found = files(packed.folder)
    assert found >= PAGES
    for stem in stems():
        for ending in (".mp4", ".png", ".en.vtt", ".zh-CN.vtt"):
            assert {f"captioned/{stem}{ending}", f"plain/{stem}{ending}"} <= found
        assert f"captioned/{stem}.en.srt" in found
        assert f"plain/{stem}.en.srt" not in found
    assert found == set(packed.files)


def test_the_list_names_every_file_with_its_checksum(packed: Pack) -> None:
    table = json.loads((packed.folder / "manifest.json").read_text("utf-8"))
    listed = {entry["file"]: entry for entry in table["files"]}
    assert listed.keys() == files(packed.folder) - {"manifest.json"}
    for name, entry in listed.items():
        path = packed.folder / name
        assert (entry["bytes"], entry["sha256"]) == (path.stat().st_size, sha256(path))
    turn = table["chapters"][0]["beats"][1]
    assert (turn["name"], turn["duration"], turn["notes"]) == ("turn", 0.9, NOTES)
    assert turn["captions"][0]["zh"] == SAID["turn"]["zh"]


DECKS = ("deck-reveal.html", "deck.qmd")


@pytest.mark.parametrize("start", [AT_ONCE, ON_CLICK])
def test_slides_are_as_they_are_asked_for(again: Settings, start: str) -> None:
    folder = write_pack(again, CHAPTERS, slides=Slides(start, captions=False)).folder
    for name in DECKS:
        text = (folder / name).read_text("utf-8")
        assert "plain/" in text
        assert "captioned/" not in text
        assert text.count("<video data-autoplay") == (start == AT_ONCE) * len(stems()[2:])
    clips = {sha256(folder / f"plain/{stem}.mp4") for stem in stems()[2:]}
    with zipfile.ZipFile(folder / "deck.pptx") as deck:
        media = {
            hashlib.sha256(deck.read(name)).hexdigest()
            for name in deck.namelist()
            if name.endswith(".mp4")
        }
    assert media == clips


def test_unasked_slides_show_captions(packed: Pack) -> None:
    for name in DECKS:
        text = (packed.folder / name).read_text("utf-8")
        assert "captioned/" in text
        assert "plain/" not in text
        assert "<video data-autoplay" in text


def test_clips_are_linked_not_copied(made: Made) -> None:
    settings, pack = made
    for part, look in (("captioned", settings), ("plain", plain(settings))):
        video = f"{CHAPTERS[0]}.mp4"
        assert (pack.folder / part / video).samefile(look.folder / video)


def test_a_disk_without_links_gets_copies(again: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr("os.link", refuse)
    pack = write_pack(again, CHAPTERS)
    video = f"{CHAPTERS[0]}.mp4"
    copied, source = pack.folder / "plain" / video, plain(again).folder / video
    assert copied.read_bytes() == source.read_bytes()
    assert not copied.samefile(source)


def test_the_same_clips_make_the_same_pack(again: Settings) -> None:
    first = write_pack(again, CHAPTERS, single=True)
    before = {name: sha256(first.folder / name) for name in first.files}
    second = write_pack(again, CHAPTERS, single=True)
    assert {name: sha256(second.folder / name) for name in second.files} == before
    assert second.kept == ()
    assert not [name for name in files(second.folder) if name.endswith(".part")]


def test_what_is_stale_goes_and_what_is_the_users_stays(again: Settings) -> None:
    folder = write_pack(again, CHAPTERS, single=True).folder
    mine = folder / "captioned" / CHAPTERS[1] / "my notes.txt"
    mine.write_text("mine")
    edited = folder / "captioned" / f"{CHAPTERS[1]}.en.vtt"
    edited.unlink()
    edited.write_text("my captions")
    (folder / "README.txt").write_text("my guide")
    pack = write_pack(again, CHAPTERS[:1])
    left = files(folder)
    assert left - set(pack.files) == {
        *(f"captioned/{CHAPTERS[1]}/my notes.txt", f"captioned/{CHAPTERS[1]}.en.vtt"),
        "README.yours.txt",
    }
    assert (folder / "README.yours.txt").read_text() == "my guide"
    assert pack.kept == (folder / "README.yours.txt",)
    (folder / "README.txt").write_text("my second guide")
    assert write_pack(again, CHAPTERS[:1]).kept == (folder / "README.yours2.txt",)


def test_the_archive_is_the_same_each_time_and_does_not_squeeze_videos(
    packed: Pack, tmp_path: Path
) -> None:
    copied = Path(shutil.copytree(packed.folder, tmp_path / "copied"))  # with other dates
    os.utime(copied / "index.html", (1_000_000_000, 1_000_000_000))
    archives = [
        write_archive(tmp_path / f"{place.name}.zip", place, packed.files, "mixing")
        for place in (packed.folder, copied)
    ]
    assert archives[0].read_bytes() == archives[1].read_bytes()
    with zipfile.ZipFile(archives[0]) as archive:
        assert {info.filename for info in archive.infolist()} == {
            f"mixing/{n}" for n in packed.files
        }
        kinds = {Path(info.filename).suffix: info.compress_type for info in archive.infolist()}
        archive.extractall(tmp_path)
    assert (kinds[".mp4"], kinds[".html"]) == (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    index = (tmp_path / "mixing" / "index.html").read_bytes()
    assert index == (packed.folder / "index.html").read_bytes()


def test_a_single_file_that_would_be_too_large_is_refused_and_the_rest_stands(
    again: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_file, "LARGEST", 1000)
    pack = write_pack(again, CHAPTERS, single=True)
    assert pack.problem is not None
    assert all(word in pack.problem for word in ("index-single.html", "MB", "--quality", "--zip"))
    assert "index-single.html" not in files(pack.folder)
    assert (pack.folder / "index.html").is_file()
