"""What every delivered MP4 promises; each broken promise is a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

import scenes
from scenes.production.delivery.manifest import read_manifest
from scenes.production.delivery.videos import FILM
from scenes.production.encoding.muxing import LANGUAGE_CODES
from scenes.production.probe.reading import Video, colour_error, read_video

CODEC = ("h264", "High", "yuv420p")
TAGS = (1, 1, 1, 1)  # BT.709 three times, limited range
MOST = 8.0  # megabytes a minute
OFF = 4.0  # of 255: what encoding may do to an even colour
Entry = Mapping[str, Any]


def broken_promises(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the videos of a folder, file by file."""
    manifest = read_manifest(folder)
    entries = [entry for entry in manifest.get("videos", []) if _mp4(folder, entry)]
    if not entries:
        yield f"{folder}: no MP4 is listed in a manifest.json there; render it first"
        return
    videos = {entry["stem"]: read_video(_mp4(folder, entry)) for entry in entries}
    for entry in entries:
        video = videos[entry["stem"]]
        for fault in (
            *_stream(video, manifest),
            *_file(video),
            *_colours(entry, video),
            *_parts(entry, entries, videos),
            *_extras(entry, entries, video),
        ):
            yield f"{video.path}: {fault}"


def _mp4(folder: Path, entry: Entry) -> Any:
    """Return the MP4 of an entry, or None."""
    path = folder / f"{entry['stem']}.mp4"
    listed = any(folder / file["file"] == path for file in entry["files"])
    return path if listed and path.is_file() else None


def _stream(video: Video, manifest: Mapping[str, Any]) -> Iterator[str]:
    fps, size = manifest["frames_per_second"], (manifest["width"], manifest["height"])
    if video.codec != CODEC:
        yield f"it is {' '.join(video.codec)}, not {' '.join(CODEC)}"
    if (video.rate, video.size) != (fps, size):
        yield f"it is {video.size} at {video.rate}, not {size} at {fps}"
    if not video.in_order:
        yield "frames are stored in another order than they are shown in"
    if list(video.stamps) != list(range(video.frames)):
        yield "its frames do not follow each other at equal times from 0 on"
    if (
        max(np.diff([*video.keys, video.frames]), default=0) > max(2, fps // 2)
        or 0 not in video.keys
    ):
        yield "keyframes are more than half a second apart"


def _file(video: Video) -> Iterator[str]:
    if video.boxes.index(b"moov") > video.boxes.index(b"mdat"):
        yield "its index stands behind the pictures: playing begins only when all has arrived"
    if b"elst" in video.path.read_bytes():
        yield "it has an edit list"
    if video.sound:
        yield "it has a track of sound"


def _colours(entry: Entry, video: Video) -> Iterator[str]:
    """Look at the tags, and hold the last picture against the still; the film's is another one."""
    if video.tags != TAGS:
        yield f"its colour tags are {video.tags}, not {TAGS}: BT.709, limited range"
    if entry["stem"] == FILM:
        return
    with Image.open(video.path.with_suffix(".png")) as still:
        error = colour_error(video.last, np.asarray(still.convert("RGB")))
    if error is not None and error > OFF:
        yield f"its colours are off by {error:.0f} of 255 in the last picture"


def _parts(entry: Entry, entries: list[Entry], videos: Mapping[str, Video]) -> Iterator[str]:
    """Compare a video's frames with those of its parts: the clips of its beats, or the chapters."""
    video = videos[entry["stem"]]
    own, fps = video.frames, video.rate
    parts = [videos[part["stem"]] for part in _parts_of(entry, entries)]
    together = sum(part.frames for part in parts)
    if parts and own != together:
        yield f"it has {own} frames, and its {len(parts)} parts have {together}"
    if round(entry["duration"] * fps) != own:
        yield f"it has {own} frames, and the manifest says {entry['duration']} s"
    begins = set(np.cumsum([0, *(part.frames for part in parts)])[:-1].tolist())
    if not begins <= set(video.keys):
        yield "not every part of it begins with a keyframe"
    marks = {round(start * fps) for start, _ in video.marks}
    wanted = begins if entry["stem"] == FILM else {0}
    if parts and not wanted <= marks <= begins:
        yield f"its chapter marks are at the frames {sorted(marks)}, its parts at {sorted(begins)}"


def _parts_of(entry: Entry, entries: list[Entry]) -> list[Entry]:
    if entry["beat"] is not None:
        return []
    if entry["chapter"] is None:
        whole = {each["chapter"]: each for each in entries if each["beat"] is None}
        return [whole[name] for name in scenes.FILM if name in whole]
    mine = [each for each in entries if each["chapter"] == entry["chapter"] and each["beat"]]
    return sorted(mine, key=lambda each: each["start"])


def _extras(entry: Entry, entries: list[Entry], video: Video) -> Iterator[str]:
    """Look at what a chapter and the film have beside pictures, and a clip has not."""
    codes, parts = sorted(LANGUAGE_CODES.values()), _parts_of(entry, entries)
    languages = [] if entry["beat"] else codes
    if sorted(video.subtitles) != languages:
        yield f"its subtitles are in {list(video.subtitles)}, not in {languages}"
    if bool(video.marks) != bool(parts) or any(not title for _, title in video.marks):
        yield f"it has {len(video.marks)} chapter marks for {len(parts)} parts, or one has no title"
    if not entry["beat"] and video.megabytes_a_minute > MOST:
        yield f"it has {video.megabytes_a_minute:.1f} MB a minute, more than {MOST:.0f}"
