"""Recordings to lay under a film, and a small chapter to lay them under."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import av
import numpy as np
from manim import DOWN, UP, Dot

from scenes.kit.ground.motion import animate
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.motions import Motions
from scenes.production.cache.files import write_text
from scenes.production.drawing import running
from scenes.production.planning.settings import Settings
from scenes.production.workers import tasks
from scenes.production.workers.scheduling import Stretch
from scenes.production.workers.tasks import Tell

RATE = 44_100  # not the one of the film
CODECS = {".wav": "pcm_s16le", ".flac": "flac", ".mp3": "libmp3lame", ".ogg": "libopus"}
WORDS = """
title = { en = "A play", zh = "一出戏" }
[first]
en = "One line."
zh = "一句。"
[second]
en = ["Two lines.", "This one too."]
zh = ["两句。", "还有这句。"]
[third]
en = "The end."
zh = "完。"
"""
BEATS = ("first", "second", "third")


class Told(Chapter):
    """Three beats in which a dot moves."""

    told: ClassVar[Path]  # its words

    @classmethod
    def script_path(cls) -> Path:
        return cls.told

    def construct(self) -> None:
        dot = Dot(radius=0.5)
        self.beat("first", animate(dot).shift(DOWN).build())
        self.beat("second", self.twice(dot))
        self.beat("third", animate(dot).shift(UP).build())

    def twice(self, dot: Dot) -> Motions:
        yield animate(dot).shift(UP).build()
        yield "next line"
        yield animate(dot).shift(DOWN).build()


def plan_told(settings: Settings, name: str, tell: Tell) -> Any:
    """Plan the told chapter, in whatever process this is."""
    _tell_it(settings)
    return tasks.plan_chapter(settings, name, tell)


def film_told(settings: Settings, stretch: Stretch, tell: Tell) -> Any:
    """Draw some of the told chapter."""
    _tell_it(settings)
    return tasks.film_stretch(settings, stretch, tell)


TOLD_TASKS = tasks.Tasks(plan_told, film_told)


def _tell_it(settings: Settings) -> None:
    words = write_text(settings.cache / "told.toml", WORDS)
    Told.told = words
    vars(running)["chapter_class"] = lambda name: Told


def burst(seconds: float, level: float = 0.1, seed: int = 1, rate: int = RATE) -> np.ndarray:
    """Return noise of the pitch and with the peaks of speech, that begins at once."""
    length = round(seconds * rate)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(length))
    pitch = np.fft.rfftfreq(length, 1 / rate)
    noise = np.fft.irfft(spectrum * ((pitch > 100) & (pitch < 4000)), length)
    sound: np.ndarray = level * noise / noise.std()
    return sound


def record(path: Path, samples: np.ndarray, rate: int = RATE) -> Path:
    """Write a mono recording in the format that its name asks for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    codec = CODECS[path.suffix]
    with av.open(str(path), "w") as file:
        track = file.add_stream(codec, rate=48_000 if codec == "libopus" else rate, layout="mono")
        pcm = (np.clip(samples, -1, 1) * 32767).astype(np.int16).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(pcm, format="s16", layout="mono")
        frame.rate = rate
        assert isinstance(track, av.AudioStream)
        file.mux(track.encode(frame))
        file.mux(track.encode(None))
    return path


def heard(video: Path) -> np.ndarray:
    """Return what a player sounds: a row per channel, each sample at its time."""
    with av.open(str(video)) as container:
        track = container.streams.audio[0]
        frames = [(frame.time or 0.0, frame.to_ndarray()) for frame in container.decode(track)]
    length = max(round(time * 48_000) + samples.shape[1] for time, samples in frames)
    sound = np.zeros((2, length))
    for time, samples in frames:
        start = round(time * 48_000)
        sound[:, start : start + samples.shape[1]] = samples
    return sound


def onset(sound: np.ndarray, near: float, threshold: float = 0.05) -> float:
    """Return the second at which something is heard again after silence, around a time."""
    first = max(0, round((near - 0.25) * 48_000))
    return float(first + np.argmax(np.abs(sound[0, first:]) > threshold)) / 48_000
