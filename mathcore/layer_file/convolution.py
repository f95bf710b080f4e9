"""Layer files of the kind ``convolution``: pictures of a few pixels and the kernels for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from mathcore.arrays import Array, frozen
from mathcore.conv import ConvTrace, trace_conv2d
from mathcore.layer_file.grid_file import EXAMPLE, image_size, kernel_size, read_grid, without_frame
from mathcore.layer_file.reading import open_file, read_whole, refuse_faults
from mathcore.recipe_file.tables import Table, read_rows, show
from mathcore.recipe_file.texts import Names, read_names

MOST = 8
"""The most channels, and the most kernels: there are so many hues."""
NAME_WIDTH = 8
"""So wide may the name of a channel or of a kernel be that stands above a column."""
FILES = ("picture.image", "picture.kernel", "stack.channels.image", "stack.kernels.weights")
OF_PICTURE = ("name", "image", "size", "crop", "kernel_name", "kernel", "stride", "padding")


@dataclass(frozen=True)
class Channel:
    """One channel: its name per language and its slot in the palette."""

    name: Names
    hue: int


@dataclass(frozen=True, eq=False)
class Stack:
    """A picture with its channels, and kernels that look at all of them."""

    name: Names
    channels: tuple[Channel, ...]
    image: Array
    kernels: Array
    kernel_names: tuple[Names, ...]

    @cached_property
    def trace(self) -> ConvTrace:
        """The convolution, without padding, pixel by pixel."""
        return trace_conv2d(self.image, self.kernels)


@dataclass(frozen=True, eq=False)
class ConvolutionLayer:
    """A picture of one channel with one kernel, and one of several channels with several kernels.

    `picture` is also convolved with `stride` and `padding`: `strided`.
    """

    path: Path
    name: Names
    picture: Stack
    stack: Stack
    stride: int
    padding: int
    sentences: tuple[str, ...] = ()

    @property
    def strides(self) -> bool:
        """Whether its stride or its padding changes anything."""
        return self.stride > 1 or self.padding > 0

    @cached_property
    def padded(self) -> ConvTrace:
        """The picture's convolution with padding, pixel by pixel."""
        return trace_conv2d(self.picture.image, self.picture.kernels, padding=self.padding)

    @cached_property
    def strided(self) -> ConvTrace:
        """The picture's convolution with padding and stride."""
        options = {"padding": self.padding, "stride": self.stride}
        return trace_conv2d(self.picture.image, self.picture.kernels, **options)


def load(
    path: Path, table: Mapping[str, Any], has_character: Callable[[str], bool] | None = None
) -> ConvolutionLayer:
    """Read a layer file of this kind.

    Raises
    ------
    ExampleError
        With every fault of the file.
    """
    root = open_file(path, table, ("name", "picture", "stack"), has_character, FILES)
    name, folder = read_names(root, "name"), path.parent
    picture = _part(root, "picture", OF_PICTURE)
    stack = _part(root, "stack", ("name", "channels", "kernels"))
    one, stride, padding = _read_picture(picture, folder) if picture else (None, None, None)
    several = _read_stack(stack, folder) if stack else None
    refuse_faults(root)
    assert name is not None
    assert one is not None
    assert several is not None
    assert stride is not None
    assert padding is not None
    said = tuple(root.inspection.sentences)
    return ConvolutionLayer(path, name, one, several, stride, padding, said)


def _part(root: Table, key: str, known: Sequence[str]) -> Table | None:
    """Give one of the file's two tables; None, after a fault, if it is none."""
    raw = root.required(key, f"[{key}]")
    if isinstance(raw, Mapping):
        return Table(root.inspection, key, raw, known)
    if raw is not None:
        root.fault(f"{key} is {show(raw)}; write [{key}] above its lines")
    return None


