"""Chapter 6: the channels of a picture are mixed, pixel by pixel, by one recipe."""

from __future__ import annotations

from typing import ClassVar

from scenes.kit.channels import Channels
from scenes.kit.gallery import Gallery
from scenes.kit.phrases import count_word
from scenes.kit.script import Text
from scenes.kit.stage import Chapter


class FeatureFusion(Chapter):
    """From feature maps to a fused map: at every pixel the same row meets the same column."""

    layer_kind: ClassVar[str | None] = "picture"
    default_layer: ClassVar[str | None] = "coffee"

    def construct(self) -> None:
        """Tell the chapter, beat by beat."""
        channels = Channels(self.theme, self.book, self.layer, self.lang)
        gallery = Gallery(channels)

        self.add(gallery)
        self.beat("channels_are_bottles", gallery.open(), **self.counted())

    def counted(self) -> dict[str, Text | str]:
        """Return the counts that the spoken lines name."""
        return {"maps": count_word(len(self.layer.features))}
