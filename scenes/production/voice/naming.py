"""Which recording is for which beat: ``DIR/chapter/beat.wav``.  Pure: no file is opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from mathcore.listing import files_in, no_files_in
from scenes.kit.stage.choices import SCENES, all_chapters
from scenes.kit.stage.script import Script

# a recorder's own project files, notes and the like lie beside recordings and are none
COMMON = (".aac", ".aif", ".aiff", ".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav")
TELEPHONES = (".3g2", ".3gp", ".amr", ".awb", ".m4b", ".m4r", ".mov", ".mp4")
RARE = (".ac3", ".adts", ".aifc", ".ape", ".au", ".caf", ".dss", ".eac3", ".mka", ".mkv", ".mp2")
RARER = (".mpga", ".snd", ".spx", ".tta", ".w64", ".wave", ".weba", ".webm", ".wma", ".wv")
ENDINGS = frozenset((*COMMON, *TELEPHONES, *RARE, *RARER))


@dataclass(frozen=True, order=True)
class Recording:
    """A file with what is said in one beat."""

    chapter: str
    beat: str
    path: Path

    @property
    def name(self) -> str:
        """Return its path inside the folder of recordings.

        >>> Recording("row_by_column", "first_cell", Path("me/row_by_column/first_cell.wav")).name
        'row_by_column/first_cell.wav'
        """
        return f"{self.chapter}/{self.path.name}"


def find(folder: Path) -> tuple[Recording, ...]:
    """Return the recordings of a folder whose names fit, in the order of their names."""
    known = beats()
    found = (Recording(path.parent.name, path.stem, path) for path in _sounds(folder, "*/*"))
    return tuple(each for each in found if each.beat in known.get(each.chapter, ()))


def misnamed(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the names in a folder, each with the nearest that would be right."""
    known = beats()
    for path in _sounds(folder, "*"):
        homes = [chapter for chapter, names in known.items() if path.stem in names]
        home = homes[0] if homes else "CHAPTER"
        yield f"{path}: lies in no chapter's folder; move it to {folder / home / path.name}"
    for path in _sounds(folder, "*/*"):
        chapter = path.parent.name
        if chapter not in known:
            yield _unknown(path, "chapter", chapter, tuple(known))
        elif path.stem not in known[chapter]:
            yield _unknown(path, f"beat of {chapter}", path.stem, known[chapter])
    yield from _doubled(find(folder))


def unheard(folder: Path) -> Iterator[str]:
    """Yield a sentence for all that bears a silent beat's name and is no file of sound."""
    known, heard = beats(), {(each.chapter, each.beat) for each in find(folder)}
    for path in files_in(folder, "*/*"):
        chapter, beat = path.parent.name, path.name.partition(".")[0]
        named = beat in known.get(chapter, ()) and (chapter, beat) not in heard
        if named and path.suffix.lower() not in ENDINGS:
            ending = path.suffix or "a name without an ending"
            yield f"{path}: is not heard, as {ending} is not known to be sound; save it as .wav"
    for path in no_files_in(folder, "*/*"):
        chapter, beat = path.parent.name, path.stem
        named = beat in known.get(chapter, ()) and (chapter, beat) not in heard
        if named and path.suffix.lower() in ENDINGS:
            yield f"{path}: is not heard, as it is no file, or a link to none; copy the recording"


@cache
def beats() -> Mapping[str, tuple[str, ...]]:
    """Return the names of the beats of every chapter, as they are told."""
    return {name: tuple(Script.load(SCENES / f"{name}.toml").beats) for name in all_chapters()}


def _sounds(folder: Path, pattern: str) -> list[Path]:
    return [path for path in files_in(folder, pattern) if path.suffix.lower() in ENDINGS]


def _unknown(path: Path, kind: str, name: str, valid: Sequence[str]) -> str:
    near = get_close_matches(name, valid, n=1, cutoff=0.5)
    hint = f'; did you mean "{near[0]}"?' if near else "."
    return f'{path}: there is no {kind} "{name}"{hint} Choose from: {", ".join(valid)}'


def _doubled(recordings: Sequence[Recording]) -> Iterator[str]:
    of_beat: dict[tuple[str, str], list[Path]] = {}
    for each in recordings:
        of_beat.setdefault((each.chapter, each.beat), []).append(each.path)
    for (chapter, beat), paths in of_beat.items():
        if len(paths) > 1:
            names = " and ".join(path.name for path in paths)
            yield f"{paths[0].parent}: {names} are both for {chapter}/{beat}; keep one of them"
