"""What is the case with a layer, in the words that its wordings have for it.  Pure."""

from __future__ import annotations

from mathcore import ConvTrace
from mathcore.layer_file.convolution import ConvolutionLayer
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral

FAR = 2  # times as many entries as pixels are far more


def uses_of(trace: ConvTrace) -> Numeral:
    """Return in how many windows the pixel in the middle of the picture is: no other is in more."""
    _, high, wide = trace.image.shape
    middle = (0, high // 2, wide // 2)
    uses = sum(trace.window(p).count(middle) for p in range(len(trace.columns)))
    return Numeral(uses, Claim("entry", (2,), "counts"))


def overlap_of(trace: ConvTrace) -> str:
    """Tell whether windows overlap, by how much more the sheet has than the picture."""
    entries, pixels = trace.columns.size, trace.image[0].size
    if entries == pixels:
        return "none"
    return "far" if entries >= FAR * pixels else "some"


def best_of(trace: ConvTrace) -> Numeral:
    """Return the greatest output: its window is the most like the kernel."""
    outputs = trace.matmul().result[:, 0]
    best = int(outputs.argmax())
    return Numeral(outputs[best], Claim("result", (best, 0), "window"))


def left_of(layer: ConvolutionLayer) -> Numeral:
    """Return how many windows the stride keeps."""
    return Numeral(len(layer.strided.columns), Claim("entry", (3,), "strides"))


def kept_of(layer: ConvolutionLayer) -> str:
    """Tell whether the stride keeps all windows, fewer, or one."""
    before, after = len(layer.padded.columns), len(layer.strided.columns)
    if after == before:
        return "all"
    return "one" if after == 1 else "fewer"
