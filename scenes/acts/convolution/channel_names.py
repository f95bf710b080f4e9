"""Where a stack stands, with the names that it bears in a language.  Pure."""

from __future__ import annotations

from collections.abc import Sequence

from mathcore.layer_file.convolution import Stack
from scenes.acts.convolution.channels_geometry import ChannelPlace, channel_place
from scenes.acts.convolution.upper_geometry import Names
from scenes.kit.ground import lettering
from scenes.kit.ground.sizes import SMALL


def stack_place(stack: Stack, language: str, kernel_names: Sequence[str]) -> ChannelPlace:
    """Return the places of a stack; ``kernel_names`` are those above its kernels."""
    told = (
        [channel.name[language] for channel in stack.channels],
        kernel_names,
        [name[language] for name in stack.kernel_names],
    )
    widths = (tuple(lettering.width(name, SMALL) for name in names) for names in told)
    return channel_place(stack.trace, Names(*widths))
