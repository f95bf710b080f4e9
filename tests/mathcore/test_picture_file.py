"""Layer files of kind picture: what a good one holds, and what a bad one says."""

import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from mathcore import ExampleError
from mathcore.layer_file.picture import Turn, fuse, load
from tests import strategies

LAYERS = Path(__file__).parents[2] / "assets" / "layers"
GOOD = """kind = "picture"
name = { en = "stairs", zh = "楼梯" }
image = "stairs.pgm"
pixel = [1, 1]
[[maps]]
name = { en = "rise", zh = "升" }
kernel = [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]
[[maps]]
name = { en = "mean", zh = "均" }
kernel = [["1/9", "1/9", "1/9"], ["1/9", "1/9", "1/9"], ["1/9", "1/9", "1/9"]]
[[recipes]]
name = { en = "both", zh = "都" }
weights = [2, -0.5]
[turn]
recipe = 0
map = 1
to = 3
"""
IMAGE = b"P2 4 3 255\n0 1 2 9\n3 4 5 9\n6 7 10 9\n"


def read(path):
    return load(path, tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal))


@pytest.fixture
def write(tmp_path):
    def write(text=GOOD, image=IMAGE):
        (tmp_path / "stairs.pgm").write_bytes(image)
        path = tmp_path / "stairs.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def faults(path):
    with pytest.raises(ExampleError) as caught:
        read(path)
    return [fault.removeprefix(f"{path}: ") for fault in caught.value.faults]


def test_maps_and_mixing_written_out(write):
    layer = read(write())
    mean = round(Fraction(0 + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 10, 9))
    other = round(Fraction(1 + 2 + 9 + 4 + 5 + 9 + 7 + 10 + 9, 9))
    assert layer.maps.tolist() == [[[5 - 3, 9 - 4]], [[mean, other]]]
    assert layer.channels.tolist() == [[2, mean]]
    assert layer.mixing.products.tolist() == [[[2 * 2, -Fraction(mean, 2)]]]
    assert layer.fused.tolist() == [[[4 - Fraction(mean, 2), 10 - Fraction(other, 2)]]]
    assert layer.turned_weights.tolist() == [[2], [3]]
    assert layer.turn == Turn(recipe=0, map=1, to=Fraction(3))


def test_what_a_turn_makes_may_have_a_name(write):
    assert read(write()).turn.name is None
    named = GOOD.replace("[turn]\n", '[turn]\nname = { en = "dim", zh = "暗" }\n')
    assert read(write(named)).turn.name == {"en": "dim", "zh": "暗"}


def test_a_turn_goes_in_equal_steps(write):
    turning = read(write()).turning
    first, second, third, *_, last = turning.right.T.tolist()
    assert first == [2, Fraction(-1, 2)]
    assert second == [2, Fraction(-32, 100)]  # −0.5 + 3.5/20 = −0.325, halves to even
    assert third == [2, Fraction(-15, 100)]
    assert last == [2, 3]
    assert turning.result[0, -1] == 2 * 2 + 4 * 3


def test_a_small_turn_has_as_many_places_as_its_steps_need():
    steps = Turn(0, 0, Fraction("1.013")).steps(Fraction(1))  # 0.00065 each
    assert steps[1:4] == [Fraction("1.0006"), Fraction("1.0013"), Fraction("1.002")]
    assert (steps[0], steps[-1]) == (1, Fraction("1.013"))


def test_the_maps_of_a_turn_are_those_of_its_weights():
    layer = read(LAYERS / "coffee.toml")
    ends = fuse(layer.maps, layer.weights)[0], fuse(layer.maps, layer.turned_weights)[0]
    assert np.array_equal(layer.turned_maps[0], ends[0].astype(float))
    assert np.array_equal(layer.turned_maps[-1], ends[1].astype(float))


