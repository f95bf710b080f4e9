"""The recipes as a layer: an edge for every share, one output lit; beside it, a node alone."""

from scenes.kit.bar.book_likenesses import BookLikenesses
from scenes.kit.bar.book_product import book_product
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.network.network import Network, Node
from scenes.kit.network.network_geometry import network_place
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        weights = self.book.shares.astype(float)
        place = network_place(Box(560, 180, 800, 640), *weights.shape)
        likenesses = BookLikenesses(self.theme, self.book)
        hues = book_product(self.book).hues(self.theme)
        network = Network(self.theme, hues, place, weights, weights.max(), likenesses)
        icon = likenesses.inner(0, height=90, x=300, floor=545)
        alone = Node(self.theme, Box(240, 440, 120, 120), hues[0].text, icon)
        self.beat("shown", appear(network, alone), network.light(1))
