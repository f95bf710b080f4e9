"""Ways to put something wrong in the place of what is right, in this process, wherever it is used.

Scene and ledger then have it alike, and see nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from mathcore import matmul, numerals
from mathcore.matmul import MatmulTrace

Change = Callable[[Any], Any]
Sabotage = Callable[[pytest.MonkeyPatch], None]


def instead(right: Callable[..., Any], wrong: Callable[..., Any]) -> Sabotage:
    """Put a function in the place of another one, wherever that is known by a name."""

    def apply(patch: pytest.MonkeyPatch) -> None:
        for name, module in list(sys.modules.items()):
            if name.startswith(("mathcore", "scenes")):
                for key in [key for key, each in vars(module).items() if each is right]:
                    patch.setattr(module, key, wrong)

    return apply


def after(right: Callable[..., Any], change: Change) -> Sabotage:
    """Change what a function returns."""
    return instead(right, lambda *args, **kwargs: change(right(*args, **kwargs)))


def before(right: Callable[..., Any], change: Change) -> Sabotage:
    """Change the first thing that a function is given."""
    return instead(right, lambda first, *args, **kwargs: right(change(first), *args, **kwargs))


def given(right: Callable[..., Any], **wrong: Any) -> Sabotage:
    """Call a function with another option than it is called with."""
    return instead(right, lambda *args, **kwargs: right(*args, **{**kwargs, **wrong}))


def value(owner: Any, name: str, wrong: Any) -> Sabotage:
    """Change what a module knows by a name, if only a builtin."""
    return lambda patch: patch.setattr(owner, name, wrong, raising=False)


def method(owner: type, name: str, change: Change) -> Sabotage:
    """Change what a method of a class returns, or a property, cached or not."""

    def apply(patch: pytest.MonkeyPatch) -> None:
        right = vars(owner)[name]
        if callable(right):
            patch.setattr(owner, name, lambda self, *args: change(right(self, *args)))
        else:
            get = getattr(right, "func", None) or right.fget
            patch.setattr(owner, name, property(lambda self: change(get(self))))

    return apply


def trace(**changes: Callable[[MatmulTrace], Any]) -> Sabotage:
    """Change parts of every product; each change is given the right one."""
    return after(
        matmul.trace_matmul,
        lambda made: replace(made, **{name: change(made) for name, change in changes.items()}),
    )


def printed(change: Callable[[str], str]) -> Sabotage:
    """Change the characters of every number."""
    return after(numerals._digits, change)


def rounded(how: Callable[[Fraction], int]) -> Sabotage:
    """Round otherwise."""
    right = numerals._digits

    def wrong(exact: Fraction, places: int, signed: bool, *, strip: bool) -> str:
        kept = Fraction(how(exact * 10**places), 10**places)
        return right(kept, places, signed, strip=strip)

    return instead(right, wrong)
