"""Numbers on the command line and in the environment: read as example files read theirs."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import click

from mathcore.digits import read_decimal


class Whole(click.IntRange):
    """A whole number within bounds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read what was typed, or refuse it in words."""
        number = _typed(self, "a whole number", value, param, ctx)
        if number.denominator != 1:
            self.fail(f'"{value}" is not a whole number.', param, ctx)
        return super().convert(int(number), param, ctx)


class Decimal(click.FloatRange):
    """A number within bounds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read what was typed, or refuse it in words."""
        return super().convert(float(_typed(self, "a number", value, param, ctx)), param, ctx)


def _typed(
    kind: click.ParamType[Any],
    wanted: str,
    value: Any,
    param: click.Parameter | None,
    ctx: click.Context | None,
) -> Fraction:
    if not isinstance(value, str):
        return Fraction(value)
    try:
        number = read_decimal(value)
    except ValueError as fault:
        kind.fail(f'"{value}" is not {wanted}: {fault}.', param, ctx)
    if number is None:
        kind.fail(f'"{value}" is not {wanted}.', param, ctx)
    return number
