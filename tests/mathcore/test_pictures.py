"""Pictures of every format, as they are seen, or refused in words."""

import zlib
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mathcore.layer_file.framing import read_framed
from mathcore.readers.pictures import read_raster
from mathcore.recipe_file.tables import Inspection, Table
from mathcore.shrinking import area_mean
from tests.drawn_pictures import drawn_pictures, means, saved
from tests.mathcore.hostile import png

KEYS = ("image", "crop", "size")
ROW = zlib.compress(bytes(7))
SAID = 'x.toml: image: "drawn" '


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("pictures") / "drawn"


def framed(path, most=10_000, fitting=lambda size: size, **keys):
    """Return the pixels, the faults, and what is said."""
    table = Table(Inspection("x.toml"), "", {"image": "drawn", **keys}, KEYS)
    pixels = read_framed(table, path, fitting, most)
    return pixels, table.inspection.faults, table.inspection.sentences


@given(drawn_pictures())
def test_each_pixel_is_the_mean_of_what_is_seen_there(path, drawn):
    path.write_bytes(drawn.raw)
    left, top, wide, high = drawn.crop
    raster = read_raster(path)
    assert raster.size == drawn.seen.shape[1::-1]
    box = (left, top, left + wide, top + high)
    pixels = area_mean(raster.window, box, drawn.size, raster.top)
    assert pixels.tolist() == means(drawn.seen[top : top + high, left : left + wide], drawn.size)


def test_means_written_out():
    picture = np.array([[0, 10, 200], [20, 30, 100]])[:, :, None]

    def shrunk(size):
        given = area_mean(lambda b: picture[b[1] : b[3], b[0] : b[2]], (0, 0, 3, 2), size, 255)
        return given[..., 0].tolist()

    assert shrunk((3, 2)) == picture[..., 0].tolist()
    assert shrunk((3, 1)) == [[10, 20, 150]]
    assert shrunk((1, 1)) == [[60]]
    left = (0 + 20 + Fraction(10 + 30, 2)) / 3  # 13.3
    right = (200 + 100 + Fraction(10 + 30, 2)) / 3  # 106.7
    assert shrunk((2, 1)) == [[round(left), round(right)]]
    assert shrunk((1, 2)) == [[70], [50]]


FIRST_TWO = {  # where the first two pixels of the first stored row are seen
    1: ((0, 0), (0, 1)),
    2: ((0, -1), (0, -2)),
    3: ((-1, -1), (-1, -2)),
    4: ((-1, 0), (-1, 1)),
    5: ((0, 0), (1, 0)),
    6: ((0, -1), (1, -1)),
    7: ((-1, -1), (-2, -1)),
    8: ((-1, 0), (-2, 0)),
}


@pytest.mark.parametrize("orientation", FIRST_TWO)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_every_orientation_of_exif_written_out(path, kind, orientation):
    stored = np.zeros((32, 48), np.uint8)  # blocks, as JPEG has losses
    stored[:16, :16], stored[:16, 16:32] = 250, 120
    path.write_bytes(saved(Image.fromarray(stored).convert("RGB"), kind, orientation))
    raster = read_raster(path)
    assert raster.size == ((48, 32) if orientation < 5 else (32, 48))
    size = raster.size[0] // 16, raster.size[1] // 16
    pixels = area_mean(raster.window, (0, 0, *raster.size), size, raster.top)
    first, second = FIRST_TWO[orientation]
    assert abs(pixels[first] - 250).max() < 5
    assert abs(pixels[second] - 120).max() < 5
    assert pixels.sum() < 3 * (250 + 120 + 20)


@given(drawn_pictures(), st.integers(0, 400), st.integers(0, 255))
def test_a_damaged_picture_is_refused_in_words_or_still_one(path, drawn, at, value):
    raw = bytearray(drawn.raw)
    if value:
        raw[at % len(raw)] = value
    else:
        del raw[at % len(raw) :]
    path.write_bytes(bytes(raw))
    pixels, faults, _ = framed(path, fitting=lambda size: (1, 1))
    if faults:
        (fault,) = faults
        assert fault.startswith('x.toml: image: "drawn" ')
        assert ";" in fault or ":" in fault
    else:
        assert pixels.min() >= 0
        assert pixels.max() <= 255