def _read_picture(table: Table, folder: Path) -> tuple[Stack | None, int | None, int | None]:
    name, kernel_name = read_names(table, "name"), read_names(table, "kernel_name")
    image = read_grid(table, "image", folder, image_size, "glass.png")
    kernel = read_grid(without_frame(table), "kernel", folder, kernel_size, "kernel.csv")
    stride = read_whole(table, "stride", 1, 3, 2)
    padding = read_whole(table, "padding", 0, 2, 1)
    if name is None or kernel_name is None or image is None or kernel is None:
        return None, stride, padding
    channel = Channel(name, 1)
    stack = _fitting(table, (name, (channel,), (kernel_name,)), image[None], kernel[None, None])
    return stack, stride, padding


def _read_stack(table: Table, folder: Path) -> Stack | None:
    name = read_names(table, "name")
    channels = _rows(table, "channels", ("name", "hue", "image", "size", "crop"))
    kernels = _rows(table, "kernels", ("name", "weights"))
    read = [_read_channel(row, n, folder) for n, row in enumerate(channels, 1)]
    made = [_read_kernel(row, len(channels), folder) for row in kernels]
    pictures = [each for each in read if each is not None]
    looks = [each for each in made if each is not None]
    if name is None or not read or not made or len(pictures + looks) < len(read + made):
        return None
    if any(len({array.shape for _, array in each}) > 1 for each in (pictures, looks)):
        table.fault("pictures or kernels differ in size; give all channels one size")
        return None
    names = (name, tuple(each for each, _ in pictures), tuple(each for each, _ in looks))
    images, layers = (np.stack([array for _, array in each]) for each in (pictures, looks))
    return _fitting(table, names, images, layers)


def _rows(table: Table, key: str, known: Sequence[str]) -> list[Table]:
    rows = read_rows(table, key, MOST) or []
    inspection, place = table.inspection, f"{table.place}, {key[:-1]}"
    return [Table(inspection, f"{place} {n}", row, known) for n, row in enumerate(rows, 1)]


def _read_channel(table: Table, number: int, folder: Path) -> tuple[Channel, Array] | None:
    name, hue = read_names(table, "name", NAME_WIDTH), read_whole(table, "hue", 1, MOST, number)
    image = read_grid(table, "image", folder, image_size, "red.png")
    if name is None or hue is None or image is None:
        return None
    return Channel(name, hue), image


def _read_kernel(table: Table, channels: int, folder: Path) -> tuple[Names, Array] | None:
    name, weights = read_names(table, "name", NAME_WIDTH), _read_weights(table, channels, folder)
    return None if name is None or weights is None else (name, weights)


def _read_weights(table: Table, channels: int, folder: Path) -> Array | None:
    """Give a kernel (C, kh, kw): one matrix for each channel."""
    raw = table.required("weights", f"weights = [{EXAMPLE}, ...], a matrix for each channel")
    if raw is None:
        return None
    if not isinstance(raw, list) or len(raw) != channels:
        table.fault(f"weights is {show(raw)}; write a list of {channels} matrices, one a channel")
        return None
    keys = {f"weights {n}": part for n, part in enumerate(raw, 1)}
    parts = Table(table.inspection, table.place, keys, tuple(keys))
    read = [read_grid(parts, key, folder, kernel_size, "kernel.csv") for key in keys]
    layers = [layer for layer in read if layer is not None]
    if len(layers) < channels:
        return None
    if len({layer.shape for layer in layers}) > 1:
        table.fault("weights has matrices of different sizes; give all one size")
        return None
    return np.stack(layers)


Names3 = tuple[Names, tuple[Channel, ...], tuple[Names, ...]]


def _fitting(table: Table, names: Names3, image: Array, kernels: Array) -> Stack | None:
    """Give the stack; None, after a fault, if no window of its kernels is in its pictures."""
    (high, wide), (rows, columns) = image.shape[-2:], kernels.shape[-2:]
    if rows <= high and columns <= wide:
        return Stack(names[0], names[1], frozen(image), frozen(kernels), names[2])
    table.fault(
        f"a kernel of {columns} × {rows} (width × height) does not fit into {wide} × {high} "
        "pixels; write a kernel that is no larger than its picture"
    )
    return None
