"""The changes whose price is measured: a share, a caption's wording, a line of code.  Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

SHARES = re.compile(r'shares = \{[^}]*"(\d+)%"[^}]*"([1-9]\d+)%"')
STEP = 5  # percent
BEAT, SAID = re.compile(r"\[(\w+)\]"), re.compile(r'en = "([^"]+ [^"]+)"')
LISTED = re.compile(r'"([^"]+ [^"]+)",?')


def with_other_shares(example: str) -> str:
    """Return an example file with a little of one ingredient replaced by another.

    >>> with_other_shares('shares = { gin = "20%", cola = "80%" }')
    'shares = { gin = "25%", cola = "75%" }'
    """
    found = SHARES.search(example)
    if found is None:
        raise ValueError('no line like shares = { gin = "20%", cola = "80%" } is in the example')
    more, less = int(found[1]) + STEP, int(found[2]) - STEP
    text = found.string
    return "".join(
        [
            text[: found.start(1)],
            str(more),
            text[found.end(1) : found.start(2)],
            str(less),
            text[found.end(2) :],
        ]
    )


def with_other_wording(script: str) -> str:
    r"""Return a chapter's script with two words of one line, in its middle, the other way round.

    It is as long as before, so that nothing but the line itself has to be made anew.

    >>> with_other_wording('[one]\nen = "A row meets a column."\n')
    '[one]\nen = "row A meets a column."\n'
    """
    lines = script.splitlines(keepends=True)
    spoken = list(_spoken(lines))
    if not spoken:
        raise ValueError('no line like en = "A row meets a column." is in the script')
    number, said = spoken[len(spoken) // 2]
    first, second, *rest = said.split(" ")
    lines[number] = lines[number].replace(said, " ".join([second, first, *rest]))
    return "".join(lines)


def _spoken(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the number and the words of what is said in the picture: not labels, titles, notes."""
    in_beat = in_list = False
    for number, line in enumerate(map(str.strip, lines)):
        if line.startswith("["):
            in_beat = BEAT.fullmatch(line) is not None
        in_list = line == "en = [" or (in_list and line != "]")
        said = (LISTED if in_list else SAID).fullmatch(line)
        if in_beat and said:
            yield number, said[1]


def with_another_line(code: str) -> str:
    r"""Return a chapter's code with one line more, which does nothing.

    >>> with_another_line("import this")
    'import this\nMEASURED = True\n'
    """
    return code.rstrip("\n") + "\nMEASURED = True\n"
