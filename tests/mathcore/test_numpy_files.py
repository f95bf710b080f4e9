"""Arrays as NumPy saves them: each type is read exactly, and nothing in a file is run."""

import io
import struct
import zipfile
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as drawn

from mathcore.readers.numpy_archive import open_npz
from mathcore.readers.tensors import read_matrix, read_tensor

MOST = 1000


def read(folder, name, raw, **which):
    path = folder / name
    path.write_bytes(raw)
    return read_tensor(path, most=MOST, **which)[0]


def saved(array, **how):
    file = io.BytesIO()
    np.save(file, array, **how)
    return file.getvalue()


def zipped(parts, compression=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    return file.getvalue()


def test_a_file_written_out_byte_by_byte(tmp_path):
    head = b"{'descr': '<f2', 'fortran_order': True, 'shape': (2, 2), }"
    body = struct.pack("<4e", 1, 2, 0.5, -3)  # column by column
    raw = b"\x93NUMPY\x01\x00" + struct.pack("<H", len(head)) + head + body
    assert read(tmp_path, "x.npy", raw).exact.tolist() == [[1, Fraction(1, 2)], [2, -3]]


KINDS = [
    *("<f2", ">f2", "<f4", ">f4", "<f8", ">f8", "?"),
    *("<i1", ">i2", "<i4", ">i8", "<u1", "<u2", ">u4", "<u8"),
]


@st.composite
def arrays(draw):
    kind = np.dtype(draw(st.sampled_from(KINDS)))
    most = {"min_value": -(2**15), "max_value": 2**15} if kind.kind == "f" else {}
    entries = drawn.from_dtype(kind, allow_nan=False, allow_infinity=False, **most)
    shape = draw(drawn.array_shapes(min_dims=1, max_dims=3, max_side=4))
    array = draw(drawn.arrays(kind, shape, elements=entries))
    return np.asfortranarray(array) if draw(st.booleans()) else array


@settings(max_examples=150)
@given(array=arrays(), packed=st.sampled_from([None, np.savez, np.savez_compressed]))
def test_whatever_numpy_saves_is_read_as_numpy_loads_it(tmp_path_factory, array, packed):
    file, folder = io.BytesIO(), tmp_path_factory.getbasetemp()
    (packed or np.save)(file, array)
    found = read(folder, "x.npz" if packed else "x.npy", file.getvalue())
    loaded = np.load(io.BytesIO(file.getvalue()))
    loaded = loaded["arr_0"] if packed else loaded
    assert found.exact.ravel().tolist() == [Fraction(each) for each in loaded.ravel().tolist()]
    assert found.shape == loaded.shape
    assert found.floats.tolist() == loaded.astype(float).tolist()
    assert not found.exact.flags.writeable


def test_of_several_arrays_the_one_named_or_called_as_the_key(tmp_path):
    raw = zipped({"weights.npy": saved(np.eye(2)), "other.npy": saved(np.zeros(3))})
    assert read(tmp_path, "x.npz", raw, key="weights").exact.tolist() == [[1, 0], [0, 1]]
    assert read(tmp_path, "x.npz", raw, tensor="other").exact.tolist() == [0, 0, 0]
    for which, message in (
        ({}, r'holds "weights" \(2, 2\), "other" \(3,\): say which, tensor = "weights"'),
        ({"tensor": "coef"}, r'holds no "coef", but "weights" \(2, 2\), "other" \(3,\)'),
    ):
        with pytest.raises(ValueError, match=message):
            read(tmp_path, "x.npz", raw, **which)


def test_a_matrix_has_rows_and_columns(tmp_path):
    (tmp_path / "x.npy").write_bytes(saved(np.zeros((2, 2))))
    assert read_matrix(tmp_path / "x.npy").tolist() == [[0, 0], [0, 0]]
    (tmp_path / "x.npy").write_bytes(saved(np.zeros(2)))
    with pytest.raises(ValueError, match=r"has shape \(2,\); it needs rows and columns"):
        read_matrix(tmp_path / "x.npy")


class Trap:
    def __reduce__(self):
        return (exit, ("it was run",))


LIST = b"\x80\x04]q\x00."
PLAIN = saved(np.arange(6.0))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (saved(np.array([Trap()]), allow_pickle=True), "holds Python objects, which are never lo"),
        (saved(np.array([1j])), r"holds complex numbers \(complex128\); save their real part"),
        (saved(np.array(["a"])), "holds <U1, no plain numbers; save it as float64"),
        (saved(np.array([1], dtype="longdouble")), "no plain numbers; save it as float64"),
        (saved(np.zeros(1, [("x", "f4")])), "no plain numbers"),
        (saved(np.array([1, np.nan])), r"has nan at \[1\], counted from 0; it must be a finite"),
        (saved(np.array([[-np.inf]])), r"has -inf at \[0, 0\]"),
        (saved(np.array([1e300])), "finite number of at most 30 digits"),
        (saved(np.zeros((0, 3))), r"holds no numbers: its shape is \(0, 3\)"),
        (saved(np.zeros(MOST + 1)), "holds 1,001 numbers, at most 1,000 are read; shorten it"),
        (PLAIN[:-1], "ends after 47 of 48 bytes of numbers"),
        (PLAIN + PLAIN, "goes on after its array; save one array a file"),
        (PLAIN[:60], "is damaged or cut short; save it anew with numpy.save"),
        (PLAIN[:7], "is no array of NumPy's"),
        (b"1,2\n3,4\n", "is no array of NumPy's; save it with numpy.save"),
        (b"\x93NUMPY\x01\x00" + b"\xff\xff" + b"(" * 65_535, "has a head of 65,535 characters"),
        (b"\x93NUMPY\x03\x00" + b"\xff" * 4, "has a head of 4,294,967,295 characters"),
        (b"\x93NUMPY\x01\x00\xd0\x07" + b"(" * 2000, "is damaged or cut short"),
        (PLAIN.replace(b"(6,), } ", b"(-6,), }"), "is damaged or cut short"),
        (
            b"\x93NUMPY\x01\x00"
            + struct.pack("<H", 1848)
            + b"{'descr': '<f8', 'fortran_order': False, 'shape': ("
            + b"9" * 1790
            + b",)}     ",
            "holds more than a billion billion numbers",
        ),
    ],
    ids=lambda each: "" if isinstance(each, bytes) else each.split(";")[0],
)
def test_a_hostile_array_is_refused(tmp_path, raw, message):
    for name, file in (("x.npy", raw), ("x.npz", zipped({"x.npy": raw}))):
        with pytest.raises(ValueError, match=message):
            read(tmp_path, name, file)


