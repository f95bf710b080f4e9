"""The clock: its program multiplies rightly, and its table is one that a layer file can name."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pytest

from mathcore.layer_file import seconds

GEMM = Path(__file__).parents[2] / "assets" / "gemm"
spec = importlib.util.spec_from_file_location("clock", GEMM / "clock.py")
clock = importlib.util.module_from_spec(spec)
spec.loader.exec_module(clock)

needs_cc = pytest.mark.skipif(not shutil.which("cc"), reason="there is no C compiler, cc, here")


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    return clock.compile_walks(tmp_path_factory.mktemp("walks"))


@needs_cc
def test_the_clock_writes_what_the_layer_file_reads(tmp_path):
    out = tmp_path / "seconds.csv"
    arguments = ["--sizes", "20", "45", "--tile", "16", "--repeats", "2", "--out", str(out)]
    assert clock.main(arguments) == 0
    table = seconds.read_seconds(out)
    assert (table.sizes, table.tile, table.repeats) == ((20, 45), 16, 2)
    assert (table.seconds > 0).all()
    assert table.machine == clock.machine() != ""
    assert table.compiler.endswith(" -O2")
    assert (clock.COLUMNS, (*clock.WALKS, clock.LIBRARY)) == (seconds.COLUMNS, seconds.WALKS)
    assert [path.name for path in tmp_path.iterdir()] == ["seconds.csv"]


@needs_cc
def test_a_program_that_multiplies_wrongly_says_so(tmp_path, monkeypatch):
    """Of the same source with one walk spoilt, that walk alone is refused."""
    source = (GEMM / "walks.c").read_text(encoding="utf-8")
    spoilt = source.replace("c[i * n + j] += a[i * n + k] * b[j * n + k]", "c[i * n + j] = 1")
    assert spoilt != source
    (tmp_path / "walks.c").write_text(spoilt, encoding="utf-8")
    monkeypatch.setattr(clock, "HERE", tmp_path)
    program = clock.compile_walks(tmp_path)
    assert clock.run(program, "ijk", 9, 4) > 0
    with pytest.raises(subprocess.CalledProcessError) as caught:
        clock.run(program, "ijk_transposed", 9, 4)
    assert caught.value.stderr == "ijk_transposed: no memory, or a wrong product\n"


@needs_cc
@pytest.mark.parametrize("words", [[], ["kij", "9", "4"], ["ijk", "0", "4"], ["ijk", "9", "0"]])
def test_the_program_says_how_it_is_called(program, words):
    done = subprocess.run([program, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: walks jki|ijk|ijk_transposed|ikj|tiles N TILE")


def test_what_goes_wrong_is_said_in_words(tmp_path, monkeypatch, capsys):
    with pytest.raises(SystemExit):
        clock.main(["--sizes", "0"])
    assert "sizes, tile and repeats are whole numbers from 1" in capsys.readouterr().err
    monkeypatch.setenv("PATH", str(tmp_path))
    assert clock.main(["--sizes", "9", "--out", str(tmp_path / "x.csv")]) == 1
    assert capsys.readouterr().err == "There is no cc here: install a C compiler.\n"
    assert not list(tmp_path.iterdir())


def test_seconds_have_three_digits_and_no_exponent():
    assert [clock.rounded(x) for x in (0.00012345, 0.5, 9.994, 36.73, 123.4, 5678.9)] == [
        *("0.000123", "0.500", "9.99", "36.7", "123", "5679"),
    ]


def test_the_shipped_table_names_no_folder():
    text = (GEMM / "seconds.csv").read_text(encoding="utf-8")
    assert "/" not in text
    assert text.startswith("# made by clock.py")
