"""What is told of a voice: in the terminal, and in the list of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from scenes.production.planning.settings import Settings
from scenes.production.voice.ears import Ears
from scenes.production.voice.naming import beats, unheard
from scenes.production.voice.placement import Laid
from scenes.production.voice.recordings import evened, seconds, voiced

MUTE = "{} holds no voice: its beats last as long as the recordings, in silence."


def voice_sentences(settings: Settings, names: Iterable[str]) -> Iterator[str]:
    """Yield, for each chapter, which beats are spoken and which stay silent."""
    if settings.voice is None:
        return
    if settings.format == "gif" or settings.transparent:
        yield MUTE.format("A transparent video" if settings.transparent else "A GIF")
    yield from unheard(settings.voice)
    for name in names:
        spoken = {each.beat for each in voiced(settings, name)}
        silent = [beat for beat in beats()[name] if beat not in spoken]
        rest = f"; silent: {', '.join(silent)}" if silent else ""
        yield f"{name}: a voice in {len(spoken)} of {len(beats()[name])} beats{rest}"
        for each in voiced(settings, name):
            ears = evened(each).ears
            if ears is not Ears.KEPT:
                yield f"{each.name}: {ears}"


def voice_table(laid: Sequence[Laid]) -> list[dict[str, Any]]:
    """Return which recording is heard when, and what was done to its loudness."""
    return [_entry(each) for each in laid]


def _entry(laid: Laid) -> dict[str, Any]:
    heard = evened(laid.recording)
    return {
        "beat": laid.recording.beat,
        "recording": laid.recording.name,
        "sha256": laid.sha256,
        "start": round(laid.start, 3),
        "seconds": round(seconds(laid.recording), 3),
        "gain_db": round(heard.gain, 2),
        "loudness_lufs": round(heard.loudness.integrated, 2),
        "true_peak_dbtp": round(heard.loudness.true_peak, 2),
        "peaks_limited": heard.limited,
        "ears": str(heard.ears),
    }
