"""A voice is heard in both ears, and from one loudspeaker; what cannot be heard is named."""

from __future__ import annotations

import shutil
import wave
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.production.planning.settings import Settings
from scenes.production.voice.ears import Ears, in_both_ears
from scenes.production.voice.faults import VoiceError
from scenes.production.voice.naming import Recording
from scenes.production.voice.recordings import evened, read_voice
from scenes.production.voice.telling import voice_sentences
from tests.production.voices import burst, record

RATE, SECONDS = 48_000, 4
VOICE = burst(SECONDS, rate=RATE).astype(np.float32)
ROOM = burst(SECONDS, seed=2, rate=RATE).astype(np.float32)
HALF = len(VOICE) // 2


def power(samples: np.ndarray) -> float:
    return float((samples**2).mean())


@settings(max_examples=20, deadline=None)
@given(
    gains=st.tuples(st.floats(-1, 1), st.floats(-1, 1)).filter(lambda g: max(map(abs, g)) > 0.05),
    later=st.sampled_from([(1, 1), (1, -1), (0, 1), (1, 0), (-1, 1)]),
    offset=st.floats(-0.2, 0.2),
    noise=st.floats(0, 0.01),
)
def test_however_a_voice_is_laid_it_is_heard_in_each_ear_and_in_their_sum(
    gains, later, offset, noise
):
    """Of two halves, each in any mix of the ears, neither is lost in an ear or in mono."""
    ears = np.outer(np.array(gains, np.float32), VOICE)
    ears[:, HALF:] *= np.array(later, np.float32)[:, None]
    ears += np.float32(noise) * np.stack([ROOM, ROOM[::-1]]) + np.float32(offset)
    both, _ = in_both_ears(ears)
    for half in (slice(0, HALF), slice(HALF, None)):
        recorded = max(power(ear[half] - ear.mean()) for ear in ears)
        if recorded > power(ears - ears.mean(axis=1, keepdims=True)) / 20:
            heard = both[:, half] - both.mean(axis=1, keepdims=True)
            assert power(heard.mean(axis=0)) > recorded / 16


@pytest.mark.parametrize(
    ("left", "right", "done"),
    [
        (VOICE, VOICE, Ears.KEPT),
        (VOICE + ROOM, VOICE - ROOM / 2, Ears.KEPT),
        (VOICE, ROOM, Ears.KEPT),
        (VOICE, 0 * VOICE, Ears.SUM),
        (VOICE / 5, VOICE, Ears.SUM),
        (VOICE / 2, VOICE, Ears.KEPT),
        (VOICE, -VOICE, Ears.TURNED),
        (VOICE, -VOICE / 10, Ears.SUM),
        (VOICE, np.concatenate([VOICE[:HALF], -VOICE[HALF:]]), Ears.PARTLY_TURNED),
    ],
)
def test_what_was_done_is_said(left, right, done):
    assert in_both_ears(np.stack([left, right]))[1] is done


def stereo(path: Path, left: np.ndarray, right: np.ndarray) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.stack([left, right], axis=1) * 32767).astype("<i2").tobytes())
    return path


def test_a_file_in_one_ear_and_one_of_opposite_phase(tmp_path: Path) -> None:
    stereo(tmp_path / "row_by_column" / "first_cell.wav", VOICE, 0 * VOICE)
    stereo(tmp_path / "row_by_column" / "the_rule.wav", VOICE, -VOICE)
    for name in ("first_cell", "the_rule"):
        path = tmp_path / "row_by_column" / f"{name}.wav"
        heard = evened(Recording("row_by_column", name, path)).samples
        assert power(heard[0]) == pytest.approx(power(heard.mean(axis=0)), rel=1e-3)
        assert power(heard[0]) == pytest.approx(power(heard[1]), rel=1e-3)
    said = list(voice_sentences(Settings(Path("tea.toml"), voice=tmp_path), ["row_by_column"]))
    assert f"row_by_column/first_cell.wav: {Ears.SUM}" in said
    assert f"row_by_column/the_rule.wav: {Ears.TURNED}" in said


def test_what_bears_the_name_of_a_beat_and_is_not_heard_is_named(tmp_path: Path) -> None:
    path = record(tmp_path / "row_by_column" / "first_cell.wav", burst(0.8))
    for name in ("the_rule.dat", "a_number_each", "first_cell.txt", "notes.txt"):
        shutil.copy(path, path.with_name(name))
    path.with_name("the_meeting_place.wav").mkdir()
    said = list(voice_sentences(Settings(Path("tea.toml"), voice=tmp_path), ["row_by_column"]))
    why = "is not known to be sound; save it as .wav"
    assert [line for line in said if "is not heard" in line] == [
        f"{path.with_name('a_number_each')}: is not heard, as a name without an ending {why}",
        f"{path.with_name('the_rule.dat')}: is not heard, as .dat {why}",
        f"{path.with_name('the_meeting_place.wav')}: is not heard, as it is no file, or a link to "
        "none; copy the recording",
    ]
    path.unlink()
    path.with_name("first_cell.txt").unlink()
    with pytest.raises(VoiceError, match=r"the_rule\.dat: is not heard"):
        read_voice(tmp_path)
