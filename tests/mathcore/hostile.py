"""Files that would take the memory or the hours of whoever reads them."""

from __future__ import annotations

import json
import re
import resource
import struct
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from mathcore import ExampleError, RecipeBook, load_layer

HUGE = 3 * 10**9  # bytes, of which the disk holds none
File = bytes | tuple[bytes, int]  # what it begins with, and how long it is
PAIR = '{ en = "x", zh = "x" }'
PICTURE = f"""kind = "picture"
name = {PAIR}
image = "file"
pixel = [1, 1]
maps = [{{ name = {PAIR}, kernel = [[0, 0, 0], [0, 1, 0], [0, 0, 0]] }}]
recipes = [{{ name = {PAIR}, weights = [1] }}]
turn = {{ recipe = 0, map = 0, to = 1 }}
"""
CLASSES = f"""kind = "classifier"
name = {PAIR}
classes = ["0", "1"]
rows = 1
columns = 2
brightest = 9
weights = "file"
samples = "file"
shown = 0
"""
SECONDS = f"""kind = "cache"
name = {PAIR}
n = 8
line = 4
lines = 10
tile = 2
seconds = "file"
"""
COLUMNS = b"date,machine,made_by,n,walk,tile,repeats,seconds\n"
DIGITS = b"1" * 5000


def matrix(side: int) -> str:
    """Return a matrix of ones, as a layer file has it."""
    return "[" + f"[{'1,' * side}]," * side + "]"


SHEET = f"""kind = "convolution"
name = {PAIR}
stack = {{ name = {PAIR} }}
[picture]
name = {PAIR}
kernel_name = {PAIR}
image = {matrix(150)}
kernel = {matrix(75)}
"""


