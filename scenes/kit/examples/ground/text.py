"""A label, a numeral that says what it is a number of, and two lines below each other."""

from scenes.kit.ground.motion import appear
from scenes.kit.ground.sizes import LABEL, LEADING, SMALLEST, TOTAL
from scenes.kit.ground.text import Label, Number, paragraph
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim


class Example(Chapter):
    def construct(self) -> None:
        first = self.book.ingredients[0].name[self.lang]
        name = Label(first, LABEL, self.theme.hue(1).text, x=500, baseline=480)
        share = Number(
            self.book.shares[0, 0], TOTAL, self.theme.ink, percent=True, x=900, baseline=480,
            claim=Claim("share", (0, 0)),
        )  # fmt: skip
        mixtures = tuple(mixture.short[self.lang] for mixture in self.book.mixtures)
        lines = paragraph(
            mixtures, SMALLEST, self.theme.muted, x=1300, baseline=440, leading=LEADING
        )
        self.beat("shown", appear(name, share, lines))
