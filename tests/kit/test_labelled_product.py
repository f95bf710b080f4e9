"""A product as a value: its labels, and what its numerals claim; who shows it knows no book."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import ShapeError, trace_matmul
from mathcore.listing import files_in
from scenes.kit.bar.book_product import book_product
from scenes.kit.columns.column_view import ColumnView
from scenes.kit.columns.column_view_geometry import mixing_place
from scenes.kit.ground import frame
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import NIGHT
from scenes.kit.product.falk_geometry import ICON_ROOM, falk_place
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.labelled_product import LabelledProduct, LayoutError
from scenes.kit.product.meeting import Meeting
from scenes.kit.product.product_view import ProductView
from scenes.kit.stage.claims import Ledger
from scenes.kit.sums.running_sum import running_sum
from tests.house import KIT, each, imported
from tests.kit.books import KNOWN
from tests.rehearsal import pixel_box

OF = "weather"


def texts(*names):
    return tuple({"en": name, "zh": name} for name in names)


def weather(left=((7, 2, 1),), right=((5, 4), (3, 3), (2, 3)), **labels):
    tenths = (np.array(rows, dtype=object) * Fraction(1, 10) for rows in (left, right))
    return LabelledProduct(trace_matmul(*tenths), OF, **labels)


@each([path for path in files_in(KIT, "**/*.py") if path.parent.name not in ("bar", "stage")])
def test_no_noun_asks_for_a_recipe_book_but_those_of_the_bar(path):
    known = imported(path) if "ledgers" not in path.parts else set()
    assert "mathcore.RecipeBook" not in known


@each(files_in(KIT / "product", "*.py"))
def test_a_product_knows_no_bar(path):
    assert not [name for name in imported(path) if name.startswith("scenes.kit.bar")]


def test_a_product_without_names_written_out():
    product = weather()
    assert (product.sizes, product.slots) == ((1, 3, 2), (1, 2, 3))
    assert [step.product for step in product.entry(0, 0)] == [
        Fraction(35, 100),
        Fraction(6, 100),
        Fraction(2, 100),
    ]
    assert str(product.claim("partial", 0, 1, 2)) == "weather.partial[0, 1, 2]"
    assert (product.last, product.fullest) == ((0, 1), (0, 0))


@pytest.mark.parametrize("axis", ["rows", "inner", "columns", "units"])
def test_a_label_for_each_index_or_none(axis):
    with pytest.raises(ShapeError, match=rf"a.toml: 5 {axis} for 1 × 3 · 3 × 2; give \d, or none"):
        weather(**{axis: texts(*"abcde")}, origin="a.toml")


def everything(product):
    """Return all that shows a product, with every numeral that it may show."""
    view = FalkView(NIGHT, product, "en")
    meetings = [Meeting(view, running_sum(view, i), i, 0) for i in range(product.sizes[0])]
    shown = [view, ProductView(NIGHT, product, "en")]
    shown += [part for m in meetings for part in (m.line, m.meeting_point(0), m.chart.scale_marks)]
    columns = ColumnView(view, mixing_place(view.place, product, "en"))
    shown += [part for motion in columns.take_recipe(1) for part in motion.mobject.get_family()]
    shown += columns.weights
    return [part for each in shown for part in each.get_family() if isinstance(part, Number)]


def test_every_numeral_claims_the_source_of_its_product():
    product = weather()
    numbers = everything(product)
    assert {number.claim.of for number in numbers} == {OF}
    ledger = Ledger(KNOWN[0], {OF: product.trace})
    for number in numbers:
        if number.claim.quantity != "scale":
            assert ledger.value(number.claim) == number.value


def test_without_likenesses_no_room_is_left_for_them():
    names = {"inner": texts("sun", "cloud", "rain"), "columns": texts("dry", "wet")}
    plain, drawn = (falk_place(weather(**names), "en", icons=icons) for icons in (False, True))
    assert plain.row_names_right - drawn.row_names_right == ICON_ROOM
    assert plain.row_names == ("sun", "cloud", "rain")


def test_a_single_row_is_named_where_that_is_wanted():
    product = weather(rows=texts("today"))
    assert falk_place(product, "en").left_names is None
    assert falk_place(product, "en", staged=True).left_names == (("today",),)


def test_what_has_no_room_is_refused_by_name():
    long = texts("a name that is far too long for any column", "b")
    with pytest.raises(LayoutError, match=r'b.toml: .* columns: shorten "a name that is far'):
        falk_place(weather(columns=long, origin="b.toml"), "en")
    wide = trace_matmul(np.full((1, 8), 1234567.25), np.full((8, 6), 0.125))
    with pytest.raises(LayoutError, match=r'product "wide": its numerals need .* shorter numbers'):
        falk_place(LabelledProduct(wide, "wide"), "en")


@settings(max_examples=25)
@given(st.integers(1, 6), st.integers(1, 8), st.integers(1, 6), st.integers(1, 999))
def test_a_line_of_numbers_stands_inside_the_frame_or_is_refused(m, inner, n, entry):
    trace = trace_matmul(np.full((m, inner), Fraction(entry, 10)), np.full((inner, n), 1))
    try:
        view = ProductView(NIGHT, LabelledProduct(trace, OF), "en")
    except LayoutError:
        return
    grids = [view.row, view.matrix, view.result]
    assert grids[0].place.bracket_box.right < view.place.dot[0] < grids[1].place.bracket_box.x
    for grid in grids:
        box = grid.place.bracket_box
        assert box.x >= frame.LEFT - 1
        assert box.right <= frame.RIGHT + 1
        assert frame.TOP <= box.y <= box.bottom <= frame.FLOOR
        assert all(cell.number is not None for cell in grid.all_cells())
        assert all(pixel_box(cell.number).width <= cell.box.width for cell in grid.all_cells())


@pytest.mark.parametrize("book", KNOWN[:5], ids=lambda book: book.path.stem)
def test_a_book_lends_its_names_hues_and_units(book):
    product = book_product(book)
    assert product.sizes == tuple(map(len, (book.properties, book.ingredients, book.mixtures)))
    assert product.inner == tuple(each.name for each in book.ingredients)
    assert [product.unit(i) for i in range(product.sizes[0])] == [p.unit for p in book.properties]
    assert product.hues(NIGHT) == [NIGHT.hue(each.hue) for each in book.ingredients]
