"""Examples, films and voices of one name, and the folders they go to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from scenes.kit.stage import choices
from scenes.production.cache.locks import held
from scenes.production.delivery.output_folders import at_home
from scenes.production.planning.settings import Settings
from tests.production.voices import burst, record

COCKTAILS = choices.EXAMPLES / "cocktails.toml"


def example(place: Path, text: str = "") -> Path:
    """Write an example file; only what it is called and what is in it counts here."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text or str(place), encoding="utf-8")
    return place


def home(settings: Settings) -> Path:
    """Return the folder that a run would work in."""
    with at_home([settings]) as (known,):
        return known.folder.parent


def film(settings: Settings, text: str = "film") -> Path:
    """Leave a film where a run would."""
    with at_home([settings]) as (known,), held([known.folder]):
        path = known.folder / "film.mp4"
        path.write_text(text)
        return path


def two(out: Path, name: str = "tea.toml") -> tuple[Settings, Settings]:
    """Two examples of one name."""
    first, second = (Settings(example(Path(folder, name)), out=out) for folder in "ab")
    return first, second


def two_voices(out: Path) -> tuple[Settings, Settings]:
    """Two folders of recordings for one film."""
    for seed, folder in enumerate("ab"):
        record(Path(folder, "recordings/row_by_column/first_cell.wav"), burst(0.5, seed=seed))
    first = Settings(COCKTAILS, voice=Path("a/recordings"), out=out)
    return first, replace(first, voice=Path("b/recordings"))
