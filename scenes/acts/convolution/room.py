"""Whether a layer has room on the screen, and what would have.  Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from mathcore import LANGUAGES, ExampleError
from mathcore.layer_file.convolution import ConvolutionLayer, Stack
from scenes.acts.convolution.channel_names import stack_place
from scenes.acts.convolution.conv_geometry import PICTURE_WIDTH, conv_place
from scenes.acts.convolution.stride_geometry import stride_place
from scenes.acts.convolution.upper_geometry import LOWEST, TOP
from scenes.kit.ground.sizes import SMALLEST
from scenes.kit.product.grid_geometry import least_width

MOST_ROWS = int((LOWEST - TOP) / SMALLEST)
MOST_COLUMNS = int(PICTURE_WIDTH / least_width(["0"]))
"""So many numerals fit at most, even without gaps."""
KernelNames = Callable[[Stack], list[str]]


def require_room(layer: ConvolutionLayer, language: str, kernel_names: KernelNames) -> None:
    """Refuse a layer whose numbers cannot all be read on the screen.

    Raises
    ------
    ExampleError
        With the file, what is too large, and what fits.
    """

    def picture_fits(picture: Stack) -> bool:
        if _is_beyond(picture):
            return False
        whole = replace(layer, picture=picture)
        place = conv_place(picture.trace, *kernel_names(picture))
        return place.fits and (not layer.strides or stride_place(whole.padded, whole.strided).fits)

    def stack_fits(stack: Stack) -> bool:
        return not _is_beyond(stack) and stack_place(stack, language, kernel_names(stack)).fits

    faults = [
        *_faults("picture", layer.picture, picture_fits),
        *_faults("stack", layer.stack, stack_fits),
    ]
    if faults:
        raise ExampleError([f"{layer.path}: {fault}" for fault in faults])


def _faults(place: str, stack: Stack, fits: Callable[[Stack], bool]) -> Iterator[str]:
    """Yield that a stack has no room, and what would have: shorter names, or a smaller one."""
    if fits(stack):
        return
    nameless = _nameless(stack)
    if fits(nameless):
        yield f"{place}: its names have no room on the screen; write shorter ones"
        return
    fitting = next(filter(fits, _smaller(nameless)), None)
    advice = "write smaller numbers" if fitting is None else f"{_sizes(fitting)} would fit"
    yield f"{place}: {_sizes(stack)} cannot be read on the screen; {advice}"


def _is_beyond(stack: Stack) -> bool:
    """Tell whether a stack is so large that nothing need be computed to see it."""
    _, high, wide = stack.image.shape
    return bool(high > MOST_ROWS or wide > MOST_COLUMNS)


def _smaller(stack: Stack) -> Iterator[Stack]:
    """Yield the stack cut down more and more: its pictures, then its kernels, its parts."""
    stack = replace(
        stack,
        image=stack.image[:, :MOST_ROWS, :MOST_COLUMNS],
        kernels=stack.kernels[:, :, :MOST_ROWS, :MOST_COLUMNS],
    )
    yield from _with_smaller_pictures(stack)
    for side in range(min(MOST_ROWS, max(stack.kernels.shape[2:])), 0, -1):
        small = replace(
            stack,
            image=stack.image[:, :side, :side],
            kernels=stack.kernels[:, :, :side, :side],
        )
        channels, kernels = len(stack.channels), len(stack.kernels)
        for fewer in range(max(channels, kernels)):
            yield _cut(small, max(1, channels - fewer), max(1, kernels - fewer))


def _with_smaller_pictures(stack: Stack) -> Iterator[Stack]:
    (rows, columns), (high, wide) = stack.kernels.shape[2:], stack.image.shape[1:]
    while True:
        yield replace(stack, image=stack.image[:, :high, :wide])
        if high > rows and (high >= wide or wide == columns):
            high -= 1
        elif wide > columns:
            wide -= 1
        else:
            return


def _cut(stack: Stack, channels: int, kernels: int) -> Stack:
    return replace(
        stack,
        channels=stack.channels[:channels],
        image=stack.image[:channels],
        kernels=stack.kernels[:kernels, :channels],
        kernel_names=stack.kernel_names[:kernels],
    )


def _nameless(stack: Stack) -> Stack:
    """Return a stack with the shortest names that there may be."""
    short = dict.fromkeys(LANGUAGES, ".")
    return replace(
        stack,
        channels=tuple(replace(channel, name=short) for channel in stack.channels),
        kernel_names=tuple(short for _ in stack.kernel_names),
    )


def _sizes(stack: Stack) -> str:
    """Return the sizes of a stack, width × height."""
    (kernels, channels, rows, columns), (_, high, wide) = stack.kernels.shape, stack.image.shape
    return (
        f"{_counted(channels, 'channel')} of {wide} × {high} pixels with "
        f"{_counted(kernels, 'kernel')} of {columns} × {rows}"
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
