"""An entry is whole or it is made again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scenes.production.cache.files import sha256
from scenes.production.cache.store import Cache
from scenes.production.planning.settings import Settings
from tests.production.tiny import make


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)


def lose(path: Path) -> None:
    path.unlink()


def lose_sum(path: Path) -> None:
    path.with_name(f"{path.name}.sum").unlink()


SPOILING = [cut, flip, lose, lose_sum]


@pytest.mark.parametrize("spoil", SPOILING)
def test_a_spoilt_entry_is_not_taken_for_a_whole_one(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    """One that disagrees with its checksum is thrown away; half of one may be another run's."""
    cache = Cache(tmp_path)
    entry = cache.stem("abcd").with_name("abcd.mp4")
    cache.put(entry, b"frames")
    assert cache.is_whole(entry)
    spoil(entry)
    assert not cache.is_whole(entry)
    assert bool(list(tmp_path.rglob("abcd*"))) == (spoil in (lose, lose_sum))


@pytest.mark.parametrize("ending", ["mp4", "png"])
@pytest.mark.parametrize("spoil", SPOILING)
def test_what_is_spoilt_is_made_again(
    settings: Settings, spoil: Callable[[Path], None], ending: str
) -> None:
    make(settings)
    before = {path: sha256(path) for path in settings.folder.rglob("*.*")}
    for entry in sorted(settings.cache.rglob(f"*.{ending}"))[:1]:
        spoil(entry)
    for path in before:
        path.unlink()
    make(settings)
    assert before == {path: sha256(path) for path in settings.folder.rglob("*.*")}
