"""Names with their states: plain, meant, and not meant."""

from scenes.kit.ground.motion import appear
from scenes.kit.ground.sizes import LABEL
from scenes.kit.product.name_tag import NameTag, TagState
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        states: list[TagState] = ["plain", "strong", "muted"]
        names = [each.name[self.lang] for each in self.book.ingredients[:3]]
        tags = [
            NameTag(
                self.theme, self.theme.hue(n + 1).text, lines=(name,), size=LABEL,
                x=560 + 400 * n, baseline=560, state=state,
            )
            for n, (name, state) in enumerate(zip(names, states, strict=True))
        ]  # fmt: skip
        self.beat("shown", appear(*tags))
