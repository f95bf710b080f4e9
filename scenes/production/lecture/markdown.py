"""Texts that stand in Markdown as they are.  Pure."""

from __future__ import annotations

import re

SPECIAL = re.compile(
    r"[\\`*_{}\[\]<>|~^$@#&]"  # what Markdown takes for more than itself: anywhere,
    r"|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\."  # in a row: dashes and an ellipsis,
    r"|:(?=[A-Za-z0-9_+-]+:)"  # around a name: an emoji,
    r"|^[-+=:%(]"  # or where a line begins
)
ORDINAL = re.compile(r"^([^\W_]+)([.)])(?=\s|$)")  # begins a list


def plain(text: str) -> str:
    r"""Return a text that Markdown, and that of Pandoc too, shows as it is.

    What is before and behind it, where Markdown has no spaces, goes.

    >>> print(plain("2*3 = 6 [sic]"), plain("1. Pour"), plain("- 40 % < x"), plain("mix -- stir"))
    2\*3 = 6 \[sic\] 1\. Pour \- 40 % \< x mix \-\- stir
    """
    return ORDINAL.sub(r"\1\\\2", SPECIAL.sub(r"\\\g<0>", text.strip()))
