"""PGM and PPM as numbers: each kind of file is read as it is meant."""

import numpy as np
import pytest

from mathcore.layer_file.picture import brightness
from mathcore.readers.netpbm import read_netpbm


def read(tmp_path, raw):
    """Return the pixels, and what is white in them."""
    path = tmp_path / "picture"
    path.write_bytes(raw)
    raster = read_netpbm(path)
    return raster.window((0, 0, *raster.size)).squeeze().tolist(), raster.top


@pytest.mark.parametrize(
    ("raw", "picture", "top"),
    [
        (b"P2\n# made by hand\n3 1 255\n0 7 255\n", [0, 7, 255], 255),
        (b"P2\r\n3 1\r\n9\r\n0 7 9\r\n", [0, 7, 9], 9),
        (b"P5 2 2 255\n\x00\x0a\x20\xff", [[0, 10], [32, 255]], 255),
        (b"P5 2 1 256\n\x01\x00\x00\xff", [256, 255], 256),
        (b"P3 1 2 255\n1 2 3\n4 5 6", [[1, 2, 3], [4, 5, 6]], 255),
        (b"P6\n1 1\n# red\n255\n\xff\x00\x01", [255, 0, 1], 255),
        (b"P5\r\n2 1\r\n255\r\n\x07\x08", [7, 8], 255),  # one byte more than the pixels need
        (b"P5\r2 1\r255\r\n\x07", [10, 7], 255),  # just as many, and no LF ends a line of it
        (b"P5\r2 1\r255\r\n\x07\x08", [7, 8], 255),
        (b"P5\r\n2 1\r\n300\r\n\x00\x07\x01\x08", [7, 264], 300),
    ],
)
def test_every_kind_written_out(tmp_path, raw, picture, top):
    assert read(tmp_path, raw) == (picture, top)


def test_a_head_of_another_system_is_read_as_it_is_meant(tmp_path):
    """Its last LF is 10, and was once the first pixel for others, and one too many for us."""
    rows = [
        [10, 40, 70, 100, 130],
        [20, 50, 80, 110, 140],
        [60, 100, 100, 100, 60],
        [30, 60, 90, 120, 150],
        [40, 70, 100, 130, 160],
    ]
    raw = b"P5\r\n5 5\r\n255\r\n" + bytes(each for row in rows for each in row)
    assert read(tmp_path, raw) == (rows, 255)
    with pytest.raises(ValueError, match="goes on after 25 numbers, which are all of 5 × 5; save"):
        read(tmp_path, raw + b"\n")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"P5 1", "begins like a PGM or PPM, and has no size; save it anew"),
        (b"P5 1 1 65536\n\x00\x00", "has 65536 as its brightest; save it with 255"),
        (b"P5 1 1 0\n\x00", "has 0 as its brightest; save it with 255"),
        (b"P5 3 2 255\n\x00", "holds 1 numbers, not 3 × 2; save it anew"),
        (b"P6 3 2 255\n\x00", "holds 1 numbers, not 3 × 2 × 3; save it anew"),
        (b"P5\r\n2 1\r\n255\r\n\x07", "holds 1 numbers, not 2 × 1; save it"),  # and not 10, 7
        (b"P5 2 1 255\r\n\x07", "holds 1 numbers, not 2 × 1; save it"),
        (b"P5 1 1 255\r\n\x00\x00", "goes on after 1 numbers, which are all of 1 × 1; save it"),
        (b"P5 1 1 255\r\x00\x00", "goes on after 1 numbers, which are all of 1 × 1; save it"),
        (b"P5 1 1 9\n\x0a", "has a pixel of 10, above 9; save it anew"),
        (b"P2 3000 3000 9\n", "writes 9,000,000 numbers out; at most 4,000,000 are read: save it"),
        (b"P2 1 1 255\n256", "has a pixel of 256, above 255; save it anew"),
        (b"P2 1 1 255\nx", "holds what is no whole number; save it anew"),
    ],
)
def test_what_is_no_picture(tmp_path, raw, message):
    with pytest.raises(ValueError, match=message):
        read(tmp_path, raw)


def test_brightness_written_out():
    colours = np.array([[[255, 255, 255], [100, 10, 1], [0, 0, 0]]])
    assert brightness(colours).tolist() == [[255, round(29.9 + 5.87 + 0.114), 0]]
    assert brightness(np.array([[3]])).tolist() == [[3]]
