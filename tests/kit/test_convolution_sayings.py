"""What chapter 5 says is true of any layer that it may be given, and what it refuses would fit."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import ExampleError
from scenes.acts.convolution.room import require_room
from scenes.convolution import Convolution
from tests.convolution_files import Sizes, kernel_labels, read, sizes_of_files, written

COUNTS = "two|three|four|five|six|seven|eight|nine|[0-9]+"
SIZES = re.compile(r"(\d+) channels? of (\d+) × (\d+) pixels with (\d+) kernels? of (\d+) × (\d+)")
FAR = 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("layers")


def told(folder, text):
    """Return all that is said of a layer, by beat, and its labels, in English."""
    path = folder / "drawn.toml"
    path.write_text(text, encoding="utf-8")
    scene = Convolution(layer=path)
    values = {**scene.words, **scene.counted()}
    beats = {name: scene.script.filled(name, values, "en") for name in scene.script.beats}
    lines = {
        name: [(beat.title or {"en": ""})["en"], *(line["en"] for line in beat.lines)]
        for name, beat in beats.items()
    }
    lines["labels"] = list(scene.units("copies").values())
    return lines


def used(file):
    """Return in how many windows of one step each pixel of a picture is, window by window."""
    (high, wide), (rows, columns) = (np.shape(file[key]) for key in ("image", "kernel"))
    uses = np.zeros((high, wide), int)
    for y in range(high - rows + 1):
        for x in range(wide - columns + 1):
            uses[y : y + rows, x : x + columns] += 1
    return uses


def steps(file, stride):
    """Return how many windows there are in the padded picture."""
    pairs = zip(np.shape(file["image"]), np.shape(file["kernel"]), strict=True)
    rims = (size + 2 * file["padding"] - reach for size, reach in pairs)
    return np.prod([rim // stride + 1 for rim in rims])


@given(sizes=sizes_of_files())
@settings(max_examples=40, deadline=None)
def test_what_is_said_is_true(folder, sizes):
    text = written(sizes)
    file, lines = tomllib.loads(text)["picture"], told(folder, text)
    uses, strided = used(file), " ".join(lines["padding"] + lines["stride"])
    windows = " ".join(lines["every_window_a_row"])
    assert ("rim of zeros" in strided) == (sizes.padding > 0)
    assert ("No padding" in strided) == (sizes.padding == 0)
    fewer = steps(file, sizes.stride) < steps(file, 1)
    left = steps(file, sizes.stride)
    assert (f"{left}: larger steps" in strided) == (fewer and left > 1)
    assert ("leave one row" in strided) == (fewer and left == 1)
    assert ("All of them" in strided) == (not fewer)
    assert ("Windows overlap" in windows) == (uses.max() > 1)
    assert ("more than the picture" in windows) == (uses.sum() > uses.size)
    assert ("far more" in windows) == (uses.sum() >= FAR * uses.size)
    assert ("slides" in " ".join(lines["a_window_slides"])) == (
        uses.max() != uses.min() or _moves(sizes)
    )
    assert ("copies" in lines["labels"][0]) == (uses.max() > 1)
    assert ("second kernel" in " ".join(lines["two_kernels"])) == (sizes.kernels == 2)
    assert ("reaches through all" in " ".join(lines["three_channels"])) == (sizes.channels > 1)
    everything = " ".join(line for each in lines.values() for line in each)
    assert not re.findall(r"\bone \w+(?<!s)s\b(?! of| output)", everything, re.IGNORECASE)
    assert not re.findall(rf"\b(?:{COUNTS}) (?:product|kernel|channel|pixel|number)\b", everything)


def _moves(sizes):
    return sizes.picture != sizes.kernel


@given(sizes=sizes_of_files(), seed=st.integers(0, 9), low=st.sampled_from([-9, 0]))
@settings(max_examples=60, deadline=None)
def test_what_has_no_room_is_refused_with_sizes_that_have(sizes, seed, low):
    """A law: what the refusal names is smaller, and is not refused itself."""
    layer, labels = read(written(sizes, seed, low)), kernel_labels("en")
    faults = refusal(layer, labels)
    parts = {}
    for fault in faults:
        place = fault.removeprefix(f"{layer.path}: ").partition(":")[0]
        stack = getattr(layer, place)
        now, fitting = SIZES.findall(fault)
        assert list(map(int, now)) == measured(stack)
        c, wide, high, o, columns, rows = map(int, fitting)
        assert c * wide * high * o * columns * rows < np.prod(measured(stack))
        parts[place] = replace(
            stack,
            channels=stack.channels[:c],
            image=stack.image[:c, :high, :wide],
            kernels=stack.kernels[:o, :c, :rows, :columns],
            kernel_names=stack.kernel_names[:o],
        )
    assert refusal(replace(layer, **parts), labels) == ()


def refusal(layer, labels):
    try:
        require_room(layer, "en", labels)
    except ExampleError as error:
        return error.faults
    return ()


def measured(stack):
    """Return the sizes of a stack in the order in which a refusal has them."""
    (kernels, channels, rows, columns), (_, high, wide) = stack.kernels.shape, stack.image.shape
    return [channels, wide, high, kernels, columns, rows]


def test_a_refusal_written_out():
    layer = read(written(Sizes((9, 12), (2, 3), padding=2), low=0))
    layer = replace(layer, path=Path("board.toml"))
    (fault,) = refusal(layer, kernel_labels("en"))
    assert fault.startswith(
        "board.toml: picture: 1 channel of 12 × 9 pixels with 1 kernel of 3 × 2 cannot be read on "
        "the screen; 1 channel of "
    )
    assert fault.endswith(" would fit")


def test_names_too_long_are_not_taken_for_too_many_numbers():
    sizes = Sizes(stack=(4, 4), parts=(3, 3), channels=3, kernels=3)
    assert refusal(read(written(sizes)), kernel_labels("en")) == ()
    (fault,) = refusal(read(written(sizes, long_names=True)), kernel_labels("en"))
    assert fault.endswith("stack: its names have no room on the screen; write shorter ones")