def png(wide: int, high: int, *chunks: tuple[bytes, bytes], bits: int = 8, kind: int = 2) -> bytes:
    """Return a PNG, of colours by default, made of chunks."""
    head = (b"IHDR", struct.pack(">IIBBBBB", wide, high, bits, kind, 0, 0, 0))
    made = [
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in (head, *chunks, (b"IEND", b""))
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


ZEROS = zlib.compress(bytes(3 * 10**7))
PICTURES: dict[str, File] = {
    "2^32 x 2^32": b"P5 4294967296 4294967296 255\n",
    "60,000 x 60,000": (b"P6 60000 60000 255\n", HUGE),
    "a head of digits": b"P5 " + DIGITS + b" 1 255\n\0",
    "the brightest of digits": b"P5 1 1 " + DIGITS + b"\n\0",
    "a pixel of digits": b"P2 3 3 255\n" + DIGITS,
    "a pixel beyond NumPy": b"P2 1 1 255\n99999999999999999999",
    "a picture that goes on": (b"P5 3 3 255\n", HUGE),
    "numbers far apart": b"P2 3 3 255\n" + b" " * 10**7,
    "nothing": (b"", HUGE),
    "less than no light": b"P2 3 3 255\n-1 0 0 0 0 0 0 0 0",
    "a PNG of 60,000 x 60,000": png(60_000, 60_000, (b"IDAT", ZEROS)),
    "a PNG without end": (png(60, 60)[:-12], HUGE),
    "a PNG of less than it says": png(7000, 7000, (b"IDAT", ZEROS)),
    "a PNG with words without end": png(60, 60, (b"zTXt", b"x\0\0" + ZEROS), (b"IDAT", ZEROS)),
    "a GIF of 65,535 x 65,535": b"GIF89a" + b"\xff" * 40,
    "a WebP of 16,384 x 16,384": b"RIFF\xff\xff\xff\xffWEBPVP8X" + bytes(8) + b"\xff\x3f\0" * 2,
}
TABLES: dict[str, File] = {
    "a line without end": (b"1,", HUGE),
    "lines without end": b"\n" * 10**7,
    "columns without end": b",".join([b"1"] * 10**6),
    "a matrix without end": (b"1," * 2000 + b"1\n") * 500,
    "an entry of digits": DIGITS + b",1\n",
}


def packed(*parts: bytes) -> bytes:
    """Return an archive of NumPy's with parts of these bytes."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, part in enumerate(parts):
            archive.writestr(f"{number}.npy", part)
    return file.getvalue()


def array(shape: str, body: bytes = b"") -> bytes:
    """Return an array of NumPy's that says to be of a shape."""
    head = f"{{'descr': '<f8', 'fortran_order': False, 'shape': {shape}, }}".encode()
    return b"\x93NUMPY\x01\0" + struct.pack("<H", len(head)) + head + body


ARRAYS: dict[str, tuple[str, File]] = {
    "npy: 2^60 x 2^60": ("npy", array(f"({2**60}, {2**60})")),
    "npy: less than it says": ("npy", array("(2, 2)", bytes(31))),
    "npy: without end": ("npy", (array("(2, 2)", bytes(32)), HUGE)),
    "npy: a head without end": ("npy", (b"\x93NUMPY\x02\0" + b"\xff" * 4, HUGE)),
    "npz: a bomb": ("npz", packed(array("(2, 2)", bytes(3 * 10**7)))),
    "npz: a bomb that says so": ("npz", packed(array("(3000, 3000)", bytes(3 * 10**7)))),
    "npz: parts without end": ("npz", packed(*[b""] * 20_000)),
    "npz: nothing": ("npz", (b"", HUGE)),
    "safetensors: a list without end": ("safetensors", (struct.pack("<Q", HUGE - 8), HUGE)),
    "safetensors: brackets": ("safetensors", struct.pack("<Q", 9**5) + b"[" * 9**5),
    "onnx: without end": ("onnx", (b":", HUGE)),
}
MEASURED: dict[str, File] = {
    "a quotation without end": COLUMNS + b'"' + b"1\n" * 90_000,
    "rows without end": COLUMNS + b"x,x,x,1,ijk,,1,1\n" * 90_000,
    "a size of digits": COLUMNS + b"x,x,x," + b"1" * 4900 + b",ijk,,1,1\n",
}
TOMLS: dict[str, File] = {
    "a file without end": (b"", HUGE),
    "a key without end": b".".join([b"a"] * 45_000) + b" = 1",
    "a table without end": b"[" + b".".join([b"a"] * 45_000) + b"]",
    "a key inside without end": b"x = { b = 1, " + b".".join([b'"a"'] * 20_000) + b" = 1 }",
    "a list in a list": b"x = " + b"[" * 90_000,
    "spaces": b" " * 90_000 + b"= 1",
    "keys without end": b"".join(b"k%d = 1\n" % n for n in range(9_000)),
    "a name without end": b'name = { en = "%s", zh = "x" }' % (b"x" * 90_000),
    "a number in sixteens": b"name = 0x" + b"f" * 90_000,
    "digits": b"name = " + DIGITS,
    "a power": b"name = 1e" + b"9" * 90_000,
}

Case = tuple[Callable[..., object], str, File]
CASES: dict[str, Case] = {
    **{f"picture: {name}": (load_layer, PICTURE, file) for name, file in PICTURES.items()},
    **{f"table: {name}": (load_layer, CLASSES, file) for name, file in TABLES.items()},
    **{
        name: (load_layer, CLASSES.replace('"file"', f'"file.{end}"'), file)
        for name, (end, file) in ARRAYS.items()
    },
    **{f"seconds: {name}": (load_layer, SECONDS, file) for name, file in MEASURED.items()},
    **{f"example: {name}": (RecipeBook.load, "", file) for name, file in TOMLS.items()},
    **{
        f"layer: {name}": (load_layer, "", file)
        for name, file in TOMLS.items()
        if not isinstance(file, bytes)
    },
    "layer: windows without end": (load_layer, SHEET, b""),
}


def write(folder: Path, text: str, file: File) -> Path:
    """Write a case: a layer file and the one it names, or the file that is read itself."""
    begin, size = file if isinstance(file, tuple) else (file, 0)
    (name, *_) = re.findall(r'"(file[.a-z]*)"', text) or ["x.toml"]
    named = folder / name
    with named.open("wb") as target:
        target.write(begin)
        target.truncate(max(size, len(begin)))
    if text:
        (folder / "x.toml").write_text(text, encoding="utf-8")
    return folder / "x.toml"


def main(folder: Path) -> None:
    """Read every case; tell what was said, how long it took, and the most memory until then."""
    for name, (load, text, file) in CASES.items():
        path, said = write(folder, text, file), "nothing"
        began = time.process_time()
        try:
            load(path)
        except ExampleError as error:
            said = str(error)
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
        cost = time.process_time() - began, _most_memory() / 1e6
        print(json.dumps([name, said.replace(str(path), "x.toml"), *cost]), flush=True)


def _most_memory() -> int:
    """Return the most bytes that this process had; what it was forked from had its own."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # in bytes there
    (line,) = (each for each in status.read_text().splitlines() if each.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (2 * 10**9, 2 * 10**9))  # spare this machine
    main(Path(sys.argv[1]))
