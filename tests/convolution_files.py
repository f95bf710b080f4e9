"""Layer files of the kind ``convolution``, written out, and drawn by Hypothesis at all sizes."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from mathcore import ExampleError
from mathcore.layer_file.convolution import ConvolutionLayer, Stack, load
from scenes.acts.convolution.room import require_room
from scenes.convolution import Convolution
from scenes.kit.stage.script import Script

LONGEST = {"en": "WWWWWWWW", "zh": "卷积核"}  # names of channels and of kernels
LONG = {"en": "WMWMWMWMWMWM WMWMWMWMWMW", "zh": "找出所有斜线和竖线的"}


@dataclass(frozen=True)
class Sizes:
    """How large all of a file is; pictures and kernels are (height, width)."""

    picture: tuple[int, int] = (4, 4)
    kernel: tuple[int, int] = (2, 2)
    stride: int = 1
    padding: int = 0
    stack: tuple[int, int] = (3, 3)
    parts: tuple[int, int] = (2, 2)
    channels: int = 2
    kernels: int = 2


def written(
    sizes: Sizes, seed: int = 0, low: int = -9, high: int = 9, *, long_names: bool = False
) -> str:
    """Return a layer file of these sizes, with numbers from ``low`` to ``high``."""
    numbers = np.random.default_rng(seed)

    def matrix(size: tuple[int, int]) -> str:
        return str(numbers.integers(low, high + 1, size).tolist())

    def name(short: str, widest: dict[str, str]) -> str:
        told = widest if long_names else {"en": short, "zh": "名"}
        return f'name = {{ en = "{told["en"]}", zh = "{told["zh"]}" }}'

    channels = [
        f"[[stack.channels]]\n{name('pqrs'[c], LONGEST)}\nimage = {matrix(sizes.stack)}\n"
        for c in range(sizes.channels)
    ]
    kernels = [
        f"[[stack.kernels]]\n{name('xyz'[o], LONGEST)}\n"
        f"weights = [{', '.join(matrix(sizes.parts) for _ in range(sizes.channels))}]\n"
        for o in range(sizes.kernels)
    ]
    return f"""
kind = "convolution"
{name("drawn", LONG)}
[picture]
{name("a picture", LONG)}
image = {matrix(sizes.picture)}
kernel_{name("finds something", LONG)}
kernel = {matrix(sizes.kernel)}
stride = {sizes.stride}
padding = {sizes.padding}
[stack]
{name("a stack", LONG)}
{"".join(channels)}{"".join(kernels)}"""


@st.composite
def sizes_of_files(draw: st.DrawFn) -> Sizes:
    """Draw sizes, from a single pixel to more than the screen has room for."""
    picture, stack = (
        (draw(st.integers(1, 8)), draw(st.integers(1, most_wide))) for most_wide in (9, 6)
    )
    kernel, parts = (
        tuple(draw(st.integers(1, min(side, 5))) for side in image) for image in (picture, stack)
    )
    return Sizes(
        picture,
        (kernel[0], kernel[1]),
        draw(st.integers(1, 3)),
        draw(st.integers(0, 2)),
        stack,
        (parts[0], parts[1]),
        draw(st.integers(1, 4)),
        draw(st.integers(1, 3)),
    )


@st.composite
def convolution_files(draw: st.DrawFn) -> str:
    """Draw a layer file; some have names as long as may be, some numbers below zero."""
    low = draw(st.sampled_from([-9, 0]))
    return written(
        draw(sizes_of_files()),
        draw(st.integers(0, 999)),
        low,
        draw(st.sampled_from([1, 9])),
        long_names=draw(st.booleans()),
    )


FIELD = {
    "6x6-2x2-stride-2": Sizes((6, 6), (2, 2), stride=2),
    "7x7-3x3-stride-2-padding-1": Sizes((7, 7), (3, 3), stride=2, padding=1),
    "5x5-1x1": Sizes((5, 5), (1, 1)),
    "4x4-4x4": Sizes((4, 4), (4, 4)),
    **{
        f"{channels}-channels-{kernels}-kernels": replace(
            Sizes(stack=(4, 4), parts=(3, 3)), channels=channels, kernels=kernels
        )
        for channels in range(1, 5)
        for kernels in range(1, 4)
    },
}
"""The field's common sizes."""


def read(text: str) -> ConvolutionLayer:
    """Return what a file holds."""
    return load(Path("drawn.toml"), tomllib.loads(text))


def kernel_labels(language: str) -> Callable[[Stack], list[str]]:
    """Return what tells how the chapter labels the kernels of a stack."""
    script = Script.load(Convolution.script_path())

    def labels(stack: Stack) -> list[str]:
        names = [name[language] for name in stack.kernel_names]
        return [script.label("kernel", language, {"kernel": name}) for name in names]

    return labels


def is_shown(text: str, language: str) -> bool:
    """Tell whether the chapter shows a file: what has no room is refused."""
    try:
        require_room(read(text), language, kernel_labels(language))
    except ExampleError:
        return False
    return True
