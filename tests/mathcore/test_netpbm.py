"""Pictures as numbers: each kind of file is read as it is meant."""

import numpy as np
import pytest

from mathcore.layer_file.netpbm import brightness, read_netpbm


def read(tmp_path, raw):
    path = tmp_path / "picture"
    path.write_bytes(raw)
    return read_netpbm(path)


@pytest.mark.parametrize(
    ("raw", "picture"),
    [
        (b"P2\n# made by hand\n3 1 255\n0 7 255\n", [[0, 7, 255]]),
        (b"P5 2 2 255\n\x00\x0a\x20\xff", [[0, 10], [32, 255]]),
        (b"P3 1 2 255\n1 2 3\n4 5 6", [[[1, 2, 3]], [[4, 5, 6]]]),
        (b"P6\n1 1\n# red\n255\n\xff\x00\x01", [[[255, 0, 1]]]),
    ],
)
def test_every_kind_written_out(tmp_path, raw, picture):
    assert read(tmp_path, raw).tolist() == picture


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"\x89PNG", "is no PGM or PPM; save it as one"),
        (b"P5 1 1 65535\n\x00\x00", "has 65535 as its brightest; save it with 8 bits, 255"),
        (b"P5 2 2 255\n\x00", "holds 1 numbers, not 2 × 2 × 1"),
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
