"""Texts that stand in Markdown as they are.  Pure."""

from __future__ import annotations

import re

# what Markdown takes for more than itself: anywhere, or where a line begins
SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~^$@#&]|^[-+=:%(]|(?<=^\w)[.)]|(?<=^\d\d)[.)]")


def plain(text: str) -> str:
    r"""Return a text that Markdown, and that of Pandoc too, shows as it is.

    >>> print(plain("2*3 = 6 [sic]"), plain("1. Pour"), plain("- 40 % < x"))
    2\*3 = 6 \[sic\] 1\. Pour \- 40 % \< x
    """
    return SPECIAL.sub(r"\\\g<0>", text)
