"""The line of terms: p + p + … = total, none too close to the next, none cut off."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import RecipeBook, format_number, trace_matmul
from scenes.kit.bar.book_product import book_product
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.shapes import SIGN_WIDTH
from scenes.kit.ground.sizes import SMALLEST
from scenes.kit.product.falk_geometry import falk_place
from scenes.kit.sums.term_line import TIMES_SPACE
from scenes.kit.sums.term_line_geometry import LOWEST, TermsPlace, even_slots, fitted, terms_place
from tests.kit.books import KNOWN, books

LEAST_GAP = 3.0  # pixels between a numeral and a sign


def lines(book, whole):
    """Yield the place and the steps of every entry that is shown term by term."""
    product = book_product(book)
    trace = product.trace
    rows, columns = trace.result.shape
    place = falk_place(product, "en", rows=rows if whole else 1, icons=True)
    entries = [(rows - 1, columns - 1)] if whole else [(0, j) for j in range(columns)]
    for i, j in entries:
        yield place, terms_place(place, trace, i, j), trace.entry(i, j)


def every(law):
    """Check a law for books that are drawn, and for all that are known."""
    drawn = settings(max_examples=20)(given(books(), st.booleans())(law))

    def check():
        for book in KNOWN:
            law(book, True)
            law(book, False)
        drawn()

    check.__name__, check.__doc__ = law.__name__, law.__doc__
    return check


def printed(value, enclosed):
    return f"({format_number(value)})" if enclosed and value < 0 else format_number(value)


def span(text, size, x):
    wide = lettering.width(text, size, bold=True)
    return x - wide / 2, x + wide / 2


def parts(line, steps):
    """Return where each token of the line begins and ends, in reading order."""
    spans = []
    for k, (step, x) in enumerate(zip(steps, line.slots, strict=True)):
        if k:
            half = SIGN_WIDTH["+"] * line.size / 2
            between = (line.slots[k - 1] + x) / 2
            spans.append((between - half, between + half))
        spans.append(span(printed(step.product, k > 0), line.size, x))
    half = SIGN_WIDTH["="] * line.size / 2
    spans.append((line.equals - half, line.equals + half))
    return [*spans, span(format_number(steps[-1].partial), line.size, line.total)]


def test_the_cocktails_written_out():
    book = RecipeBook.load("assets/examples/cocktails.toml")
    place, line, steps = next(lines(book, whole=False))
    assert [format_number(step.product) for step in steps] == ["8", "9", "0", "0"]
    assert line.slots == tuple(place.left.cell(0, k).centre[0] for k in range(4))
    assert line.total == place.result.cell(0, 0).centre[0], "the total stands under its cell"
    assert line.factors


@every
def test_no_part_of_the_line_touches_the_next(book, whole):
    for _, line, steps in lines(book, whole):
        spans = parts(line, steps)
        for (_, end), (start, _) in pairwise(spans):
            assert start - end >= LEAST_GAP, (spans, [printed(s.product, True) for s in steps])


@every
def test_the_line_stands_between_the_margins(book, whole):
    for _, line, steps in lines(book, whole):
        spans = parts(line, steps)
        assert spans[0][0] >= frame.LEFT
        assert spans[-1][1] <= frame.RIGHT


@every
def test_the_line_can_be_read(book, whole):
    for _, line, _ in lines(book, whole):
        assert min(line.size, line.factor_size) >= SMALLEST


@every
def test_factors_fit_side_by_side_where_they_are_shown(book, whole):
    for _, line, steps in lines(book, whole):
        if not line.factors:
            continue
        ends = []
        for step, x in zip(steps, line.slots, strict=True):
            texts = (format_number(step.left), printed(step.right, True))
            gap = (SIGN_WIDTH["×"] + 2 * TIMES_SPACE) * line.factor_size
            half = (gap + sum(lettering.width(text, line.factor_size) for text in texts)) / 2
            ends.append((x - half, x + half))
        assert all(b - a >= LEAST_GAP for (_, a), (b, _) in pairwise(ends))


@every
def test_the_line_stands_below_the_rows_and_above_the_captions(book, whole):
    for place, line, _ in lines(book, whole):
        top = line.factor_baseline if line.factors else line.baseline
        size = line.factor_size if line.factors else line.size
        assert top - lettering.CAP_HEIGHT * size > place.left.bracket_box.bottom
        assert line.baseline <= LOWEST < frame.FLOOR
        if line.factors:
            assert line.factor_baseline < line.baseline - lettering.CAP_HEIGHT * line.size


@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=1, max_size=30))
def test_terms_that_keep_to_their_slots_do_not_touch(pairs):
    """Signs and brackets go first; what cannot be read even so is not called roomy."""
    left, right = zip(*pairs, strict=True)
    trace = trace_matmul([left], [[each] for each in right])
    slots = even_slots(0, 1400, len(pairs))
    place = fitted(TermsPlace(slots, 0, 46, 1450, 1600, 0), trace)
    assert place.slots == slots
    texts = [format_number(product) for product in trace.products.ravel()]
    if place.signs:
        texts = [f"({text})" if text.startswith("\N{MINUS SIGN}") else text for text in texts]
    widths = [lettering.width(text, place.size, bold=True) for text in texts]
    sign = SIGN_WIDTH["+"] * place.size if place.signs else 0.0
    for (a, b), (x, y) in zip(pairwise(widths), pairwise(slots), strict=True):
        assert x + a / 2 + sign < y - b / 2
    assert place.roomy == (place.size >= SMALLEST)
