"""A convolution's numbers: a window is laid over the picture, place by place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scenes.production.gate.oracle.grids import IMAGE, KERNEL, grid
from scenes.production.gate.oracle.sources import Product, Sources, Table, table

PADDING, STRIDE = 1, 2  # where the file says nothing
Channels = list[list[list[Any]]]


def sources(path: Path, file: dict[str, Any]) -> Sources:
    """Return the numbers of a file of this kind."""
    folder, single = path.parent, file["picture"]
    picture = grid(folder, single["image"], "image", IMAGE, single)
    kernel = grid(folder, single["kernel"], "kernel", KERNEL)
    stride, padding = single.get("stride", STRIDE), single.get("padding", PADDING)
    channels = [
        grid(folder, channel["image"], "image", IMAGE, channel)
        for channel in file["stack"]["channels"]
    ]
    kernels = [
        [grid(folder, part, f"weights {n}", KERNEL) for n, part in enumerate(each["weights"], 1)]
        for each in file["stack"]["kernels"]
    ]
    rim = padded(picture, padding)
    window, stack = convolution([picture], [[kernel]]), convolution(channels, kernels)
    closely, strided = convolution([rim], [[kernel]]), convolution([rim], [[kernel]], stride)
    each, positions = stack.inner // len(channels), window.left.shape[0]

    def channel_sum(p: int, o: int, c: int) -> Any:
        return stack.upto(p, o, (c + 1) * each - 1) - stack.upto(p, o, c * each - 1)

    return {
        "window": window,
        "picture": table(picture),
        "counts": table(
            [len(picture) * len(picture[0]), positions * window.inner, _uses(picture, kernel)]
        ),
        "stack": stack,
        "channels": table(channels),
        "channel_sums": Table((stack.left.shape[0], len(kernels), len(channels)), channel_sum),
        "kernels": table([len(kernels)]),
        "depth": table([len(channels)]),
        "terms": table([each, stack.inner]),
        "padded": table(rim),
        "strided": strided,
        "strides": table([padding, stride, closely.left.shape[0], strided.left.shape[0]]),
    }


def convolution(channels: Channels, kernels: list[Channels], stride: int = 1) -> Product:
    """Return all windows, a row each, times all kernels, a column each; channel after channel."""
    high, wide = len(kernels[0][0]), len(kernels[0][0][0])
    rows = [
        [
            channel[top + down][left + across]
            for channel in channels
            for down in range(high)
            for across in range(wide)
        ]
        for top in range(0, len(channels[0]) - high + 1, stride)
        for left in range(0, len(channels[0][0]) - wide + 1, stride)
    ]
    columns = [[entry for part in kernel for line in part for entry in line] for kernel in kernels]
    return Product(table(rows), table([list(row) for row in zip(*columns, strict=True)]))


def padded(picture: list[list[Any]], by: int) -> list[list[Any]]:
    """Return a picture with a rim of zeros."""
    wide = len(picture[0]) + 2 * by
    middle = [[0] * by + row + [0] * by for row in picture]
    return [[0] * wide for _ in range(by)] + middle + [[0] * wide for _ in range(by)]


def _uses(picture: list[list[Any]], kernel: list[list[Any]]) -> int:
    """Return in how many windows the middle pixel is."""
    uses = 1
    for size, reach in ((len(picture), len(kernel)), (len(picture[0]), len(kernel[0]))):
        starts = range(size - reach + 1)
        uses *= sum(start <= size // 2 < start + reach for start in starts)
    return uses
