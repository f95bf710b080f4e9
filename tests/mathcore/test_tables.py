"""Tables as people's programs write them: read exactly, or refused if they may mean two things."""

import csv
import io
import re
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore.readers.table_file import read_table

DOUBTS = (
    "make them equal|of decimals or of thousands|two numbers, or one with decimals|"
    "headings or numbers"
)
DOUBTFUL = "doubtful"


def outcome(read):
    """Return what is read, or that it is refused because it may mean two things."""
    try:
        return read()
    except ValueError as fault:
        return DOUBTFUL if re.search(DOUBTS, str(fault)) else str(fault)


def read(folder, raw, **known):
    path = folder / "table.csv"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return read_table(path, 20_000, **known).exact.tolist()


@pytest.mark.parametrize(
    "raw",
    [
        "1.5,-2\n0.25,0\n",
        "1,5;-2\r\n0,25;0\r\n",
        "\ufeff1,5;-2\r\n0,25;0\r\n",
        "sep=;\r\n1,5;-2\r\n0,25;0\r\n",
        "1.5\t-2\n0.25\t0\n\n",
        "1.500000000000000000e+00 -2.000000000000000000e+00\n2.5e-01 0.0e+00\n",
        "1,5E+00;-2\n2,5E-1;0\n",
        '"1,5","-2"\n"0,25","0"\n',
        "# weights, a row a pixel\nup,flat\n1.5,-2\n.25,0.\n",
        ",up,flat\nleft,1.5,-2\nright,0.25,0\n",
        ",0,1\n0,1.5,-2\n1,0.25,0\n",
        "pixel;up;flat;\nleft;1,5;-2;\nright;0,25;0;\n;;;\n",
        "label,1x1\n1.5,-2\n0.25,0\n",
        "left 1.5 -2\nright 0.25 0",
        "1.5, −2\n1/4, ０\n",
        "1,5;-2\n0,25;0".encode("utf-16"),
        "1,5\t-2\n0,25\t0".encode("utf-16-le").join([b"\xff\xfe", b""]),
        "Größe;Höhe\n1,5;-2\n0,25;0\n".encode("cp1252"),
        "像素,左\n1.5,-2\n0.25,0\n".encode("gbk"),
    ],
)
def test_every_way_to_write_the_same_table(tmp_path, raw):
    assert read(tmp_path, raw) == [[Fraction(3, 2), -2], [Fraction(1, 4), 0]]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("0,5\n1,5\n", 'has "0,5": two numbers, or one with decimals? Write 0.5 or "0, 5"'),
        ("-0,25\n1,0\n", 'has "-0,25": two numbers, or one'),
        ("1,234;5\n", 'has "1,234", of decimals or of thousands? Write 1234 or 1.2340'),
        ("1.234\t5\n", 'has "1.234", of decimals or of thousands?'),
        ("1.234,5;1\n", "write all decimals with a point, and thousands without one"),
        ("0,5;1.5\n", 'has "0,5" and "1.5": write all decimals with a point'),
        ('1.5,"1,234"\n', "write all decimals with a point"),
        ("1;2\n3;4;5\n", "row 1 has 2 entries, row 0 has 3|row 1 has 3 entries, row 0 has 2"),
        ("1;2;3\n4;;6\n", "row 1, entry 1 is empty; write 0 or a number"),
        ("1,0e-2\n", 'has "1,0e-2": two numbers, or one with decimals'),
        (",1.5\n2,3.5\n", "row 0, entry 0 is empty; write 0 or a number"),
        ("share\n0,5\n", "has 1 headings, row 0 has 2 entries; make them equal"),
        ("1 234;5\n", 'row 0, entry 0 is "1 234", not a number'),
        ("1\N{NO-BREAK SPACE}234;5\n", "not a number"),
        ("nan,nan\n1.0,2.0\n", 'row 0, entry 0 is "nan", not a number'),
        ("TRUE;FALSE\n1;2\n", 'row 0, entry 0 is "TRUE", not a number'),
        ("1;2\n#DIV/0!;4\n", 'row 1, entry 0 is "#DIV/0!", not a number'),
        ("1,2,3\n#N/A,4,5\n", 'row 1, entry 0 is "#N/A", not a number'),
        ("1O\n2\n3\n", 'row 0, entry 0 is "1O", not a number'),
        ("a,0,1\nb,1,0\n", 'begins with "a 0 1": headings or numbers'),
        (
            "0,1,2,3\n0,9,9,0\n1,0,9,9\n",
            'begins with "0 1 2 3": headings or numbers? Leave headings',
        ),
        (
            "0,1\n0.5,0.25\n",
            'begins with "0 1": headings or numbers? Leave headings away, or write',
        ),
        ("cat,5,2\ndog,3,4\ncat,5,6\n", 'begins several rows with "cat"; write a class as its num'),
        ("class,a,b\ncat,1,2\ncat,3,4\n", 'begins several rows with "cat"'),
        (",a,b\n0.5,1,2\n", "has no heading above its first column"),
        ("1,5e31,3\n", 'is "5e31"; write it with at most 30 digits'),
        ("1,1e999,3\n", 'is "1e999"; write it with at most 30 digits'),
        ("1,(1+2j),3\n", "not a number"),
        ("1,12¹,3\n", "no digit; write 0 to 9"),
        ('1,"2\n3",4\n', r'on its line: "1,."2"; write it on one line'),
        ("", "holds no numbers; write a row a line"),
        ("a,b\n", "is .a., not a number"),
        (b"1,2\n3,\xff\n", "row 1, entry 1 is not UTF-8 text; save it as CSV UTF-8"),
        ("1;2".encode("utf-16-le"), "is no text; save it as CSV UTF-8"),
        (b"PK\x03\x04rest", "is a workbook or an archive; save it as CSV"),
        (b"\xff\xfe1", "is damaged or cut short; save it as CSV UTF-8"),
    ],
)
def test_what_is_refused(tmp_path, raw, message):
    with pytest.raises(ValueError, match=message.replace("? ", r"\? ")):
        read(tmp_path, raw)