@given(drawn_pictures(), st.data())
def test_what_is_cut_short_is_not_shown_as_if_it_were_whole(path, drawn, data):
    path.write_bytes(drawn.raw[: data.draw(st.integers(0, len(drawn.raw) - 1))])
    pixels, faults, _ = framed(path, size=[1, 1])
    if not faults:  # only what says that it is over is missing
        path.write_bytes(drawn.raw)
        assert framed(path, size=[1, 1])[0].tolist() == pixels.tolist()


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"", "is no picture that can be read; save it as PNG or JPEG"),
        (b"\0\0\0\x18ftypheic", "is a HEIC picture, as phones make them; export it as JPEG or PNG"),
        (b"<svg>", "is no picture that can be read; save it as PNG or JPEG"),
        (b"P4 3 3\n\0\0\0", "is no picture that can be read; save it as PNG or JPEG"),
        (png(60_000, 60_000), "is 60000 × 60000 pixels; at most 50,000,000 in all are read: scale"),
        (png(70_000, 1), "is 70000 × 1 pixels; at most 65,535 a side are read: scale it down"),
        (png(0, 3), "is 0 × 3 pixels, which are none; save it anew"),
        (png(3, 3), "is damaged or cut short; save it anew"),
        (png(3, 1, (b"IDAT", ROW), kind=3), "is damaged or cut short; save it anew"),  # no palette
        (
            png(1, 1, (b"tRNS", bytes(6)), (b"IDAT", ROW), bits=16),
            "has 16 bits a colour, one of which is transparent; save it with 8 bits or with alpha",
        ),
        (b"\x89PNG", "is damaged or cut short; save it anew"),
        (b"GIF89a\xff\xff\xff\xff", "is 65535 × 65535 pixels; at most 50,000,000 in all are read"),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\xff" * 6, "is 16777216 × 16777216 pixels; at mo"),
        (b"RIFF\0\0\0\0WEBPVP8L" + bytes(5) + b"\xff" * 4, "is 16384 × 16384 pixels; at most 30,"),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + b"\xff" * 4, "is 16383 × 16383 pixels; at most 30"),
        (b"RIFF\0\0\0\0WAVEfmt ", "is damaged or cut short; save it anew"),
    ],
)
def test_what_is_no_picture_or_too_large_a_one(path, raw, fault):
    path.write_bytes(raw)
    pixels, faults, _ = framed(path)
    assert pixels is None
    assert [each.removeprefix('x.toml: image: "drawn" ')[: len(fault)] for each in faults] == [
        fault
    ]


def test_a_jpeg_that_says_it_is_huge(path):
    raw = saved(Image.new("L", (8, 8)), "JPEG")
    at = raw.index(b"\xff\xc0") + 5
    path.write_bytes(raw[:at] + b"\xea\x60" * 2 + raw[at + 4 :])
    assert "is 60000 × 60000 pixels; at most 50,000,000" in framed(path)[1][0]


def test_a_file_of_more_bytes_than_are_read(path):
    with path.open("wb") as file:
        file.write(png(3, 3))
        file.truncate(200_000_001)
    assert "has more than 200,000,000 bytes, the most that is read" in framed(path)[1][0]


def test_where_memory_is_short_it_says_so(path, monkeypatch):
    def load(image):
        raise MemoryError

    path.write_bytes(saved(Image.new("L", (8, 8)), "PNG"))
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", load)
    assert "needs more memory than there is; scale it down" in framed(path)[1][0]


def test_a_clear_grey_of_16_bits_is_white(path):
    image = Image.fromarray(np.array([[0, 300, 65535]], np.uint16))
    path.write_bytes(saved(image, "PNG", transparency=300))
    assert framed(path)[0].tolist() == [[0, 255, 255]]
