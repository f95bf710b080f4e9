"""What is wrong with recordings is said in words, all at once, before anything is made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from scenes import FILM
from scenes.__main__ import main
from scenes.production.commands import options
from scenes.production.drawing import running
from scenes.production.voice.faults import SoundError, VoiceError
from scenes.production.voice.recordings import read_voice
from scenes.production.voice.sound import RATE, decode
from tests.production.tiny import Tiny
from tests.production.voices import CODECS, burst, record

CHAPTER = "row_by_column"
Written = Callable[..., Path]


@pytest.fixture
def me(tmp_path: Path) -> Path:
    """A folder of recordings in which all is well."""
    record(tmp_path / "me" / CHAPTER / "first_cell.wav", burst(0.8))
    return tmp_path / "me"


def faults(folder: Path) -> list[str]:
    with pytest.raises(VoiceError) as caught:
        read_voice(folder)
    return str(caught.value).splitlines()


def test_nothing_is_wrong_with_a_good_folder(me: Path) -> None:
    (me / CHAPTER / "notes.txt").write_text("mine")
    (me / CHAPTER / ".first_cell.wav").write_text("what a file manager leaves")
    assert read_voice(me) == me


def test_names_that_fit_nothing_are_told_with_the_nearest(me: Path) -> None:
    record(me / CHAPTER / "first_sell.wav", burst(0.8))
    record(me / "row_by_colum" / "the_rule.wav", burst(0.8))
    record(me / "the_rule.wav", burst(0.8))
    loose, chapter, beat = faults(me)
    assert "the_rule.wav: lies in no chapter's folder" in loose
    assert str(me / CHAPTER / "the_rule.wav") in loose
    assert 'no chapter "row_by_colum"; did you mean "row_by_column"?' in chapter
    assert 'first_sell.wav: there is no beat of row_by_column "first_sell"' in beat
    assert 'did you mean "first_cell"?' in beat


def test_two_recordings_of_a_beat_are_one_too_many(me: Path) -> None:
    record(me / CHAPTER / "first_cell.flac", burst(0.8))
    (said,) = faults(me)
    assert f"first_cell.flac and first_cell.wav are both for {CHAPTER}/first_cell" in said


def empty(path: Path) -> None:
    path.write_bytes(b"")


def garbage(path: Path) -> None:
    path.write_bytes(b"This is no sound. " * 99)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:30_000])


def silence(path: Path) -> None:
    record(path, np.zeros(44_100))


def a_click(path: Path) -> None:
    record(path, burst(0.1))


def an_hour(path: Path) -> None:
    record(path, np.tile(burst(1.0, rate=8_000), 61), rate=8_000)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (empty, ["is empty", "record it again"]),
        (garbage, ["cannot be read as sound", "save it anew"]),
        (cut_off, ["breaks off: it has 30000 of", "copy it again"]),
        (silence, ["too quiet", "LUFS", "nearer to the microphone"]),
        (a_click, ["is 0.10 s long", "0.4 s"]),
        (an_hour, ["longer than 60 s", "Cut it"]),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_fix(
    me: Path, spoil: Callable[[Path], None], words: list[str]
) -> None:
    path = me / CHAPTER / "first_cell.wav"
    spoil(path)
    (said,) = faults(me)
    assert said.startswith(f"{path}: ")
    assert all(word in said for word in words), said


def test_a_folder_that_is_not_there_or_has_nothing_in_it(tmp_path: Path) -> None:
    assert "there is no such folder" in faults(tmp_path / "nowhere")[0]
    (said,) = faults(tmp_path)
    assert "no recording in it" in said
    assert f"{FILM[0]}/" in said  # an example of a name


@pytest.mark.parametrize("ending", list(CODECS))
def test_any_format_is_read(tmp_path: Path, ending: str) -> None:
    path = record(tmp_path / f"first_cell{ending}", burst(0.8, rate=48_000), rate=48_000)
    samples = decode(path)
    assert samples.shape[1] / RATE == pytest.approx(0.8, abs=0.06)  # MP3 has blocks of 26 ms
    assert 0.05 < samples[0].std() < 0.15


def test_what_is_no_number_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = record(tmp_path / "first_cell.wav", burst(0.8))
    monkeypatch.setattr("scenes.production.voice.sound._samples", lambda frame: broken(frame))
    with pytest.raises(SoundError, match="no numbers"):
        decode(path)


def broken(frame) -> np.ndarray:
    return frame.to_ndarray() * np.float32(np.nan)


@pytest.fixture
def scenes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str]]:
    """Call the command line in an empty folder; the chapter is the tiny one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "chapter_class", lambda name: Tiny)
    monkeypatch.setattr(options, "CACHE", tmp_path / "cache")

    def call(*arguments: str) -> tuple[int, str]:
        small = ("--quality", "l", "--fps", "4", "--jobs", "1")
        return main([*arguments, *small]), capsys.readouterr().err

    return call


@pytest.mark.parametrize("command", ["render", "lecture"])
def test_all_faults_are_told_and_nothing_is_made(
    scenes: Callable[..., tuple[int, str]], me: Path, tmp_path: Path, command: str
) -> None:
    empty(me / CHAPTER / "the_rule.wav")
    record(me / CHAPTER / "first_sell.wav", burst(0.8))
    status, said = scenes(command, CHAPTER, "--voice", "me")
    assert status == 2
    assert len(said.splitlines()) == 2
    assert said.count(f"me/{CHAPTER}/") == 2
    assert list(tmp_path.iterdir()) == [me]


def test_which_beats_stay_silent_is_told(scenes: Callable[..., tuple[int, str]], me: Path) -> None:
    status, said = scenes(CHAPTER, "--voice", "me", "--format", "gif")
    assert status == 0, said
    assert "row_by_column: a voice in 1 of 7 beats; silent: a_number_each, the_meeting" in said
    assert "A GIF holds no voice" in said
    assert Path("out/cocktails/en-480p4-voice/row_by_column.gif").is_file()


def test_a_changed_recording_is_laid_anew(scenes: Callable[..., tuple[int, str]], me: Path) -> None:
    assert scenes(CHAPTER, "--voice", "me")[0] == 0
    assert "Nothing has changed" in scenes(CHAPTER, "--voice", "me")[1]
    record(me / CHAPTER / "first_cell.wav", burst(0.8, seed=9))
    assert "Nothing has changed" not in scenes(CHAPTER, "--voice", "me")[1]