def test_credits(write):
    credits = '[[credits]]\nen = "Photo: me"\nzh = "照片：我"\n'
    assert [line["en"] for line in read(write(GOOD + credits)).credits] == ["Photo: me"]
    assert read(write()).credits == ()
    (many,) = faults(write(GOOD + 3 * credits))
    assert many == "3 credits; at most 2 fit on the screen, take some out"
    missing = faults(write(GOOD + "[[credits]]\n"))
    assert missing == ['credits: number 1: no "en" translation; add en = "..."']


def test_a_credit_belongs_to_the_file_of_its_checksum(write, tmp_path):
    ours = (LAYERS / "coffee.toml").read_text(encoding="utf-8")
    path = write(ours.replace("../images/coffee.ppm", "mine.ppm"))
    picture = (LAYERS.parent / "images" / "coffee.ppm").read_bytes()
    for before, after, told in [(b"", b"", 1), (picture[-1:], bytes([picture[-1] ^ 1]), 0)]:
        (tmp_path / "mine.ppm").write_bytes(picture.removesuffix(before) + after)
        credits = read(path).credits
        assert len(credits) == told
        assert all("Rachel Michetti" in line["en"] for line in credits)


@pytest.mark.parametrize(("raw", "shown"), [('"abc"', '"abc"'), ("[]", "a list")])
def test_a_checksum_is_one(write, raw, shown):
    text = GOOD + f'[[credits]]\nen = "Photo: me"\nsha256 = {raw}\n'
    assert faults(write(text)) == [
        f"credits: number 1: sha256 is {shown}; write the 64 digits that sha256sum prints"
    ]


def test_every_pixel_is_its_channels_times_the_recipes():
    layer = read(LAYERS / "coffee.toml")
    across = layer.maps.reshape(len(layer.maps), -1).T @ layer.weights
    assert np.array_equal(layer.fused.reshape(len(layer.recipes), -1).T, across)
    i, j = layer.spot
    assert np.array_equal(layer.mixing.result[0], layer.fused[:, i, j])


def test_the_shipped_picture():
    layer = read(LAYERS / "coffee.toml")
    assert layer.image.shape == (32, 48, 3)
    assert layer.maps.shape == (4, 30, 46)
    assert layer.weights.shape == (4, 3)
    assert all(layer.channels[0] != 0)


@given(strategies.integer_pairs)
def test_fusing_is_a_matrix_product_at_every_pixel(pair):
    maps, weights = pair[0].T[:, :, None], pair[1]
    if maps.size and weights.size:
        assert np.array_equal(fuse(maps, weights), np.einsum("fhw,fr->rhw", maps, weights))


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('"stairs.pgm"', '"stair.pgm"', 'image: no such file "stair.pgm"; name it as seen from'),
        ("[1, 1]", "[1]", "pixel is a list; write its row and column, counted from 0: [12, 30]"),
        ("[1, 1]", "[1, 0.5]", "pixel is a list; write its row and column"),
        ("[1, 1]", "7", "pixel is 7; write its row and column, counted from 0: [12, 30]"),
        ("[1, 1]", "[2, 1]", "pixel [2, 1] is not inside; choose a row from 1 to 1 and a column"),
        ("kernel = [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]\n", "", "maps, number 1: no kernel; add"),
        (
            "[[0, 0, 0], [-1, 0, 1], [0, 0, 0]]",
            "[[]]",
            "maps, number 1: kernel is empty; write",
        ),
        (
            "[[0, 0, 0], [-1, 0, 1], [0, 0, 0]]",
            "[1, 2, 3]",
            "maps, number 1: kernel is a list",
        ),
        ("[[0, 0, 0], [-1, 0, 1], [0, 0, 0]]", "5", "maps, number 1: kernel is 5; write a list of"),
        ("[-1, 0, 1]", '["x", 0, 1]', 'maps, number 1: kernel, row 2, column 1 is "x", not a numb'),
        ('{ en = "rise", zh = "升" }', "3", "maps, number 1: name is 3; write name = {"),
        ("weights = [2, -0.5]\n", "", "recipes, number 1: no weights; add weights = [1, -0.5]"),
        ("[2, -0.5]", "[2]", "recipes, number 1: weights needs 2 numbers, one a map; write"),
        ("[turn]\nrecipe = 0\nmap = 1\nto = 3\n", "[other]", 'unknown key "other"'),
        ("recipe = 0", "recipe = 1", "turn: recipe is 1; count from 0, up to 0"),
        ("map = 1", "map = true", "turn: map is true; count from 0, up to 1"),
        ("map = 1\n", "", "turn: no map; add map = 0"),
        ("to = 3", "to = nan", "turn: to is nan; write a finite number"),
        (
            "to = 3",
            "to = -0.5",
            "turn: to is −0.5, and so is the weight of map 1 in recipe 0",
        ),
        ("[-1, 0, 1]", "[0, 250000, 0]", "a channel is 1000000, too long to print: at most 6 char"),
        ("2, -0.5]", '"1/3", -0.0625001]', "a weight is −0.0625001, too long to print: at most 7"),
    ],
)
def test_bad_keys(write, before, after, fault):
    assert GOOD.count(before) == 1
    assert faults(write(GOOD.replace(before, after)))[0].startswith(fault)