def test_a_table_known_to_have_two_columns_is_in_no_doubt(tmp_path):
    assert read(tmp_path, "0,5\n1,5\n", at_least=2) == [[0, 5], [1, 5]]


@pytest.mark.parametrize(
    "raw", ["+0,1,2\n7,0,9\n", "0,1,2\n3,4,5\n", "1,2,3\n7,0,9\n", "0;1\n1;0\n"]
)
def test_rows_that_count_are_numbers_where_nothing_else_is_likely(tmp_path, raw):
    assert read(tmp_path, raw) == [
        [int(each) for each in re.split("[,;]", row)] for row in raw.split()
    ]


numbers = st.decimals(-999, 999, places=3) | st.integers(-12, 12).map(Decimal)
separators = st.sampled_from(",;\t")
encodings = st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])
notations = st.sampled_from(["f", "e", "E"])


@st.composite
def tables(draw):
    """Return a table of numbers and the bytes that Python's csv writes of it, in some dialect."""
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    table = [[draw(numbers) for _ in range(columns)] for _ in range(rows)]
    notation, mark = draw(notations), draw(st.sampled_from(".,"))
    written = [[format(each, notation).replace(".", mark) for each in row] for row in table]
    if draw(st.booleans()):
        written = [[f"pixel {n}", *row] for n, row in enumerate(written)]
        corner = [""] if draw(st.booleans()) else ["pixel"]
        written.insert(0, [*corner, *(f"class {n}" for n in range(columns))])
    elif draw(st.booleans()):
        written.insert(0, [f"class {n}" for n in range(columns)])
    quoting = csv.QUOTE_ALL if draw(st.booleans()) else csv.QUOTE_MINIMAL
    file = io.StringIO(newline="")
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    csv.writer(file, delimiter=draw(separators), lineterminator=ends, quoting=quoting).writerows(
        written
    )
    return table, file.getvalue().encode(draw(encodings))


@settings(max_examples=150)
@given(drawn=tables())
def test_what_the_csv_module_writes_is_read_exactly_or_refused_as_doubtful(tmp_path_factory, drawn):
    table, raw = drawn
    found = outcome(lambda: read(tmp_path_factory.getbasetemp(), raw))
    assert found in (DOUBTFUL, [[Fraction(each) for each in row] for row in table]), raw


@settings(max_examples=60)
@given(
    data=st.data(),
    layout=st.sampled_from(["%.18e", "%.6f", "%.17g", "%r"]),
    delimiter=st.sampled_from([" ", ",", "\t", ";"]),
)
def test_what_savetxt_writes_is_what_loadtxt_reads(tmp_path_factory, data, layout, delimiter):
    path = tmp_path_factory.getbasetemp() / "saved.csv"
    shape = data.draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    entries = st.floats(-1e6, 1e6, allow_subnormal=False) | st.sampled_from([0.0, 1e-300, 0.1])
    flat = data.draw(st.lists(entries, min_size=16, max_size=16))
    array = np.array(flat)[: shape[0] * shape[1]].reshape(shape).astype(object)
    np.savetxt(path, array, fmt=layout, delimiter=delimiter, header="made by a test")
    found = outcome(lambda: read_table(path, 20_000).floats.tolist())
    assert found in (DOUBTFUL, np.loadtxt(path, delimiter=delimiter, ndmin=2).tolist())
