"""What a guest orders: a card with the shares of one mixture, then in focus."""

from scenes.kit.bar.order_card import OrderCard
from scenes.kit.bar.order_card_geometry import CardPlace, card_shape
from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear, together
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.motions import Motions


class Example(Chapter):
    def construct(self) -> None:
        shape = card_shape(self.book, self.lang, named=True)
        place = CardPlace(shape, Box(780, 320, shape.width, shape.height), j=0)
        card = OrderCard(self.theme, self.book, place, self.lang)
        self.beat("shown", self.order(card))

    def order(self, card: OrderCard) -> Motions:
        """Yield motions one after another: each is made when the one before has been played."""
        yield appear(card)
        yield together(card.outlined())
