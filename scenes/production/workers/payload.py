"""What a worker sends back: one string of bytes, of which nothing is run and nothing believed.

Eight bytes say how long the JSON is that follows; after it come files, one after another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import Any, NoReturn

LENGTH = 8  # bytes
MOST_JSON = 50_000_000  # bytes; the largest plan has a hundredth of it
FILES = "files"


class PayloadError(ValueError):
    """A worker sent what it was not asked for; the message goes on from the worker's name."""


def pack(head: Mapping[str, Any], files: Mapping[str, bytes]) -> bytes:
    """Return plain tables and files as bytes."""
    listed = [[name, len(data), _checksum(data)] for name, data in files.items()]
    text = json.dumps({**head, FILES: listed}, ensure_ascii=False).encode()
    return b"".join((len(text).to_bytes(LENGTH, "big"), text, *files.values()))


def unpack(came: object, wanted: Collection[str]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the tables, and those of the wanted files that came.

    Raises
    ------
    PayloadError
        If it is no such thing, has a file that was not asked for, or one that is not as it says.
    """
    if not isinstance(came, bytes):
        raise PayloadError(f"sent {type(came).__name__} where bytes were expected")
    end = LENGTH + int.from_bytes(came[:LENGTH], "big")
    if not LENGTH <= end <= min(len(came), MOST_JSON):
        raise PayloadError("sent what breaks off")
    head = _table(came[LENGTH:end])
    return head, dict(_files(head.pop(FILES, None), came[end:], wanted))


def _table(text: bytes) -> dict[str, Any]:
    try:
        head = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise PayloadError("sent what is no JSON") from None
    if not isinstance(head, dict):
        raise PayloadError("sent JSON that is no table")
    return head


def _files(listed: object, rest: bytes, wanted: Collection[str]) -> dict[str, bytes]:
    """Cut the files out, each by the name and with the checksum that it claims."""
    found: dict[str, bytes] = {}
    start = 0
    for entry in listed if isinstance(listed, list) else [None]:
        match entry:
            case [str(name), int(size), str(checksum)] if size >= 0 and not isinstance(size, bool):
                pass
            case _:
                raise PayloadError("sent files without a list of them")
        if name not in wanted or name in found:
            raise PayloadError(f"sent {_shown(name)}, which was not asked for")
        data = rest[start : start + size]
        if len(data) < size or _checksum(data) != checksum:
            raise PayloadError(f"sent {name}, which is not as its checksum says")
        found[name] = data
        start += size
    if start != len(rest):
        raise PayloadError("sent more than it lists")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _shown(name: str) -> str:
    return json.dumps(name if len(name) <= 100 else f"{name[:100]}…")


def _checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