BOMB = zipped({"x.npy": saved(np.zeros(MOST + 1)) + bytes(10**7)})
FALSE_SUM = zipped({"x.npy": PLAIN}, zipfile.ZIP_STORED).replace(PLAIN[-8:], b"\0" * 8)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (BOMB, "holds 1,001 numbers, at most 1,000"),
        (zipped({"x.npy": saved(np.zeros(9)) + bytes(10**7)}), "goes on after its array"),
        (FALSE_SUM, "is damaged or cut short; save it anew with numpy.savez"),
        (zipped({"x.npy": PLAIN}, zipfile.ZIP_LZMA), "is packed as NumPy packs nothing"),
        (zipped({"x.npy": PLAIN})[:-30], "is no archive of NumPy's"),
        (zipped({"x.npy": PLAIN}).replace(b"PK\x01\x02", b"PK\x01\x00"), "is damaged or cut short"),
        (b"PK\x05\x06" + bytes(18), "holds no arrays"),
        (b"PK\x06\x07" + bytes(16) + b"PK\x05\x06" + bytes(18), "has more parts than the 1,000"),
        (zipped({f"{n:099}": b"" for n in range(1500)}, 0), "has more parts than the 1,000"),
        (zipped(dict.fromkeys(map(str, range(1001)), PLAIN), 0), "has 1,001 parts, at most 1,000"),
        (zipped({"picture.png": b"PNG"}), "is no array of NumPy's"),
        (b"", "is no archive of NumPy's"),
    ],
    ids=lambda each: "" if isinstance(each, bytes) else each[:30],
)
def test_a_hostile_archive_is_refused(tmp_path, raw, message):
    with pytest.raises(ValueError, match=message):
        read(tmp_path, "x.npz", raw)


@settings(max_examples=60)
@given(at=st.integers(0, 330), byte=st.integers(0, 255))
def test_an_archive_with_a_wrong_byte_is_read_right_or_refused(tmp_path_factory, at, byte):
    raw = bytearray(zipped({"x.npy": PLAIN}))
    raw[at % len(raw)] = byte
    path = tmp_path_factory.getbasetemp() / "wrong.npz"
    path.write_bytes(raw)
    try:
        arrays = open_npz(path, MOST)
        found = [arrays.read(name).floats.tolist() for name in arrays.shapes]
    except ValueError:
        return
    assert found == [list(range(6))]
