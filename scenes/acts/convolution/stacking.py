"""Every window a row: the sheet fills, and shows how often it repeats each pixel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    Transform,
    VGroup,
)

from scenes.acts.convolution.conv_geometry import LOWER, UPPER
from scenes.acts.convolution.conv_view import ConvView
from scenes.acts.convolution.results import PlainCell
from scenes.acts.convolution.unrolled import Unrolled
from scenes.acts.convolution.unrolling import LAG, Unrolling, fly_row
from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL, travel, vanish, wave
from scenes.kit.ground.shapes import for_the_eye
from scenes.kit.ground.theme import mix
from scenes.kit.images.tile import Tile
from scenes.kit.product.beam import Beam
from scenes.kit.product.shape_line import ShapeLine
from scenes.kit.stage.chapter import NEXT_LINE
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.tally import Tally

SWEEP, FLASH = 1.2, 0.16  # seconds: all rows after the second; between two flashes
FAINT, FULL = 0.05, 0.4  # how much of the focus is in the least output, and in the greatest


def stack(before: Unrolling, repeats: Tally, growth: Tally) -> Iterator[Animation | str]:
    """Let every window become a row; then show how often a pixel is there, and what that makes.

    The first row comes slowly, the second briskly, the others in a sweep.
    """
    flat, view = before.flat, before.view
    first, *others = (p for p in range(flat.sheet.place.rows) if p != before.p)
    yield AnimationGroup(
        before.clear(),
        travel(before.brackets, flat.sheet.brackets, arc=0),
        view.look_at(first, TRAVEL, tied=False),
    )
    yield fly_row(flat, first, TRAVEL, LAG)
    for n, p in enumerate(others):
        pace = SWEEP / (len(others) - 1) if n else TRAVEL / 2
        yield view.look_at(p, pace / 2, tied=False)
        yield fly_row(flat, p, pace, 0.0)
    yield NEXT_LINE
    tile, copies = most_shared(flat)
    yield AnimationGroup(tile.light(DRAW), view.look_away(DRAW))
    yield AnimationGroup(
        FadeIn(repeats, run_time=DRAW),
        LaggedStart(*(copy.light(2 * FLASH) for copy in copies), lag_ratio=0.5),
    )
    yield NEXT_LINE
    yield wave([FadeIn(part, run_time=DRAW) for part in growth], lag=DRAW)


def most_shared(flat: Unrolled) -> tuple[Tile, list[Tile]]:
    """Return the pixel in the middle of the picture, and its copies in the sheet."""
    tiles = flat.view.picture.tiles
    y, x = len(tiles) // 2, len(tiles[0]) // 2
    return tiles[y][x], flat.sheet.copies_of(0, y, x)


def multiply(
    unrolled: Unrolling, tallies: Sequence[Tally], shape: ShapeLine
) -> Iterator[Animation | str]:
    """Multiply the whole sheet by the column; ask where it answers most, and fold the results.

    Folded, each output is as bright as it is great: what the kernel sees.
    """
    flat, view = unrolled.flat, unrolled.view
    tile, copies = most_shared(flat)
    yield AnimationGroup(vanish(*tallies), *(each.rest() for each in (tile, *copies)))
    yield FadeIn(shape, run_time=DRAW)
    beams = [flat.beam(p) for p in range(len(flat.result))]
    waiting = [p for p, cell in enumerate(flat.result) if cell.state != "filled"]
    yield from (FadeIn(beams[p], run_time=DRAW) for p in waiting[:1])
    for before, p in zip([None, *waiting], waiting, strict=False):
        yield from _next_result(flat, beams, before, p)
    yield from (FadeOut(beams[p], run_time=SHORT) for p in waiting[-1:])
    yield NEXT_LINE
    yield NEXT_LINE
    yield AnimationGroup(*_fold(flat, unrolled.output_label))
    best = int(view.matmul.result[:, 0].argmax())
    yield brighten(view, [p for p in range(len(view.output)) if p != best])
    yield AnimationGroup(
        view.look_at(best, TRAVEL, tied=view.is_clear(best)),
        view.output[best].to("focus"),
    )


def _next_result(
    flat: Unrolled, beams: Sequence[Beam], before: int | None, p: int
) -> Iterator[Animation]:
    """Fill the result of row ``p``; the beam comes down from the row before."""
    cell, total = flat.result[p], flat.view.matmul.result[p, 0].item()
    pace = SWEEP / len(flat.result)
    swing = [] if before is None else [ReplacementTransform(beams[before], beams[p])]
    number = None if isinstance(cell, PlainCell) else cell.copy_in("filled", total).written
    coming = [FadeIn(number, run_time=pace)] if number else []
    yield AnimationGroup(*swing, cell.to("filled", pace), *coming, run_time=pace)
    if number:
        cell.take(number)


def _fold(flat: Unrolled, label: VGroup) -> list[Animation]:
    """Return the column of results on its way back to a picture."""
    view = flat.view
    view.output, view.output_label = view.output_filled(), view.name_of_output()
    flights = [travel(a, b, arc=0.2) for a, b in zip(flat.result, view.output, strict=True)]
    return [
        LaggedStart(*flights, lag_ratio=LAG / TRAVEL),
        FadeOut(flat.result_brackets),
        travel(label, view.output_label),
    ]


def brighten(view: ConvView, outputs: Sequence[int]) -> Animation:
    """Return how outputs become as bright as they are great; below 0 is as faint as 0."""
    totals = [max(0.0, float(total)) for total in view.matmul.result[:, 0]]
    most, theme = max(totals) or 1.0, view.theme
    changes = []
    for p in outputs:
        for_the_eye(view.output[p].frame, "how bright an output is: its numeral tells it")
        goal = view.output[p].copy()
        share = FAINT + (FULL - FAINT) * totals[p] / most
        goal.frame.set_fill(mix(theme.panel, theme.focus, share))
        changes.append(Transform(view.output[p], goal, run_time=DRAW))
    return AnimationGroup(*changes, run_time=DRAW)


def tallies(flat: Unrolled, units: Mapping[str, str]) -> tuple[Tally, Tally]:
    """Return how often one pixel is in the sheet, and what that makes of all of them."""
    trace = flat.view.trace
    _, copies = most_shared(flat)
    claims = [Claim("entry", (n,), "counts") for n in range(3)]
    pixels = (trace.image[0].size, claims[0], units["pixels"])
    entries = (trace.columns.size, claims[1], units["entries"])
    repeats = (len(copies), claims[2], units["copies"])
    return (
        Tally(flat.theme, [repeats], centre=flat.place.tally_x, baseline=LOWER, focused=True),
        Tally(flat.theme, [pixels, entries], centre=flat.place.tally_x, baseline=UPPER),
    )
