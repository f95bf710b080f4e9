"""What is asked of attention once it can be computed: that it prints, and that it works."""

from __future__ import annotations

import math
from collections.abc import Iterator

from mathcore.attention import AttentionTrace
from mathcore.layer_file.attention_layer import AttentionLayer
from mathcore.numerals import format_number, format_percent
from mathcore.recipe_file.printing import too_long
from mathcore.recipe_file.tables import Table, show

SURE = 0.9
"""So much an order puts on what it means, whatever stands beside it."""
LONGEST = {"a weight": 4, "a score": 6}
"""Characters, as printed."""
TRAIN = "learn them: python assets/attention/train.py"


def _shown(layer: AttentionLayer) -> Iterator[tuple[str, AttentionTrace]]:
    """Go through all that the chapter shows, each with its place in a message."""
    task = layer.task
    for order in task.orders_for(task.shelf):
        yield f"order {show(task.orders[order].id)}", layer.ask(order)
    for head in range(len(task.everyone.heads)):
        for locked in (False, True):
            yield "everyone", layer.everyone(head, locked=locked)
    yield "everyone", layer.unasked


def check_length(root: Table, layer: AttentionLayer) -> None:
    """Fault numbers that are too long to print."""
    weights = [layer.query_weights, layer.key_weights, *sum(layer.head_weights, ())]
    texts = {"a weight": [format_number(each) for part in weights for each in part.flat]}
    texts["a score"] = [
        format_number(number)
        for _, trace in _shown(layer)
        for number in (*trace.scores.products.flat, *trace.scores.partials.flat)
    ]
    for what, printed in texts.items():
        longest = max(printed, key=len)
        if len(longest) > LONGEST[what]:
            root.fault(
                f"{what} is {longest}, too long to print: at most {LONGEST[what]} characters; "
                f"round the weights"
            )
    for place, trace in _shown(layer):
        for _, _, number, most in too_long(trace.recipe, trace.mix.left):
            said = f"a number of its mix is {format_number(number)}, too long to print: at most "
            root.inspection.fault(place, f"{said}{most} characters; choose smaller values")


def check_answers(root: Table, layer: AttentionLayer) -> None:
    """Fault weights that do not do what they were learned for."""
    task = layer.task
    things, order, share = min(layer.cases(), key=lambda case: case[2])
    if share < SURE:
        names = ", ".join(show(task.things[thing].id) for thing in things)
        root.fault(
            f"weights: of {names} the order {show(task.orders[order].id)} puts "
            f"{format_percent(math.floor(1000 * share) / 1000, 1)} on what it finds, not "
            f"{format_percent(SURE)}; {TRAIN} {layer.path}"
        )
    before, after = layer.errors()
    if not after < before:
        root.fault(
            f"everyone: mixing leaves the glasses as far from the truth, {format_number(after)}, "
            f"as they tasted, {format_number(before)}; write other tastes, or {TRAIN} {layer.path}"
        )
