"""A voice of one's own: when it is heard, how loud, and what it leaves as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from scenes.production.delivery.manifest import write_manifest
from scenes.production.delivery.videos import deliver_film
from scenes.production.drawing import running
from scenes.production.lecture.contents import Lecture
from scenes.production.lecture.downscale import shrink
from scenes.production.lecture.embedding import video_element
from scenes.production.planning.plan import ChapterPlan, Play
from scenes.production.planning.settings import Settings
from scenes.production.voice import naming
from scenes.production.voice.placement import Sound
from scenes.production.workers.outcome import Outcome
from tests.production.bs1770 import integrated_loudness
from tests.production.tiny import EXAMPLE, TINY, make
from tests.production.voices import BEATS, WORDS, Told, burst, heard, onset, record

TENTH = 4_800  # samples: a multiple of it is quickly transformed
FRAME, AUDIO_FRAME = 1 / TINY.fps, 1024 / 48_000
SPOKEN = {"first": 4.2, "third": 2.05}  # seconds; the second beat stays silent


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Settings, Outcome]]:
    """The told chapter with a voice, and beside it the silent one, made once."""
    place = tmp_path_factory.mktemp("voice")
    (place / "told.toml").write_text(WORDS, encoding="utf-8")
    record(place / "me/row_by_column/first.wav", peaked(burst(SPOKEN["first"], 0.02)))
    record(place / "me/row_by_column/third.flac", burst(SPOKEN["third"], 0.2, seed=2))
    silent = Settings(EXAMPLE, quality=TINY, out=place / "out", cache=place / "cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "chapter_class", lambda name: Told)
        patch.setattr(Told, "script_path", classmethod(lambda cls: place / "told.toml"))
        patch.setattr(naming, "beats", lambda: {"row_by_column": BEATS})
        make(silent)
        settings = replace(silent, voice=place / "me")
        outcome = make(settings)
        assert outcome.filmed is not None
        again = replace(outcome.filmed, name="row_by_column")
        film = deliver_film(settings, [outcome.filmed, again])
        write_manifest(settings, [film, *outcome.delivered])
        yield settings, outcome


def peaked(samples: np.ndarray) -> np.ndarray:
    """Return a recording with plosives, which reach far beyond what is as loud as the rest."""
    begins = np.arange(11_025, len(samples) - 40, 11_025)
    for offset in range(20):
        samples[begins + offset] = 0.3 * np.sin(np.pi * offset / 10)
    return samples


def plan(settings: Settings) -> ChapterPlan:
    """Return the plan that was kept."""
    return running.plan_chapter(settings, "row_by_column", lambda *_: None)


def starts(outcome: Outcome) -> dict[str, float]:
    assert outcome.filmed is not None
    return {beat.name: beat.start for beat in outcome.filmed.beats}


@pytest.mark.parametrize("times", [1, 2])
def test_each_recording_begins_with_its_beat(spoken: tuple[Settings, Outcome], times: int) -> None:
    settings, outcome = spoken
    assert outcome.filmed is not None
    sound = heard(settings.folder / ("row_by_column.mp4" if times == 1 else "film.mp4"))
    for turn in range(times):
        for name in SPOKEN:
            start = starts(outcome)[name] + turn * outcome.filmed.seconds
            assert onset(sound, start) == pytest.approx(start, abs=FRAME + AUDIO_FRAME)
            assert onset(sound, start) == pytest.approx(start, abs=AUDIO_FRAME)


def test_the_clip_of_a_beat_begins_with_its_recording(spoken: tuple[Settings, Outcome]) -> None:
    folder = spoken[0].folder / "row_by_column"
    for clip in ("01-first.mp4", "03-third.mp4"):
        assert onset(heard(folder / clip), 0.0) <= AUDIO_FRAME
    with av.open(str(folder / "02-second.mp4")) as container:
        assert not container.streams.audio  # nothing is said in it


def test_a_beat_lasts_as_long_as_its_recording_and_a_breath(
    spoken: tuple[Settings, Outcome],
) -> None:
    outcome = spoken[1]
    assert outcome.filmed is not None
    for beat in outcome.filmed.beats:
        rest = beat.end - beat.start - SPOKEN.get(beat.name, 0.0)
        assert rest >= 0.3 - 1e-6  # a breath
    first = outcome.filmed.beats[0]
    assert first.end - first.start < SPOKEN["first"] + 0.3 + FRAME


def test_where_nothing_is_said_it_is_silent(spoken: tuple[Settings, Outcome]) -> None:
    settings, outcome = spoken
    begin = starts(outcome)
    sound = heard(settings.folder / "row_by_column.mp4")
    quiet = sound[:, round((begin["second"] + 0.1) * 48e3) : round((begin["third"] - 0.1) * 48e3)]
    assert np.abs(quiet).max() < 1e-3


@pytest.mark.parametrize("video", ["film", "row_by_column", "row_by_column/01-first"])
def test_all_are_equally_loud(spoken: tuple[Settings, Outcome], video: str) -> None:
    """Measured by an implementation of our own, not by the filter that evened them."""
    sound = heard(spoken[0].folder / f"{video}.mp4")
    assert integrated_loudness(sound) == pytest.approx(-16, abs=1)


def test_peaks_stay_below_one_decibel(spoken: tuple[Settings, Outcome]) -> None:
    """Between the samples too: at four times their rate."""
    sound = heard(spoken[0].folder / "row_by_column.mp4")
    whole = sound.shape[1] + -sound.shape[1] % TENTH
    finer = np.fft.irfft(np.fft.rfft(sound, whole), 4 * whole) * 4
    assert 20 * np.log10(np.abs(finer).max()) < -1


def test_the_pictures_are_those_of_the_silent_film_but_for_the_dwells(
    spoken: tuple[Settings, Outcome],
) -> None:
    voiced = plan(spoken[0])
    silent = plan(replace(spoken[0], voice=None))
    assert voiced.base == silent.base
    changed = [
        (ours.name, place == len(theirs.plays) - 1, mine.still)
        for ours, theirs in zip(voiced.beats, silent.beats, strict=True)
        for place, (mine, other) in enumerate(zip(ours.plays, theirs.plays, strict=True))
        if mine != other
    ]
    assert ("first", True, True) in changed
    assert all(ending and still for _, ending, still in changed)
    assert "second" not in {name for name, *_ in changed}


def test_only_dwells_are_drawn_for_a_voice(spoken: tuple[Settings, Outcome]) -> None:
    voiced, silent = plan(spoken[0]), plan(replace(spoken[0], voice=None))
    new = {play.key for play in voiced.plays} - {play.key for play in silent.plays}
    kept = {path.stem for path in spoken[0].cache.rglob("*.mp4")}
    assert kept == {play.key for play in (*voiced.plays, *silent.plays)}
    assert all(play.still for play in voiced.plays if play.key in new)


def test_frames_are_the_same_until_the_dwell(spoken: tuple[Settings, Outcome]) -> None:
    settings = spoken[0]
    silent = replace(settings, voice=None)
    moving = moving_frames(plan(silent).beats[0].plays)
    frames = [
        pictures(each.folder / "row_by_column/01-first.mp4")[:moving] for each in (silent, settings)
    ]
    assert all(np.array_equal(ours, theirs) for ours, theirs in zip(*frames, strict=True))


def moving_frames(plays: tuple[Play, ...]) -> int:
    return sum(play.frames for play in plays if not play.ending)


def pictures(video: Path) -> list[np.ndarray]:
    with av.open(str(video)) as container:
        return [frame.to_ndarray() for frame in container.decode(video=0)]


def test_players_are_told_the_language_and_need_no_edit_list(
    spoken: tuple[Settings, Outcome],
) -> None:
    settings, outcome = spoken
    assert outcome.filmed is not None
    video = settings.folder / "row_by_column.mp4"
    with av.open(str(video)) as container:
        (track,) = container.streams.audio
        assert (track.metadata["language"], track.codec_context.name) == ("eng", "aac")
        assert (track.profile, track.sample_rate, track.channels) == ("LC", 48_000, 2)
        assert container.duration / 1e6 == pytest.approx(outcome.filmed.seconds, abs=1e-3)
        places = [packet.pos for packet in container.demux(video=0, audio=0) if packet.size]
        times = [frame.time for frame in pictures_in(video)]
    assert all(first < second for first, second in pairwise(places))  # interleaved as they play
    assert np.allclose(times, np.arange(len(times)) / TINY.fps)
    assert b"elst" not in video.read_bytes()


def pictures_in(video: Path) -> Iterator[av.VideoFrame]:
    with av.open(str(video)) as container:
        yield from container.decode(video=0)


def test_the_manifest_says_what_is_heard(spoken: tuple[Settings, Outcome]) -> None:
    folder = spoken[0].folder
    assert folder.name == "en-54p10-voice"  # beside the silent film
    videos = {
        each["stem"]: each for each in json.loads((folder / "manifest.json").read_text())["videos"]
    }
    first, third = videos["row_by_column"]["voice"]
    assert (first["beat"], first["recording"]) == ("first", "row_by_column/first.wav")
    assert (first["start"], first["seconds"]) == (0.0, SPOKEN["first"])
    assert third["recording"] == "row_by_column/third.flac"
    assert first["gain_db"] - third["gain_db"] == pytest.approx(20, abs=0.5)
    assert (first["peaks_limited"], third["peaks_limited"]) == (True, False)
    assert first["loudness_lufs"] == pytest.approx(-16, abs=0.2)
    assert len(videos["film"]["voice"]) == 4
    assert "voice" not in videos["row_by_column/02-second"]


def test_sound_is_as_long_as_the_picture() -> None:
    assert sum(block.shape[1] for block in Sound((), 2.5).blocks()) == 120_000


def test_a_smaller_clip_keeps_its_voice(spoken: tuple[Settings, Outcome], tmp_path: Path) -> None:
    clip = spoken[0].folder / "row_by_column/03-third.mp4"
    small = shrink(clip, tmp_path / "small.mp4", 36)
    assert np.array_equal(heard(small), heard(clip))
    assert len(pictures(small)) == len(pictures(clip))
    with av.open(str(small)) as container:
        assert container.streams.audio[0].metadata["language"] == "eng"


def test_a_clip_that_speaks_is_not_muted(spoken: tuple[Settings, Outcome]) -> None:
    lecture = Lecture.load(spoken[0].folder)
    muted = ["muted" in video_element(lecture, clip, lecture.folder) for _, clip in lecture.beats]
    assert muted == [False, True, False]


def test_webm_speaks_too(spoken: tuple[Settings, Outcome]) -> None:
    settings = replace(spoken[0], format="webm")
    make(settings)
    sound = heard(settings.folder / "row_by_column.webm")
    start = starts(spoken[1])["third"]
    assert onset(sound, start) == pytest.approx(start, abs=AUDIO_FRAME)
    assert integrated_loudness(sound) == pytest.approx(-16, abs=1)
