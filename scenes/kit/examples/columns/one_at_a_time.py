"""The result as a sum of matrices: a column times a row, and another one."""

from scenes.kit.columns.column_view import ColumnView
from scenes.kit.columns.column_view_geometry import mixing_place
from scenes.kit.columns.one_at_a_time import OneAtATime, add_one_at_a_time
from scenes.kit.ground.motion import appear
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.more_rows import fill_in_a_wave
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        crop = self.product("crop")
        view = FalkView(self.theme, crop, self.lang).without_entry_heads()
        sums = OneAtATime(ColumnView(view, mixing_place(view.place, crop, self.lang)))
        self.beat("made", appear(view), fill_in_a_wave(view))
        self.beat("once_more", add_one_at_a_time(sums))
