"""A column of the result is a mix of columns: the second one is made."""

from scenes.kit.columns.column_view import ColumnView
from scenes.kit.columns.column_view_geometry import mixing_place
from scenes.kit.ground.motion import appear
from scenes.kit.product.falk_view import FalkView
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        crop = self.product("crop")
        view = FalkView(self.theme, crop, self.lang).without_entry_heads()
        columns = ColumnView(view, mixing_place(view.place, crop, self.lang))
        taken = (columns.take_column(k, 0) for k in range(columns.inner))
        self.beat("shown", appear(view), columns.take_recipe(0), taken, columns.put_away())
