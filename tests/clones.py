"""Clones of which only the front door is there, with stand-ins for the programs behind it."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def run(command: Sequence[str | Path], **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, **options)


def make_bare(tmp_path: Path) -> Path:
    """The front door alone, as an administrator has to find it: no .venv, no package manager."""
    for name in ("render.sh", "pyproject.toml", *LOCKS):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / "bin").mkdir()
    for program in ("bash", "dirname", "cat", "head", "tail", "cksum", "id", "uname", "mktemp"):
        place = run(["bash", "-c", f"command -v {program}"]).stdout.strip()
        (tmp_path / "bin" / program).symlink_to(place)
    return tmp_path


def put(folder: Path, name: str, body: str) -> None:
    program = folder / "bin" / name
    program.unlink(missing_ok=True)
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)


def knock(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run(["bash", folder / "render.sh", *words], env={"PATH": str(folder / "bin")})


def make_ready(bare_clone: Path) -> Path:
    """A front door behind which a stand-in for Python tells how it was called."""
    python = bare_clone / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$PWD|$PYTHONPATH|$*"\n[ "$2" != "$BROKEN" ]\n')
    python.chmod(0o755)
    for kind, files in {"run": "", "dev": "requirements-dev.lock"}.items():
        sums = run(["cksum", "requirements.lock", "pyproject.toml", *files.split()], cwd=bare_clone)
        (bare_clone / ".venv" / f".ready-{kind}").write_text(f"{bare_clone}\n{sums.stdout}")
    return bare_clone
