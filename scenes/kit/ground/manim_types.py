"""The one place that says where Manim's types do not reach, and what holds there instead.

At run time nothing of it is there: groups are Manim's, and so are changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from manim import Animation, VGroup, VMobject

if TYPE_CHECKING:
    Part = TypeVar("Part", bound=VMobject, covariant=True)

    class GroupOf(VGroup, Generic[Part]):
        """A group that knows what its parts are; Manim's knows but that they are shapes."""

        def __init__(self, *parts: Part) -> None:
            """Take the parts."""

        def __iter__(self) -> Iterator[Part]:
            """Return the parts, one after another."""

        @overload
        def __getitem__(self, value: int) -> Part: ...
        @overload
        def __getitem__(self, value: slice) -> GroupOf[Part]: ...
        def __getitem__(self, value: Any) -> Any:
            """Return one part, or a group of several."""

    class Change(Animation):
        """What ``thing.animate`` makes: each method of the thing adds to the change."""

        def __getattr__(self, method: str) -> Callable[..., Change]:
            """Return the method, which returns the change again."""

else:
    Change = Animation

    class GroupOf:
        """A VGroup: its parts are for type checkers alone."""

        def __new__(cls, *parts: VMobject) -> VGroup:
            """Return the group."""
            return VGroup(*parts)

        def __class_getitem__(cls, part: Any) -> type[VGroup]:
            """Return what all such groups are."""
            return VGroup
