"""What the tests of the pages look with."""

from tests.lecture.conftest import browser

__all__ = ["browser"]
