"""Small whole numbers that come from a picture or from a table."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mathcore.layer_file.grid_file import image_size, kernel_size, printable, read_grid
from mathcore.recipe_file.tables import Inspection, Table
from tests.drawn_pictures import saved


def grid(folder, raw, fitting=image_size, **more):
    """Return the numbers, the faults, and what is said."""
    keys = {"image": raw, **more}
    table = Table(Inspection("x.toml", files=("picture.image",)), "picture", keys, tuple(keys))
    read = read_grid(table, "image", folder, fitting, "glass.png")
    told = [each.removeprefix("x.toml: picture: ") for each in table.inspection.sentences]
    return read if read is None else read.tolist(), table.inspection.faults, told


def test_a_picture_becomes_numbers_that_can_be_printed(tmp_path):
    grey = np.array([[0, 14, 15], [127, 128, 255]], np.uint8)  # 255 / 18 is 14.2: half of a step
    (tmp_path / "p.png").write_bytes(saved(Image.fromarray(grey), "PNG"))
    read, faults, said = grid(tmp_path, "p.png")
    assert read == [[0, 0, 1], [4, 5, 9]]  # 127 · 9 / 255 = 4.48, 128 · 9 / 255 = 4.52
    assert faults == []
    assert said == ['image: "p.png" has brightness from 0 to 255, which becomes 0 to 9']


def test_a_larger_one_is_shrunk_and_both_is_said(tmp_path):
    grey = np.repeat(np.arange(40, dtype=np.uint8)[None] * 6, 30, axis=0)
    (tmp_path / "p.png").write_bytes(saved(Image.fromarray(grey), "PNG"))
    read, _, said = grid(tmp_path, "p.png")
    mean = [21 + 48 * column for column in range(5)]  # of 0, 6, ..., 42 and so on
    assert read == [[(18 * each + 255) // 510 for each in mean]] * 4
    assert said[0].startswith('image: "p.png" is 40 × 30 pixels; they become 5 × 4, each the mean')
    assert said[1:] == ['image: "p.png" has brightness from 0 to 255, which becomes 0 to 9']
    assert len(grid(tmp_path, "p.png", kernel_size)[0]) == 2
    assert np.shape(grid(tmp_path, "p.png", size=[4, 4], crop=[0, 0, 9, 9])[0]) == (4, 4)


def test_a_table_becomes_numbers_that_can_be_printed(tmp_path):
    for text, numbers, said in (
        ("1,-9\n0,3\n", [[1, -9], [0, 3]], []),
        ("0.0625 0.125\n", [[1, 2]], ['image: "k.csv" is scaled, so that 0.125 becomes 2']),
        ("0;127,5;255\n", [[0, 1, 2]], ['image: "k.csv" is scaled, so that 255 becomes 2']),
        (
            "0 -100 130\n",
            [[0, -7, 9]],
            ['image: "k.csv" is scaled, so that 130 becomes 9, and rounded to whole numbers'],
        ),
    ):
        (tmp_path / "k.csv").write_text(text, "utf-8")
        assert grid(tmp_path, "k.csv") == (numbers, [], said)
    np.savez(tmp_path / "k.npz", other=[[1.0]], edge=[[0.5, -1]])
    read, _, said = grid(tmp_path, {"file": "k.npz", "tensor": "edge"})
    assert read == [[1, -2]]
    assert said == ['image: "k.npz" is scaled, so that -1 becomes -2']


@pytest.mark.parametrize(
    ("name", "raw", "fault"),
    [
        ("x.png", b"tea", "is no picture that can be read; save it as PNG or JPEG"),
        ("x.csv", b"1\n" * 40, "is 1 × 40; at most 32 × 32 can be shown"),
        ("x.csv", b"1,2\n" * 999, "holds 1,998 numbers, at most 1,024 are read; shorten it"),
    ],
)
def test_files_that_are_none(tmp_path, name, raw, fault):
    (tmp_path / name).write_bytes(raw)
    read, faults, _ = grid(tmp_path, name)
    start = f'x.toml: picture: image: "{name}" {fault}'
    assert read is None
    assert [each[: len(start)] for each in faults] == [start]


def test_sizes_and_shapes_that_cannot_be_shown(tmp_path):
    (tmp_path / "p.png").write_bytes(saved(Image.new("L", (40, 3)), "PNG"))
    _, (fault,), _ = grid(tmp_path, "p.png", size=[40, 3])
    assert fault == 'x.toml: picture: image: "p.png" is 40 × 3; at most 32 × 32 can be shown'
    np.save(tmp_path / "k.npy", np.zeros((2, 2, 2)))
    _, (fault,), _ = grid(tmp_path, "k.npy")
    assert fault.endswith('"k.npy" has the shape (2, 2, 2); give rows and columns')
    _, (fault,), _ = grid(tmp_path, "gone.png")
    assert fault.endswith('no such file "gone.png"; name it as seen from the layer file')
    assert grid(tmp_path, "p.png", size=3)[0] is None


@pytest.mark.parametrize("raw", ["k.csv", [[1, 2], [3, 4]]])
def test_what_is_asked_for_of_a_picture_is_not_passed_over_where_there_is_none(tmp_path, raw):
    (tmp_path / "k.csv").write_text("1,2.5\n3,4\n", encoding="utf-8")
    _, faults, _ = grid(tmp_path, raw, size=[1, 1], crop=[0, 0, 1, 1])
    assert faults == [
        f"x.toml: picture: {key} is for a picture, and image is numbers; leave it out"
        for key in ("size", "crop")
    ]


def test_a_key_that_no_file_has_is_not_passed_over(tmp_path):
    np.savez(tmp_path / "k.npz", image=np.eye(2), other=np.ones((2, 2)))
    _, faults, _ = grid(tmp_path, {"file": "k.npz", "tensr": "other"})
    assert faults == ['x.toml: picture: image: unknown key "tensr"; did you mean "tensor"?']


def test_what_is_missing_is_asked_for(tmp_path):
    table = Table(Inspection("x.toml"), "", {}, ())
    assert read_grid(table, "kernel", tmp_path, kernel_size, "kernel.csv") is None
    assert table.inspection.faults == [
        "x.toml: no kernel; add kernel = [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]"
    ]


@pytest.mark.parametrize("kind", [np.float64, np.float32])
@pytest.mark.parametrize("part", [10, 3, 45, 7])
def test_floats_become_the_whole_numbers_that_they_were(tmp_path, kind, part):
    np.save(tmp_path / "k.npy", (np.array([[1, 2], [-3, 4]]) / part).astype(kind))
    read, _, (said,) = grid(tmp_path, "k.npy")
    assert read == [[1, 2], [-3, 4]]
    assert f"is scaled, so that {4 / part:.4g} becomes 4" in said


small = st.fractions(-300, 300, max_denominator=40)


@given(st.lists(st.lists(small, min_size=3, max_size=3), min_size=1, max_size=4))
def test_what_is_printable_keeps_its_proportions(rows):
    numbers = np.array(rows, dtype=object)
    whole, said = printable(numbers)
    largest = max(abs(each) for each in numbers.flat)
    assert abs(whole).max() <= 9
    if said.endswith("rounded to whole numbers"):
        assert abs(whole).max() == 9
        off = [abs(w * largest - 9 * n) for w, n in zip(whole.flat, numbers.flat, strict=True)]
        assert max(off) <= largest / 2
    else:
        at = int(abs(whole).argmax())
        crosswise = zip(whole.flat, numbers.flat, strict=True)
        assert all(n * int(whole.flat[at]) == w * numbers.flat[at] for w, n in crosswise)
        assert bool(said) == bool((whole != numbers).any())
    assert all(Fraction(int(w)) * n >= 0 for w, n in zip(whole.flat, numbers.flat, strict=True))
