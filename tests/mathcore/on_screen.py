"""What a viewer can check: printed terms add up, and nothing is too long."""

from fractions import Fraction

from mathcore import RecipeBook, format_number, trace_matmul

Span = tuple[Fraction, Fraction]


def read_back(number: float | Fraction) -> Span:
    """Read between what a printed number lies, as a viewer does: one that is cut goes on."""
    text = format_number(number).replace("\N{MINUS SIGN}", "-")
    printed, places = Fraction(text.rstrip("…")), len(text.rstrip("…").partition(".")[2])
    unit = Fraction(text.endswith("…"), 10**places)
    return (printed - unit, printed) if text.startswith("-") else (printed, printed + unit)


def check_printed(book: RecipeBook) -> None:
    """Check what a viewer can check: printed terms add up, and nothing is too long."""
    trace = trace_matmul(book.values, book.shares)
    for i, j in ((i, j) for i in range(len(book.properties)) for j in range(len(book.mixtures))):
        steps = trace.entry(i, j)
        for step in steps:
            left, right = read_back(step.left), read_back(step.right)
            corners = [one * other for one in left for other in right]
            assert meet((min(corners), max(corners)), read_back(step.product))
        low, high = zip(*(read_back(step.product) for step in steps), strict=True)
        total = sum(low, Fraction(0)), sum(high, Fraction(0))
        assert meet(total, read_back(trace.result[i, j]))
    numbers = [*book.shares.flat, *book.values.flat, *trace.products.flat, *trace.partials.flat]
    assert max(len(format_number(number).rstrip("…")) for number in numbers) <= 7


def meet(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
