"""The terminal: names and paths are seen as they are; a folder is named as any disk can name it."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.table import Table

from mathcore import printable
from scenes.kit.ground import lettering
from scenes.production.cache import terminal
from scenes.production.cache.terminal import Terminal, say, spell_out, tell
from scenes.production.commands.display import Display
from scenes.production.planning.plain_names import is_device
from scenes.production.planning.settings import Settings
from scenes.production.workers.progress import Advance
from tests.strategies import hostile_lines

UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
UNPRINTED = "\0\a\n\r\x1b\x7f\x9b\u200b\u202e\udce9"
names = hostile_lines("".join(map(chr, sorted(lettering.characters()))) + 9 * UNPRINTED)


def shown(name: str) -> str:
    """Return all that a terminal shows of a name: alone, in a table, over it and in its head."""
    page = io.StringIO()
    screen = Terminal(file=page, force_terminal=True, width=500, soft_wrap=True, color_system=None)
    table = Table(name, title=name, box=None)
    table.add_row(name)
    for each in (name, table):
        screen.print(each, highlight=False)
    return page.getvalue()


@given(names)
def test_a_name_is_seen_as_it_is_and_orders_nothing(name: str) -> None:
    seen = shown(name.replace("\n", ""))
    assert not any(unicodedata.category(each) in UNSEEN for each in seen.replace("\n", ""))
    meant = "".join(printable(name.replace("\n", "")).split())
    assert "".join(seen.split()) == meant * 4


@given(names)
def test_what_is_said_and_told_is_seen(name: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for stream, speak in (("stdout", tell), ("stderr", say)):
            page = io.TextIOWrapper(io.BytesIO(), "ascii", newline="\n")
            patch.setattr(f"sys.{stream}", page)
            terminal.spell_out()
            speak(name)
            page.flush()
            assert isinstance(page.buffer, io.BytesIO)
            written = page.buffer.getvalue()
            assert written.isascii()
            assert written.count(b"\n") == name.count("\n") + 1
            assert not set(written) & {*range(10), *range(11, 32), 127}


def test_the_bar_takes_no_name_for_an_order(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FORCE_COLOR", "1")
        patch.setenv("TERM", "xterm")  # on a terminal that can only go on there is no bar
        with Display(["[/] :smile:"]) as display:
            display(Advance("[/] :smile:", 1, 2))
    assert "[/] :smile:" in capsys.readouterr().err


ODD = ("con", "AUX", "nul", "com1", "LPT9", "x" * 250, "caf\udce9", "=cmd", "..", " ", "-rf", "~")
characters = st.characters(exclude_categories=["Cs"], exclude_characters="/\0")
stems = st.text(characters, min_size=1, max_size=250) | st.sampled_from(ODD)


@given(st.lists(stems.map(lambda stem: Path(f"{stem}.toml")), min_size=1, max_size=7, unique=True))
def test_a_folder_is_named_as_any_disk_and_shell_can_name_it(paths: list[Path]) -> None:
    film = Settings(paths[0], layers=tuple(paths[1:]), material_tag="0" * 64)
    assert len(f"{film.material}") < 250
    for name in (film.example_name, film.material):
        assert name.isascii()
        assert name.replace("_", "").replace("-", "").isalnum()
        assert not name.startswith("-")
        assert not is_device(name)
    others = {Settings(path).example_name for path in paths}
    assert len(others) == len({os.fsencode(path.stem) for path in paths})


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("utf-8", "4 × 3 → “茶” 33.3… %"),
        ("cp1252", "4 × 3 -> “\\u8336” 33.3… %"),
        ("ascii", '4 x 3 -> "\\u8336" 33.3... %'),
    ],
)
def test_what_an_encoding_lacks_is_still_to_be_read(monkeypatch, encoding, written):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    spell_out()
    tell("4 × 3 → “茶” 33.3… %")
    stream.flush()
    assert stream.buffer.getvalue().decode(encoding).splitlines() == [written]
