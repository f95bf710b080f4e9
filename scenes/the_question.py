"""The opening: a large model is nothing but matrix products; what one does is the question."""

from __future__ import annotations

from typing import ClassVar

from scenes.acts.the_question.asking import Asking
from scenes.acts.the_question.counting import Counting
from scenes.kit.network.model_tower import ModelTower
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral


class TheQuestion(Chapter):
    """How much of a large model is matrix products, counted; and the question that is left."""

    layer_kind: ClassVar[str | None] = "transformer"
    default_layer: ClassVar[str | None] = "gpt2_small"

    def construct(self) -> None:
        """Tell the opening, beat by beat."""
        blocks = Numeral(self.layer.sizes.blocks, Claim("entry", (0,), "sizes"))
        model = ModelTower(self.theme, self.layer, self.label("times", blocks=blocks), self.lang)
        counting = Counting(self.theme, self.layer, model, self.label("of_all"))
        asking = Asking(self.theme, self.label("question"))
        self.beat("nothing_but_products", counting.count())
        self.beat("why", asking.ask(counting))
