"""Try settings of the H.264 encoder on real plays: size, time and likeness, side by side."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from scenes.production.bench.likeness import OURS, Comparison, frames_of
from scenes.production.bench.shots import Shot, show_plays
from scenes.production.cache.store import Cache
from scenes.production.drawing.running import plan_chapter
from scenes.production.encoding.formats import MP4, Carrier
from scenes.production.encoding.segments import Reel
from scenes.production.planning.settings import Quality, Settings

EVERY = 5  # one picture in so many is compared


@dataclass(frozen=True)
class Trial:
    """An encoder's settings under a name."""

    name: str
    carrier: Carrier


@dataclass
class Tally:
    """What came of a trial on some plays."""

    frames: int = 0
    bytes: int = 0
    seconds: float = 0.0  # of a processor
    likeness: list[float] = field(default_factory=list)

    def __add__(self, other: Tally) -> Tally:
        """Take two together."""
        return Tally(
            self.frames + other.frames,
            self.bytes + other.bytes,
            self.seconds + other.seconds,
            self.likeness + other.likeness,
        )

    def megabytes_a_minute(self, fps: int) -> float:
        """Return the size of a minute of it."""
        return self.bytes / 1e6 * 60 * fps / self.frames

    @property
    def milliseconds(self) -> float:
        """The time that a frame took."""
        return 1000 * self.seconds / self.frames

    @property
    def mean(self) -> float:
        """The likeness of a frame, on average."""
        return sum(self.likeness) / len(self.likeness)


PLAIN = Trial("plain Manim's", replace(MP4, options=lambda fps: {"crf": "23"}, loop=None))
DELIVERED = Trial("as delivered", MP4)


def variant(preset: str, crf: int, params: str = "", **options: str) -> Trial:
    """Return the delivered settings with another preset, another crf, and what else is named."""
    changed = {"preset": preset, "crf": str(crf), **options}

    def options_of(fps: int) -> dict[str, str]:
        ours = MP4.options(fps)
        every = ":".join(filter(None, (ours["x264-params"], params)))
        merged = {**ours, **changed, "x264-params": every}
        return {key: each for key, each in merged.items() if each}

    also = [params, *(f"{key}={each}" for key, each in options.items())]
    name = " ".join(filter(None, (preset, str(crf), *also)))
    return Trial(name, replace(MP4, options=options_of))


def sparser(trial: Trial, seconds: float) -> Trial:
    """Return settings with a keyframe in so many seconds, also where nothing moves."""

    def frames(fps: int) -> int:
        return round(seconds * fps)

    def options_of(fps: int) -> dict[str, str]:
        return {**trial.carrier.options(fps), "g": str(frames(fps))}

    carrier = replace(trial.carrier, options=options_of, loop=frames)
    return Trial(f"{trial.name}, a keyframe in {seconds:g} s", carrier)


NO_LOOKAHEAD = "rc-lookahead=0:mbtree=0"
TRIALS = (
    PLAIN,
    DELIVERED,
    *(variant("veryfast", crf) for crf in (20, 21, 23, 25)),
    *(variant(preset, 22) for preset in ("ultrafast", "superfast", "faster", "medium")),
    variant("veryfast", 22, NO_LOOKAHEAD),
    *(variant("veryfast", 22, f"chroma-qp-offset={offset}") for offset in (0, -3, -9)),
    *(variant("veryfast", 22, f"ipratio={ratio}") for ratio in (1.0, 1.5)),
    *(variant("veryfast", 22, f"aq-strength={strength}") for strength in (1.0, 2.5)),
    variant("veryfast", 22, "trellis=2:subme=7"),
    variant("veryfast", 22, tune="ssim"),
    # what exact seeking costs: a picture stored whole twice a second, also where nothing moves
    *(sparser(variant("veryfast", crf, qmin="10"), 1) for crf in (20, 21, 22)),
)


def try_encoders(
    settings: Settings, chapter: str, plays: int, trials: Sequence[Trial]
) -> dict[str, Tally]:
    """Encode about so many plays of a chapter, evenly spread, with each of the settings."""
    count = len(plan_chapter(settings, chapter, lambda *_: None).plays)
    step = max(1, count // plays)
    tallies = {trial.name: Tally() for trial in trials}

    def show(number: int, shot: Shot) -> None:
        for trial in trials:
            tallies[trial.name] += tried(trial, shot, settings.quality)

    show_plays(settings, chapter, lambda number: number % step == step // 2, show)
    return tallies


def tried(trial: Trial, shot: Shot, quality: Quality) -> Tally:
    """Encode a play, and look at what came of it."""
    dense = trial is DELIVERED and shot.dense
    carrier = trial.carrier.for_dense_pictures() if dense else trial.carrier
    with TemporaryDirectory() as folder:
        target = carrier.segment(Path(folder) / "0")
        began = time.process_time()
        reel = Reel(target, carrier, quality)
        for pixels, stands, damage in zip(shot.pictures, shot.stands, shot.damages, strict=True):
            reel.write(pixels, damage)
            reel.hold(stands - 1)
        reel.finish(Cache(Path(folder)))
        seconds = time.process_time() - began
        likeness = list(compared(target, shot, quality))
        return Tally(shot.frames, target.stat().st_size, seconds, likeness)


def compared(video: Path, shot: Shot, quality: Quality) -> Iterator[float]:
    """Yield how like its picture each of some frames is."""
    comparison = Comparison(quality.width, quality.height, OURS)
    pictures = [
        pixels
        for pixels, stands in zip(shot.pictures, shot.stands, strict=True)
        for _ in range(stands)
    ]
    for number, frame in enumerate(frames_of(video)):
        if number % EVERY == 0:
            yield comparison(frame, pictures[number])
