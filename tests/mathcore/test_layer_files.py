"""Layer files: which kind reads them, and what a wrong one is told."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcore import ExampleError, files_of, kind_of, load_layer
from mathcore.layer_file import kinds, named_files
from mathcore.layer_file.reading import (
    matrix_of,
    open_file,
    read_file,
    read_matrix,
    read_number,
    read_whole,
)
from tests.layers import GOOD, tiny, write

__all__ = ["tiny"]
HEAD = GOOD.partition("left")[0]


def faults(path):
    """Return what loading a file says, without the path before each fault."""
    with pytest.raises(ExampleError) as caught:
        load_layer(path)
    return [fault.removeprefix(f"{path}: ") for fault in caught.value.faults]


def test_a_file_is_read_by_the_module_of_its_kind(tiny):
    layer = load_layer(tiny / "stripes.toml")
    assert kind_of(tiny / "stripes.toml") == "tiny"
    assert "tiny" in kinds()
    assert "reading" not in kinds()
    assert (layer.name["en"], layer.left[1, 1]) == ("Stripes", Fraction(-1, 3))
    assert not layer.left.flags.writeable


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = 1", 'no kind; add kind = "...", use one of '),
        ('kind = "tinny"', 'unknown kind "tinny"; did you mean "tiny"?'),
        ('kind = "zzz"', 'unknown kind "zzz"; use one of '),
        ("kind = 3", "kind is 3; use one of "),
        ("", "the file is empty; it needs a kind, a name and what that kind needs"),
        ("kind = ", "line 1: not TOML"),
    ],
)
def test_a_file_of_no_known_kind(tiny, text, said):
    (fault,) = faults(write(tiny, "x", text))
    assert fault.startswith(said)


def test_a_file_that_is_not_there(tiny):
    with pytest.raises(ExampleError, match=r"gone.toml: no such file"):
        kind_of(tiny / "gone.toml")


def test_all_faults_come_at_once(tiny):
    path = write(tiny, "x", 'kind = "tiny"\nnaem = 1\nleft = 2\nright = [[1, 2], [3]]')
    assert faults(path) == [
        'unknown key "naem"; did you mean "name"?',
        "left is 2; write a list of rows, as in [[1, 0], [0, 1]]",
        "right has rows of different lengths; write rows of one length, as in [[1, 0], [0, 1]]",
    ]


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ("[]", "left is empty; write rows of one length, as in [[1, 0], [0, 1]]"),
        ("[[], []]", "left is empty; write rows of one length, as in [[1, 0], [0, 1]]"),
        ("[1, 2]", "left is a list; write a list of rows, as in [[1, 0], [0, 1]]"),
        ("[[1, nan]]", "left, row 1, column 2 is nan; write a finite number"),
        ("[[1], ['x']]", 'left, row 2, column 1 is "x", not a number; write 40, 0.4 or "1/3"'),
    ],
)
def test_a_matrix_that_is_none(tiny, left, said):
    assert faults(write(tiny, "x", f"{HEAD}left = {left}\nright = [[1]]")) == [said]


@given(rows=st.integers(1, 5), columns=st.integers(1, 5), data=st.data())
def test_a_matrix_is_what_is_written(rows, columns, data):
    width = st.lists(st.integers(-99, 99), min_size=columns, max_size=columns)
    written = data.draw(st.lists(width, min_size=rows, max_size=rows))
    root = open_file("x.toml", {"a": written}, ["a"])
    assert np.array_equal(read_matrix(root, "a"), np.array(written))


def table(**raw):
    return open_file("x.toml", raw, list(raw) or ["a"], files="bdw")


def test_numbers_files_and_what_is_missing(tmp_path):
    (tmp_path / "p.png").write_bytes(b"")
    root = table(a=2, b="p.png", c=True, d="gone.png")
    assert read_number(root, "a") == 2
    assert read_whole(root, "a", 1, 3, 1) == 2
    assert read_whole(root, "e", 1, 3, 1) == 1
    assert read_file(root, "b", tmp_path, "cup.png") == tmp_path / "p.png"
    assert not root.inspection.faults
    assert [read_number(root, "c"), read_whole(root, "c", 1, 3, 1)] == [None, None]
    assert [read_number(root, "z"), read_matrix(root, "y")] == [None, None]
    assert matrix_of(root, "c", True) is None
    assert [read_file(root, key, tmp_path, "cup.png") for key in "dw"] == [None, None]
    assert [fault.partition(": ")[2].partition(";")[0] for fault in root.inspection.faults] == [
        "c is true, not a number",
        "c is true",
        "no z",
        "no y",
        "c is true",
        'd: no such file "gone.png"',
        "no w",
    ]


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    (tmp_path / "p.png").write_bytes(b"")
    monkeypatch.setattr("os.access", lambda path, how: False)
    root = table(b="p.png")
    assert read_file(root, "b", tmp_path, "cup.png") is None
    assert root.inspection.faults == ['x.toml: b: "p.png" cannot be read; check its permissions']


def test_a_folder_is_no_file_but_it_is_there(tmp_path):
    (tmp_path / "p.png").mkdir()
    root = table(b="p.png")
    assert read_file(root, "b", tmp_path, "cup.png") is None
    assert root.inspection.faults == [
        'x.toml: b: "p.png" is a folder, a pipe or a device; name a file'
    ]


def test_a_layer_file_depends_on_the_files_that_it_names(tiny):
    for name in ("a.png", "secret.txt"):
        (tiny / name).write_bytes(b"")
    path = write(tiny, "x", 'kind = "tiny"\nfile = "a.png"\nnote = "secret.txt"\nx = ["a.png"]')
    assert files_of(path) == (path, tiny / "a.png")
    assert named_files(path) == {"file": tiny / "a.png"}
    named = write(tiny, "y", 'kind = "tiny"\nfile = { file = "a.png", tensor = "fc.weight" }')
    assert named_files(named) == {"file": tiny / "a.png"}
    for named in ('"gone"', "3", f'"{"x" * 5000}"', '"a\\u0000b"', '""'):
        assert files_of(write(tiny, "x", f'kind = "tiny"\nfile = {named}')) == (path,)


def test_a_kind_says_which_of_its_keys_name_files(tmp_path):
    """Otherwise its numbers would depend on what is not packed and not looked at."""
    (tmp_path / "p.png").write_bytes(b"")
    with pytest.raises(LookupError, match='"e" names a file; list it in the FILES of this kind'):
        read_file(table(e="p.png"), "e", tmp_path, "cup.png")