def test_a_turn_that_is_no_table(write):
    text = GOOD.partition("[turn]")[0].replace("pixel", "turn = 3\npixel")
    assert faults(write(text)) == ["turn is 3; write turn = { recipe = 0, map = 1, to = -1 }"]


def test_a_turn_that_no_pixel_follows(write):
    flat = faults(write(GOOD.replace("map = 1", "map = 0"), b"P2 4 3 255\n" + b"7 " * 12))
    assert flat == [
        "turn: map 0 is 0 at every pixel, so that the weight of map 0 in recipe 0 changes nothing; "
        "turn that of another map"
    ]


def test_kernels_of_any_size_are_centred_on_the_same_pixel(write):
    wide = GOOD.replace("[[0, 0, 0], [-1, 0, 1], [0, 0, 0]]", "[[1, 10]]").replace(
        'kernel = [["1/9", "1/9", "1/9"], ["1/9", "1/9", "1/9"], ["1/9", "1/9", "1/9"]]',
        "kernel = [[1], [0], [100]]",
    )
    layer = read(write(wide, b"P2 4 3 255\n0 1 2 9\n3 4 5 9\n6 7 10 9\n"))
    # an even kernel's pixel is the second of two; the first column and both outer rows are lost
    assert layer.maps.tolist() == [
        [[3 + 10 * 4, 4 + 10 * 5, 5 + 10 * 9]],
        [[1 + 100 * 7, 2 + 100 * 10, 9 + 100 * 9]],
    ]
    assert (layer.spot, layer.inside.tolist()) == ((0, 0), [[4, 5, 9]])


@pytest.mark.parametrize(
    ("image", "fault"),
    [
        (b"GIF89a", 'image: "stairs.pgm" is damaged or cut short; save it anew'),
        (b"\0asm", 'image: "stairs.pgm" is no picture that can be read; save it as PNG or JPEG'),
        (b"P5 9000 8000 255\n", 'image: "stairs.pgm" is 9000 × 8000 pixels; at most 50,000,000'),
        (
            b"P2 2 3 255\n0 1 2 9 3 4",
            "image is 2 × 3 pixels (width × height), and the kernels together reach over 3 × 3; it "
            "takes at least 4 × 3 or 3 × 4 pixels to make a map, or smaller kernels",
        ),
        (b"P2 3 3 255\n0 1 2 9 3 4 5 6 7", "image is 3 × 3 pixels (width × height), and the kern"),
    ],
)
def test_bad_pictures(write, image, fault):
    assert faults(write(image=image))[0].startswith(fault)
