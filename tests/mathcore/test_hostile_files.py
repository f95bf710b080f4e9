"""Files that are made to do harm, or are merely huge: refused in words of ours, at little cost."""

import io
import json
import os
import re
import subprocess
import sys
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mathcore import ExampleError, RecipeBook, load_layer, printable
from mathcore.layer_file.reading import beside
from mathcore.layer_file.seconds import read_seconds
from mathcore.listing import files_in
from mathcore.readers.netpbm import read_netpbm
from mathcore.readers.tensors import read_matrix
from tests.mathcore.hostile import CASES, COLUMNS, write

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 2, 200
OTHERS_WORDS = re.compile(r"Error|limit \(|reshape|convert|invalid literal|codec|line contains")
SAID = {
    "picture: 2^32 x 2^32": "is 4294967296 × 4294967296 pixels; at most 65,535 a side are read",
    "picture: 60,000 x 60,000": "is 60000 × 60000 pixels; at most 50,000,000 in all are read",
    "picture: a head of digits": "is 111111111111 × 1 pixels; at most 65,535 a side are read",
    "picture: the brightest of digits": "has 111111111111 as its brightest; save it with 255",
    "picture: a picture that goes on": "goes on after 9 numbers, which are all of 3 × 3; save it",
    "picture: numbers far apart": "holds 0 numbers, not 3 × 3; save it anew",
    "picture: a PNG of 60,000 x 60,000": "is 60000 × 60000 pixels; at most 50,000,000 in all are",
    "picture: a PNG without end": "has more than 200,000,000 bytes, the most that is read: save it",
    "picture: a PNG of less than it says": "is damaged or cut short; save it anew",
    "picture: a PNG with words without end": "is damaged or cut short; save it anew",
    "picture: a GIF of 65,535 x 65,535": "is 65535 × 65535 pixels; at most 50,000,000 in all are",
    "picture: a WebP of 16,384 x 16,384": "is 16384 × 16384 pixels; at most 30,000,000 in all are",
    "table: a line without end": "has more than 100,000 lines, or 20,000,000 bytes; shorten it",
    "table: lines without end": "has more than 100,000 lines, or 20,000,000 bytes; shorten it",
    "table: a matrix without end": "holds 1,000,500 numbers, at most 20,000 are read; shorten it",
    "seconds: rows without end": "has 90,000 rows; at most 24 are shown",
    "example: a file without end": "has more than 100,000 bytes, the most that is read; shorten",
    "example: a key without end": "has a key of more than 16 parts with dots; write plain tables",
    "example: keys without end": "x.toml: more than 50 faults; mend these first",
    "layer: windows without end": "image is larger than 32 × 32, which cannot be shown",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What a process of its own says of every case, and what it costs there."""
    folder = tmp_path_factory.mktemp("hostile")
    command = (sys.executable, "-m", "tests.mathcore.hostile", str(folder))
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return {name: rest for name, *rest in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_refused_in_words_at_little_cost(told, name, tmp_path):
    said, seconds, megabytes = told[name]
    assert all(line.startswith("x.toml: ") for line in said.splitlines()), said
    assert not OTHERS_WORDS.search(said)
    assert SAID.get(name, "") in said
    assert len(said) < 20_000
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    load, text, file = CASES[name]  # in this process too, where it is seen what was run
    path = write(tmp_path, text, file)
    assert outcome(load, path)[1].replace(str(path), "x.toml") == said


def outcome(read, path):
    """Return what was read, or else what was said, in words of ours."""
    try:
        return read(path), None
    except ValueError as fault:
        said = str(fault)
    assert not OTHERS_WORDS.search(said)
    return None, said


HEADS = st.tuples(
    st.sampled_from([b"P2", b"P3", b"P5", b"P6", b"P7"]),
    st.integers(0, 5),
    st.integers(0, 5),
    st.sampled_from([255, 255, 255, 1, 65535]),
)
BODIES = st.one_of(
    st.binary(max_size=80),
    st.lists(st.integers(0, 300), max_size=80).map(lambda row: " ".join(map(str, row)).encode()),
    st.text("0123456789 -+_.x\n#", max_size=40).map(str.encode),
)


@given(HEADS, BODIES, st.booleans())
def test_a_picture_is_what_pillow_reads_or_is_refused_in_words(tmp_path_factory, head, body, fits):
    kind, width, height, top = head
    if fits and kind in (b"P5", b"P6"):
        count = width * height * (1 if kind == b"P5" else 3) * (2 if top > 255 else 1)
        body = (body + bytes(150))[:count]
    raw = b"%s %d %d %d\n" % head + body
    path = tmp_path_factory.getbasetemp() / "drawn"
    path.write_bytes(raw)
    ours, fault = outcome(read_netpbm, path)
    assert fault is None or "save it" in fault
    if ours is not None:
        with Image.open(io.BytesIO(raw)) as theirs:
            white = 65535 if theirs.mode.startswith("I") else 255
            numbers = ours.window((0, 0, width, height)).astype(int)
            scaled = (2 * white * numbers + ours.top) // (2 * ours.top)
            assert np.array_equal(scaled.squeeze(), np.asarray(theirs).squeeze())


ROWS = st.lists(
    st.lists(st.one_of(st.integers(), st.text(max_size=6), st.just("1" * 400)), max_size=4).map(
        lambda row: ",".join(map(str, row))
    ),
    max_size=5,
).map("\n".join)


@pytest.mark.parametrize("read", [read_matrix, read_seconds])
@given(raw=st.one_of(st.binary(max_size=60), ROWS.map(lambda text: text.encode(errors="replace"))))
def test_a_table_is_read_or_refused_in_words(tmp_path_factory, read, raw):
    path = tmp_path_factory.getbasetemp() / "table"
    path.write_bytes((COLUMNS if read is read_seconds else b"") + raw)
    outcome(read, path)


@cache
def shipped(path):
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


FILES = files_in(ROOT / "assets", "*/*.toml")
ODD = st.sampled_from(
    [
        *(10**4400, -(10**4400), Decimal("1e999999"), Decimal("nan"), Decimal("-inf"), -1, 0, True),
        *("", "\0", "1" * 5000, "../" * 2000, "/dev/zero", "é" * 50, "{x}", "<b>", [], {}, [[]]),
        *([[1] * 40] * 40, {"en": 1}, [{}], [[[]]], "1/0", "-0", "²", "１"),
    ]
)


@given(data=st.data())
def test_any_value_anywhere_is_read_or_refused_in_words(data):
    path = data.draw(st.sampled_from(FILES))
    table = shipped(path).copy()
    key = data.draw(st.sampled_from([*table, "image", "weights"]))
    table[key] = changed(table.get(key), data)
    load = load_layer if path.parent.name == "layers" else RecipeBook.load
    with pytest.MonkeyPatch.context() as patch:
        for module in ("mathcore.layer_file", "mathcore.recipe_file.reader"):
            patch.setattr(f"{module}.read_toml", lambda *_: table)
        _, fault = outcome(load, path)
    assert fault is None or all(line.startswith(f"{path}: ") for line in fault.splitlines())


def changed(table, data):
    """Return a table in which one value, however deep, is an odd one."""
    if isinstance(table, dict | list) and table and data.draw(st.integers(0, 3)):
        places = list(table) if isinstance(table, dict) else range(len(table))
        place = data.draw(st.sampled_from(places))
        copy = table.copy()
        copy[place] = changed(table[place], data)
        return copy
    return data.draw(ODD)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("load", [RecipeBook.load, load_layer])
def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path, load):
    pipe, folder, loop = (tmp_path / f"{name}.toml" for name in ("pipe", "folder", "loop"))
    os.mkfifo(pipe)
    folder.mkdir()
    loop.symlink_to(loop)
    for path, said in (
        (pipe, "is a pipe or a device; save what it gives, and name that file"),
        (Path("/dev/null"), "is a pipe or a device; save what it gives, and name that file"),
        (folder, "is a folder; name a .toml file"),
        (loop, "check where it leads, and its permissions"),
        (tmp_path / "a\0b.toml", "no such file; check the name and the folder"),
        (tmp_path / f"{'x' * 300}.toml", "check where it leads, and its permissions"),
        (Path("~/tea.toml"), "no such file; check the name and the folder"),
    ):
        with pytest.raises(ExampleError) as told:
            load(path)
        assert str(told.value).startswith(f"{printable(str(path))}: ")
        assert str(told.value).endswith(said)


def test_the_home_of_nobody_is_a_folder_of_that_name(tmp_path):
    assert (
        beside(tmp_path, "~nobody-of-this-name/tea.csv")
        == tmp_path / "~nobody-of-this-name/tea.csv"
    )
