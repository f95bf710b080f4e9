"""Time the walks of a matrix product on this machine: ``python assets/gemm/clock.py``.

It compiles ``walks.c`` with the system's C compiler, runs every walk in turn, again and again, and
writes the medians to ``seconds.csv``, with the date, the machine and the compiler: ten minutes for
the sizes of the film.  The last walk is what a library makes of it: NumPy, on one core.
"""

from __future__ import annotations

import argparse
import csv
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))  # the project need not be installed

from mathcore.digits import read_decimal  # noqa: E402

COLUMNS = ("date", "machine", "made_by", "n", "walk", "tile", "repeats", "seconds")
WALKS = ("jki", "ijk", "ijk_transposed", "ikj", "tiles")
LIBRARY = "library"
SIZES, TILE, REPEATS, DIGITS = (500, 1000, 2000), 50, 3, 3
FLAGS = ("-std=c11", "-D_POSIX_C_SOURCE=200809L", "-O2")  # -O3 may change the order of the loops
ONE_CORE = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
MULTIPLY = """
import sys, time, numpy
a, b = numpy.random.default_rng(0).integers(-5, 6, (2, int(sys.argv[1]), int(sys.argv[1]))) * 1.0
a[:99] @ b[:, :99]
began = time.perf_counter()
a @ b
print(time.perf_counter() - began)
"""


def machine() -> str:
    """Return what the processor calls itself."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    if not named and sys.platform == "darwin":
        named = [said_by("sysctl", "-n", "machdep.cpu.brand_string")]
    return (named or [platform.processor() or platform.machine()])[0]


def said_by(*command: str, **environment: str) -> str:
    """Return the first line that a command prints."""
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )
    return done.stdout.strip().partition("\n")[0]


def compile_walks(folder: Path) -> Path:
    """Compile the walks, and return the program."""
    program = folder / "walks"
    subprocess.run(["cc", *FLAGS, "-o", str(program), str(HERE / "walks.c")], check=True)
    return program


def run(program: Path, walk: str, n: int, tile: int) -> float:
    """Return the seconds of one walk."""
    if walk == LIBRARY:
        return float(said_by(sys.executable, "-c", MULTIPLY, str(n), **ONE_CORE))
    return float(said_by(str(program), walk, str(n), str(tile)))


def rounded(seconds: float) -> str:
    """Write seconds in three digits, without an exponent.

    >>> rounded(0.0204468), rounded(36.7349)
    ('0.0204', '36.7')
    """
    places = max(0, DIGITS - 1 - math.floor(math.log10(seconds)))
    return f"{seconds:.{places}f}"


def measure(sizes: Sequence[int], tile: int, repeats: int) -> list[dict[str, object]]:
    """Measure all walks of every size: each in turn, so that a slow minute meets them all."""
    compiler = f"{said_by('cc', '--version')} {FLAGS[-1]}"
    library = f"NumPy {said_by(sys.executable, '-c', 'import numpy; print(numpy.__version__)')}"
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as folder:
        program = compile_walks(Path(folder))
        for n in sizes:
            times: dict[str, list[float]] = {walk: [] for walk in (*WALKS, LIBRARY)}
            for turn in range(repeats):
                for walk, found in times.items():
                    found.append(run(program, walk, n, tile))
                    print(f"{n} {walk}, {turn + 1} of {repeats}: {found[-1]:.4f} s", flush=True)
            for walk, found in times.items():
                made_by = library if walk == LIBRARY else compiler
                used = tile if walk == "tiles" else ""
                told = (n, walk, used, repeats, rounded(statistics.median(found)))
                head = (date.today().isoformat(), machine(), made_by)
                rows.append(dict(zip(COLUMNS, (*head, *told), strict=True)))
    return rows


def write(rows: Sequence[dict[str, object]], out: Path) -> None:
    """Write the table, whole or not at all."""
    half = out.with_suffix(".part")
    with half.open("w", encoding="utf-8", newline="") as file:
        file.write("# made by clock.py: medians, in seconds, on one core\n")
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    half.replace(out)


def whole(text: str) -> int:
    """Read a whole number that was typed."""
    number = read_decimal(text)
    if number is None or number.denominator != 1:
        raise ValueError(text)
    return int(number)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and store."""
    parser = argparse.ArgumentParser(description="Time the walks of a matrix product.")
    parser.add_argument("--sizes", nargs="+", type=whole, default=SIZES, metavar="N")
    parser.add_argument("--tile", type=whole, default=TILE)
    parser.add_argument("--repeats", type=whole, default=REPEATS)
    parser.add_argument("--out", type=Path, default=HERE / "seconds.csv", metavar="FILE")
    chosen = parser.parse_args(arguments)
    if min(*chosen.sizes, chosen.tile, chosen.repeats) < 1:
        parser.error("sizes, tile and repeats are whole numbers from 1")
    try:
        rows = measure(chosen.sizes, chosen.tile, chosen.repeats)
    except FileNotFoundError as error:
        print(f"There is no {error.filename} here: install a C compiler.", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"{Path(error.cmd[0]).name} failed: {error.stderr or ''}".strip(), file=sys.stderr)
        return 1
    write(rows, chosen.out)
    print(f"Wrote {chosen.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
