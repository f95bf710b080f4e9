"""The programs that are shown, line by line.  Pure."""

from __future__ import annotations

from scenes.kit.code.code_line import CodeLine

HEAD, RESULT, BACK = "def multiply(A, B):", "C = zeros(n, n)", "return C"
BODY = "C[i, j] += A[i, k] * B[k, j]"


def whole(order: str) -> tuple[CodeLine, ...]:
    """Return the whole program: seven lines, three of them loops.

    >>> [line.text for line in whole("ijk")][2:5]
    ['for i in range(n):', 'for j in range(n):', 'for k in range(n):']
    """
    inner = (CodeLine(line.depth + 1, line.text) for line in loops(order))
    return CodeLine(0, HEAD), CodeLine(1, RESULT), *inner, CodeLine(1, BACK)


def loops(order: str) -> tuple[CodeLine, ...]:
    """Return its loops alone, the outermost first."""
    heads = (CodeLine(depth, f"for {loop} in range(n):") for depth, loop in enumerate(order))
    return *heads, CodeLine(len(order), BODY)


def tiled(order: str) -> tuple[CodeLine, ...]:
    """Return the loops of the same order within each tile: a capital is the span of a tile.

    >>> [line.text for line in tiled("ikj")][:2]
    ['for I, K, J in tiles(n, t):', 'for i in I:']
    """
    spans = ", ".join(order.upper())
    around = CodeLine(0, f"for {spans} in tiles(n, t):")
    within = (CodeLine(n, f"for {loop} in {loop.upper()}:") for n, loop in enumerate(order, 1))
    return around, *within, CodeLine(len(order) + 1, BODY)


def head_of(loop: str) -> str:
    """Return how the line of a loop begins."""
    return f"for {loop} in"
