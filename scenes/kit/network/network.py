"""A layer as a network: input nodes, output nodes, and an edge for every weight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from manim import Animation, AnimationGroup, Transform, VGroup, VMobject

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import SHORT
from scenes.kit.ground.shapes import rectangle
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.network.edge import Edge
from scenes.kit.network.network_geometry import NetworkPlace, Point
from scenes.kit.product.likenesses import Likenesses

BEHIND, UNDER = -2, -1  # the edges, behind the nodes; a node's circle, under its icon
NodeState = Literal["plain", "meant"]


class Node(VGroup):
    """A circle with its icon; ``meant`` it has the focus's ring.

    Parameters
    ----------
    box : Box
        Pixels; as high as it is wide.
    colour : str
        Of its ring.
    icon : VMobject
        What stands in it.
    """

    def __init__(self, theme: Theme, box: Box, colour: str, icon: VMobject) -> None:
        self.theme, self.box, self.colour, self.icon = theme, box, colour, icon
        self.circle = self._circle("plain")
        super().__init__(self.circle, icon)

    def _circle(self, state: NodeState) -> VMobject:
        edge, width = (self.theme.focus, 6.0) if state == "meant" else (self.colour, 3.0)
        ring = rectangle(
            self.box, fill=self.theme.panel, edge=edge, edge_width=width, radius=self.box.width / 2
        )
        return ring.set_z_index(UNDER)

    def to(self, state: NodeState, run_time: float = SHORT) -> Animation:
        """Return the change of its ring."""
        return Transform(self.circle, self._circle(state), run_time=run_time)


class Network(VGroup):
    """``inputs[k]``, ``outputs[j]`` and ``edges[k][j]``, at a place, with these weights.

    ``weights`` is (inputs, outputs), ``hues`` has one for each input; ``likenesses`` stand in the
    nodes, which are empty without.

    Parameters
    ----------
    hues : sequence of (K,) Hue
        One for each input.
    place : NetworkPlace
        From :func:`network_place`, in pixels.
    weights : (K, n) array
        One for each edge.
    heaviest : float
        The weight that is drawn thickest.
    likenesses : Likenesses, optional
        What stands in the nodes.
    """

    def __init__(
        self,
        theme: Theme,
        hues: Sequence[Hue],
        place: NetworkPlace,
        weights: np.ndarray,
        heaviest: float,
        likenesses: Likenesses | None = None,
    ) -> None:
        self.theme, self.likenesses, self.place, self.hues = theme, likenesses, place, list(hues)
        rows, columns = range(weights.shape[0]), range(weights.shape[1])
        self.inputs = [self._input(k, place.inputs[k]) for k in rows]
        self.outputs = [self._output(j, place.outputs[j]) for j in columns]
        self.edges = [
            [self._edge(k, j, self.hues[k], float(weights[k, j]), heaviest) for j in columns]
            for k in rows
        ]
        super().__init__(VGroup(*self.all_edges()), *self.inputs, *self.outputs)

    def _edge(self, k: int, j: int, hue: Hue, weight: float, heaviest: float) -> Edge:
        edge = Edge(self.theme, hue, self.place.edge(k, j), weight, heaviest)
        edge.set_z_index(BEHIND)
        return edge

    def _input(self, k: int, middle: Point) -> Node:
        radius = self.place.input_radius
        height, (x, y) = 1.34 * radius, middle
        icon: VMobject = VGroup()
        if self.likenesses is not None:
            icon = self.likenesses.inner(k, height=height, x=x, floor=y + height / 2)
        return Node(self.theme, self.place.node_box(middle, radius), self.hues[k].text, icon)

    def _output(self, j: int, middle: Point) -> Node:
        radius, (x, y) = self.place.output_radius, middle
        icon = VGroup()
        if self.likenesses is not None:
            width = radius * (1.2 if self.likenesses.signed else 0.72)
            box = Box(x - width / 2, y - 0.6 * radius, width, 1.2 * radius)
            icon = self.likenesses.column(j, box)
        return Node(self.theme, self.place.node_box(middle, radius), self.theme.ink, icon)

    def all_edges(self) -> list[Edge]:
        """Return the edges, input by input."""
        return [edge for row in self.edges for edge in row]

    def light(self, j: int | None, run_time: float = SHORT) -> Animation:
        """Light the edges into output ``j`` alone; or all of them."""
        changes: list[Animation] = []
        for row in self.edges:
            for n, edge in enumerate(row):
                lit = j is None or n == j
                if lit != edge.lit:
                    changes.append(_to(edge, edge.copy_as(lit=lit), run_time))
        for n, node in enumerate(self.outputs):
            changes.append(node.to("meant" if n == j else "plain", run_time))
        return AnimationGroup(*changes)

    def weigh(self, weights: np.ndarray, run_time: float) -> Animation:
        """Let every edge take another weight."""
        return AnimationGroup(
            *(
                _to(edge, edge.copy_as(float(weights[k, j]), lit=edge.lit), run_time)
                for k, row in enumerate(self.edges)
                for j, edge in enumerate(row)
            )
        )

    def show_weights(self, weights: np.ndarray) -> Network:
        """Take other weights at once."""
        for k, row in enumerate(self.edges):
            for j, edge in enumerate(row):
                edge.weigh(weights[k, j], edge.lit)
        return self


def _to(edge: Edge, goal: Edge, run_time: float) -> Animation:
    edge.weight, edge.lit = goal.weight, goal.lit
    edge.ornament = goal.ornament
    return Transform(edge, goal, run_time=run_time)
