"""What a viewer can check: printed terms add up, and nothing is too long."""

from fractions import Fraction

from mathcore import format_number, trace_matmul


def read_back(number):
    """Read a printed number, as a viewer does."""
    return Fraction(format_number(number).replace("\N{MINUS SIGN}", "-"))


def check_printed(book):
    """Check what a viewer can check: printed terms add up, and nothing is too long."""
    trace = trace_matmul(book.values, book.shares)
    for i, j in ((i, j) for i in range(len(book.properties)) for j in range(len(book.mixtures))):
        steps = trace.entry(i, j)
        for step in steps:
            assert read_back(step.left) * read_back(step.right) == read_back(step.product)
        assert sum(read_back(step.product) for step in steps) == read_back(trace.result[i, j])
    numbers = [*book.shares.flat, *book.values.flat, *trace.products.flat, *trace.partials.flat]
    assert max(len(format_number(number)) for number in numbers) <= 7
