"""A matrix between brackets, each row in its hue."""

from scenes.kit.ground.motion import appear
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.product.matrix_grid import MatrixGrid
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        bill = self.product("bill")
        values, hues = bill.trace.right, bill.hues(self.theme)
        rows, columns = values.shape
        grid = MatrixGrid(
            self.theme, GridPlace(810, 330, rows, columns, 150, 110), values=values,
            quantity="share", of=bill.of, hue_of=lambda k, j: hues[k],
        )  # fmt: skip
        self.beat("shown", appear(grid), *(cell.to("act") for cell in grid.row(0)))
