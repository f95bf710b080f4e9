"""What presentation programs and players rely on, read back from the files that were made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from scenes.production.cache.store import Cache
from scenes.production.encoding.colour import straight
from scenes.production.encoding.formats import ALPHA_MOV, ALPHA_WEBM, MP4, WEBM, Carrier
from scenes.production.encoding.segments import SegmentEncoder
from scenes.production.planning.settings import Quality, Settings
from scenes.production.workers.outcome import Outcome

RED = (63, 102, 240)  # Y, U, V of pure red in BT.709, limited range
Made = tuple[Settings, Outcome]


def solid(colour: tuple[int, int, int, int], quality: Quality) -> np.ndarray:
    return np.full((quality.height, quality.width, 4), colour, np.uint8)


def segment(folder: Path, carrier: Carrier, quality: Quality, frames: int = 20) -> Path:
    encoder = SegmentEncoder(Cache(folder), folder / "0", (carrier,), quality)
    encoder.write_frame(solid((255, 0, 0, 255), quality))
    encoder.hold(frames - 1)
    encoder.finish()
    return carrier.segment(folder / "0")


def yuv(path: Path) -> tuple[int, ...]:
    with av.open(str(path)) as container:
        frame = next(container.decode(video=0))
        planes = [np.frombuffer(plane, np.uint8) for plane in frame.planes[:3]]
    return tuple(int(plane[0]) for plane in planes)


def boxes(path: Path) -> Iterator[bytes]:
    data, place = path.read_bytes(), 0
    while place < len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        yield data[place + 4 : place + 8]
        place += size


@pytest.fixture(params=["row_by_column.mp4", "row_by_column/01-all_red.mp4"])
def video(request: pytest.FixtureRequest, made: Made) -> Path:
    """A chapter and a clip of a beat."""
    return made[0].folder / request.param


def test_pure_red_is_red(video: Path) -> None:
    assert np.allclose(yuv(video), RED, atol=1)


@pytest.mark.parametrize("carrier", [MP4, WEBM, ALPHA_WEBM])
def test_red_is_the_same_in_every_carrier(tmp_path: Path, carrier: Carrier) -> None:
    assert np.allclose(yuv(segment(tmp_path, carrier, Quality(96, 54, 10))), RED, atol=1)


@pytest.mark.parametrize("carrier", [MP4, WEBM, ALPHA_WEBM, ALPHA_MOV])
def test_dense_pictures_join_with_others(tmp_path: Path, carrier: Carrier) -> None:
    """What a decoder is told once, at the start of a film, has to hold for all of it."""
    told = []
    for each in (carrier, carrier.for_dense_pictures()):
        quality = Quality(96, 54, 10)
        with av.open(str(segment(tmp_path / str(len(told)), each, quality))) as container:
            told.append(container.streams.video[0].codec_context.extradata)
    assert told[0] == told[1]


def test_an_odd_width_keeps_its_colour(tmp_path: Path) -> None:
    assert np.allclose(yuv(segment(tmp_path, MP4, Quality(854, 480, 15))), RED, atol=1)


def test_it_says_that_it_is_bt709(video: Path) -> None:
    with av.open(str(video)) as container:
        context = container.streams.video[0].codec_context
        tags = context.colorspace, context.color_primaries, context.color_trc
        assert [int(tag) for tag in tags] == [1, 1, 1]
        assert int(context.color_range) == 1
    assert b"colrnclx\0\1\0\1\0\1\0" in video.read_bytes()


def test_it_is_h264_high_without_reordered_frames(video: Path) -> None:
    with av.open(str(video)) as container:
        context = container.streams.video[0].codec_context
        assert (context.name, context.profile, context.pix_fmt) == ("h264", "High", "yuv420p")
        assert not context.has_b_frames
        stamps = [(packet.pts, packet.dts) for packet in container.demux(video=0) if packet.size]
    assert all(shown == decoded for shown, decoded in stamps)


def test_the_index_comes_first_and_no_edit_list_follows(video: Path) -> None:
    kinds = list(boxes(video))
    assert kinds.index(b"moov") < kinds.index(b"mdat")
    assert b"elst" not in video.read_bytes()


def test_there_is_no_sound(video: Path) -> None:
    with av.open(str(video)) as container:
        assert not container.streams.audio


def test_keyframes_at_each_beat_and_twice_a_second(made: Made) -> None:
    settings, outcome = made
    with av.open(str(settings.folder / "row_by_column.mp4")) as container:
        frames = [frame.key_frame for frame in container.decode(video=0)]
    keys = [number for number, is_key in enumerate(frames) if is_key]
    fps = settings.quality.fps
    assert outcome.filmed is not None
    assert {round(beat.start * fps) for beat in outcome.filmed.beats} <= set(keys)
    assert max(np.diff([*keys, len(frames)])) <= fps / 2


def test_every_frame_has_its_time(made: Made) -> None:
    settings = made[0]
    with av.open(str(settings.folder / "row_by_column.mp4")) as container:
        times = [frame.time for frame in container.decode(video=0)]
    assert np.allclose(times, np.arange(20) / settings.quality.fps)


def test_a_still_frame_lasts_as_long_as_a_motion_of_that_length(made: Made) -> None:
    """Manim alone would cut 0.3 s × 10 down to two frames."""
    outcome = made[1]
    assert outcome.filmed is not None
    assert [round(beat.end, 6) for beat in outcome.filmed.beats] == [1.2, 2.0]


def test_stills_are_drawn_not_decoded(made: Made) -> None:
    still = Image.open(made[0].folder / "row_by_column" / "01-all_red.png")
    assert still.getpixel((5, 5)) == (255, 0, 0)  # the video would say 254


def test_prores_is_marked_4444(tmp_path: Path) -> None:
    with av.open(str(segment(tmp_path, ALPHA_MOV, Quality(96, 54, 10)))) as container:
        stream = container.streams.video[0]
        assert stream.codec_tag == "ap4h"
        assert stream.pix_fmt.startswith("yuva444p")


def test_straight_alpha_has_the_full_colour() -> None:
    half_transparent_red = np.array([[[64, 0, 0, 64], [0, 0, 0, 0]]], np.uint8)
    assert straight(half_transparent_red).tolist() == [[[255, 0, 0, 64], [0, 0, 0, 0]]]


def test_a_picture_that_stands_is_encoded_once_and_repeated(tmp_path: Path) -> None:
    """Seventeen frames of a picture are three rounds of the five up to the next keyframe."""
    quality = Quality(96, 54, 10)
    path = segment(tmp_path, MP4, quality, frames=17)
    with av.open(str(path)) as container:
        packets = [packet for packet in container.demux(video=0) if packet.size]
        assert [packet.is_keyframe for packet in packets] == [n % 5 == 0 for n in range(17)]
        assert [bytes(packet) for packet in packets[:5]] == [bytes(p) for p in packets[5:10]]
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray() for frame in container.decode(video=0)]
    assert len(frames) == 17
    assert all((frame == frames[0]).all() for frame in frames)


def test_an_aborted_segment_leaves_nothing(tmp_path: Path) -> None:
    encoder = SegmentEncoder(Cache(tmp_path), tmp_path / "0", (MP4,), Quality(96, 54, 10))
    encoder.write_frame(solid((0, 0, 0, 255), Quality(96, 54, 10)))
    assert not MP4.segment(tmp_path / "0").exists()  # it has no name before it is whole
    encoder.abort()
    assert not list(tmp_path.iterdir())
