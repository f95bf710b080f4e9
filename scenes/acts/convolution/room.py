"""Whether a layer has room on the screen, and what would have.  Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from mathcore import LANGUAGES, ExampleError
from mathcore.layer_file.convolution import ConvolutionLayer, Stack
from scenes.acts.convolution.channel_names import stack_place
from scenes.acts.convolution.conv_geometry import conv_place
from scenes.acts.convolution.stride_geometry import stride_place

KernelNames = Callable[[Stack], list[str]]


def require_room(layer: ConvolutionLayer, language: str, kernel_names: KernelNames) -> None:
    """Refuse a layer whose numbers cannot all be read on the screen.

    Raises
    ------
    ExampleError
        With the file, what is too large, and what fits.
    """

    def picture_fits(picture: Stack) -> bool:
        whole = replace(layer, picture=picture)
        place = conv_place(picture.trace, *kernel_names(picture))
        return place.fits and (not layer.strides or stride_place(whole.padded, whole.strided).fits)

    def stack_fits(stack: Stack) -> bool:
        return stack_place(stack, language, kernel_names(stack)).fits

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


def _smaller(stack: Stack) -> Iterator[Stack]:
    """Yield the stack cut down more and more: its pictures, then its kernels, its parts."""
    while True:
        yield from _with_smaller_pictures(stack)
        _, _, rows, columns = stack.kernels.shape
        if rows * columns > 1:
            rows, columns = (rows - 1, columns) if rows >= columns else (rows, columns - 1)
            stack = replace(stack, kernels=stack.kernels[:, :, :rows, :columns])
        elif len(stack.kernels) > 1:
            stack = _cut(stack, len(stack.channels), len(stack.kernels) - 1)
        elif len(stack.channels) > 1:
            stack = _cut(stack, len(stack.channels) - 1, 1)
        else:
            return


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
