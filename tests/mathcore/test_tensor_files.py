"""Tensors of other libraries: read as they were saved, one of several by its name."""

import json
import struct
import sys
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as drawn
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import save

from mathcore.readers.tensors import read_tensor

MOST = 1000
SAVED = ("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "?")


def read(folder, name, raw, **which):
    path = folder / name
    path.write_bytes(raw)
    return read_tensor(path, most=MOST, **which)[0]


def model(*tensors):
    graph = helper.make_graph([], "graph", [], [], initializer=tensors)
    return helper.make_model(graph).SerializeToString()


def safe(kind, shape, raw, name="w"):
    listed = {name: {"dtype": kind, "shape": shape, "data_offsets": [0, len(raw)]}}
    head = json.dumps(listed).encode()
    return struct.pack("<Q", len(head)) + head + raw


def test_a_file_of_each_written_out(tmp_path):
    raw = safe("BF16", [1, 2], struct.pack("<2H", 0x3FC0, 0xC000))
    assert read(tmp_path, "x.safetensors", raw).exact.tolist() == [[Fraction(3, 2), -2]]
    tensor = helper.make_tensor("w", TensorProto.FLOAT, [1, 2], [1.5, -2])
    assert read(tmp_path, "x.onnx", model(tensor)).exact.tolist() == [[Fraction(3, 2), -2]]
    tensor = helper.make_tensor("w", TensorProto.BFLOAT16, [2], [1.5, -2])
    assert read(tmp_path, "x.onnx", model(tensor)).exact.tolist() == [Fraction(3, 2), -2]


@st.composite
def arrays(draw):
    kind = np.dtype(draw(st.sampled_from(SAVED)))
    most = {"min_value": -(2**15), "max_value": 2**15} if kind.kind == "f" else {}
    entries = drawn.from_dtype(kind, allow_nan=False, allow_infinity=False, **most)
    return draw(drawn.arrays(kind, drawn.array_shapes(max_dims=4, max_side=4), elements=entries))


@settings(max_examples=100)
@given(array=arrays(), other=arrays())
def test_whatever_the_libraries_save_is_read_as_it_was(tmp_path_factory, array, other):
    folder, name = tmp_path_factory.getbasetemp(), "fc.weight"
    named = {name: array, "fc.bias": other}
    of_onnx = model(*(numpy_helper.from_array(each, key) for key, each in named.items()))
    for file, raw in (("x.safetensors", save(named)), ("x.onnx", of_onnx)):
        found = read(folder, file, raw, tensor=name)
        assert found.exact.ravel().tolist() == [Fraction(each) for each in array.ravel().tolist()]
        assert found.shape == array.shape


def test_which_of_several_has_to_be_said(tmp_path):
    two = {"fc.weight": np.zeros((2, 9)), "fc.bias": np.zeros(2)}
    of_onnx = model(*(numpy_helper.from_array(each, key) for key, each in two.items()))
    for file, raw in (("x.safetensors", save(two)), ("x.onnx", of_onnx)):
        with pytest.raises(ValueError, match=r'"fc.weight" \(2, 9\).*say which, tensor = "fc'):
            read(tmp_path, file, raw)


ELSEWHERE = helper.make_tensor("w", TensorProto.FLOAT, [2], [1, 2])
ELSEWHERE.data_location = TensorProto.EXTERNAL
SHORT = helper.make_tensor("w", TensorProto.FLOAT, [2], np.zeros(2, "f4").tobytes(), raw=True)
SHORT.raw_data = b"\0"
GONE = helper.make_tensor("w", TensorProto.FLOAT, [2], [1, np.nan])
LARGE = helper.make_tensor("w", TensorProto.FLOAT, [0], [])
LARGE.dims[:] = [10**9, 10**9]


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("x.safetensors", b"", "is no safetensors file, damaged or cut short"),
        ("x.safetensors", struct.pack("<Q", 2**60), "has a list of more than a billion billion"),
        ("x.safetensors", struct.pack("<Q", 2**40), "has a list of 1,099,511,627,776 bytes"),
        ("x.safetensors", struct.pack("<Q", 9000) + b"[" * 9000, "is no safetensors file"),
        ("x.safetensors", safe("F32", [2], b"\0"), "is no safetensors file, damaged"),
        ("x.safetensors", safe("F8_E4M3", [2], b"88"), "is of F8_E4M3; save it as float32"),
        ("x.safetensors", safe("F32", [1001], bytes(4004)), "holds 1,001 numbers, at most 1,000"),
        ("x.safetensors", safe("F32", [1], b"\0\0\xc0\x7f"), r"has nan at \[0\]"),
        ("x.safetensors", struct.pack("<Q", 2) + b"{}", "holds no arrays"),
        ("x.onnx", b"\xff\xff", "is no ONNX model, damaged or cut short; export it anew"),
        ("x.onnx", bytes(2_000_001), "has more than 2,000,000 bytes, the most that is read of"),
        ("x.onnx", b"", "has no initializers"),
        ("x.onnx", model(ELSEWHERE), "in another file; export it with external_data=False"),
        ("x.onnx", model(SHORT), 'is damaged at "w"; export it anew'),
        ("x.onnx", model(GONE), r"has nan at \[1\]"),
        ("x.onnx", model(LARGE), "holds more than a billion billion numbers, at most 1,000"),
        (
            "x.onnx",
            model(helper.make_tensor("w", TensorProto.STRING, [1], [b"a"])),
            '"w" is of STRING; export it as FLOAT',
        ),
        (
            "x.onnx",
            model(helper.make_tensor("w", TensorProto.COMPLEX64, [1], [1j])),
            '"w" is of COMPLEX64; export it as FLOAT',
        ),
    ],
)
def test_a_hostile_file_is_refused(tmp_path, name, raw, message):
    with pytest.raises(ValueError, match=message):
        read(tmp_path, name, raw)


@pytest.mark.parametrize("library", ["safetensors", "onnx"])
def test_without_its_library_the_extra_is_named(tmp_path, monkeypatch, library):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ValueError, match=rf"needs the library {library}: .*install -e '\.\[weigh"):
        read(tmp_path, f"x.{library}", b"")
