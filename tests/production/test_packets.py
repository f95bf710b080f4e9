"""What is delivered is made from segments, each read once, whatever stands in the folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest

from scenes.production.delivery import videos as delivery
from scenes.production.delivery.videos import deliver_chapter, deliver_film
from scenes.production.encoding import packets
from scenes.production.encoding.packets import Footage
from scenes.production.planning.film import FilmedChapter
from scenes.production.planning.settings import Settings
from scenes.production.workers.outcome import Outcome

Made = tuple[Settings, Outcome]


def of(made: Made, place: Path) -> tuple[Settings, list[FilmedChapter]]:
    """What was filmed, forwards and backwards, with a cache and a folder of its own."""
    settings, outcome = made
    assert outcome.filmed is not None
    cache = shutil.copytree(settings.cache, place / "cache")
    beats = [
        replace(beat, segments=tuple(cache / p.relative_to(settings.cache) for p in beat.segments))
        for beat in outcome.filmed.beats
    ]
    chapter = replace(outcome.filmed, beats=tuple(beats))
    again = replace(chapter, name="again", beats=tuple(reversed(beats)))
    return replace(settings, out=place / "out", cache=cache), [chapter, again]


def deliver(
    settings: Settings, chapters: list[FilmedChapter], read: Footage | None = None
) -> dict[str, bytes]:
    """Deliver two chapters and their film; return all videos."""
    for chapter in chapters:
        deliver_chapter(settings, chapter, read)
    deliver_film(settings, chapters, read)
    videos = settings.folder.rglob("*.mp4")
    return {path.relative_to(settings.folder).as_posix(): path.read_bytes() for path in videos}


def test_beats_and_film_are_not_cut_from_what_stands_in_the_folder(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another run puts its own chapters there as soon as ours are written."""
    expected = deliver(*of(made, tmp_path / "calm"))
    other = tmp_path / "calm/out/cocktails/en-54p10/row_by_column/01-all_red.mp4"
    join: Callable[..., Path] = delivery.join

    def disturbed(target: Path, *given: Any, **options: Any) -> Path:
        written = join(target, *given, **options)
        if target.parent.name == "en-54p10":
            shutil.copyfile(target, target.with_name("ours"))
            shutil.copyfile(other, target)
        return written

    monkeypatch.setattr(delivery, "join", disturbed)
    found = deliver(*of(made, tmp_path / "disturbed"))
    beats = [name for name in expected if "/" in name]
    assert len(beats) == 4
    assert [name for name in beats if found[name] != expected[name]] == []
    film = tmp_path / "disturbed/out/cocktails/en-54p10/ours"
    assert film.read_bytes() == expected["film.mp4"]


@pytest.mark.parametrize("most", [1, 3000, 10**9])
def test_however_much_is_remembered_the_files_are_the_same(
    made: Made, tmp_path: Path, most: int
) -> None:
    settings, chapters = of(made, tmp_path)
    assert deliver(settings, chapters, Footage(most)) == deliver(*of(made, tmp_path / "usual"))


def test_each_segment_is_read_once_and_again_when_it_has_changed(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, chapters = of(made, tmp_path)
    reads: list[Path] = []
    read = packets._read
    monkeypatch.setattr(packets, "_read", lambda video: reads.append(video) or read(video))
    own = Footage()
    deliver(settings, chapters, own)
    segments = {settings.carriers[0].segment(each) for each in chapters[0].segments}
    assert sorted(reads) == sorted(segments)
    first = min(segments)
    shutil.copyfile(max(segments), first)
    assert own.strip(first).packets
    assert reads[-1] == first


def test_a_beat_promises_no_lower_rate_than_its_chapter(made: Made, tmp_path: Path) -> None:
    """As version 0.1 did: the highest rate in the header is the mean of the chapter, or its own."""
    settings, chapters = of(made, tmp_path)
    videos = deliver(settings, chapters)
    sizes: dict[str, list[int]] = {}
    for name in videos:
        with av.open(str(settings.folder / name)) as video:
            sizes[name] = [packet.size for packet in video.demux(video=0) if packet.size]
    means = {name: 8 * 10 * sum(each) // len(each) for name, each in sizes.items()}
    for name, data in videos.items():
        box = data.index(b"btrt") + 8
        most, mean = (int.from_bytes(data[box + at : box + at + 4]) for at in (0, 4))
        assert mean == means[name]
        if "/" in name:
            assert most == max(mean, means[f"{name.partition('/')[0]}.mp4"])
