"""What people may bring, or be sent: bad files of every kind, each by the way in that it takes."""

from __future__ import annotations

import zipfile

import numpy as np

from tests.hostile import bytes_of as b
from tests.hostile.ways_in import (
    CLASSES,
    DEEP,
    HUGE,
    NO_FILES,
    PICTURE,
    WINDOW,
    example,
    layer,
    named,
    no_files,
    picture,
    put,
    table,
    voice,
    weights,
)

PICTURES = (
    picture("cut.png", b.half(b.picture("PNG"))),
    picture("cut.jpg", b.half(b.picture("JPEG"))),
    picture("cut.webp", b.half(b.picture("WEBP", lossless=True))),
    picture("cut.gif", b.half(b.picture("GIF"))),
    picture("none.png", b.png(0, 0)),
    picture("beyond.png", b.png(2**31 - 1, 2**31 - 1)),
    picture("long.png", b.png(60_000, 1)),
    picture("line.png", b.png(2**31 - 1, 1)),
    picture("checksum.png", b.png(9, 9, sound=False)),
    picture("depth.png", b.png(9, 9, depth=7)),
    picture("palette.png", b.png(60, 60, colours=3)),
    picture("large.jpg", b.jpeg(65_500, 65_500)),
    picture("empty.jpg", b.jpeg(0, 0)),
    picture("none.gif", b"GIF89a" + bytes(7) + b"\x3b"),
    picture("script.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(executed)(w)file\n"),
    picture("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    picture("phone.heic", b"\0\0\0\x18ftypheic" + bytes(20)),
    picture("scan.tiff", b.picture("TIFF")),
    picture("page.png", b"<!DOCTYPE html><title>404</title>"),
    picture("nothing.png", b""),
    picture("zeros.jpg", b"\xff\xd8\xff", HUGE),
    picture("brightest.pgm", b"P5 2 2 70000\n" + bytes(8)),
    *(named(PICTURE, f"{name}.png", write) for name, write in NO_FILES.items()),
    named(PICTURE, "x.png", None, written='"\\u001b[2Jx.png"'),
    named(PICTURE, "x.png", None, written='"x.png\\u0000"'),
    named(PICTURE, "x" * 35, None, written=f'"{"x" * 5000}"'),
    named(PICTURE, "http", None, written='"http://localhost:1/x.png"'),
    named(PICTURE, "data:image", None, written='"data:image/png;base64,AAAA"'),
    named(PICTURE, "~nobody", None, written='"~nobody-of-this-name/x.png"'),
    named(PICTURE, "x.toml", None, written="[1, 2]"),
)
AWAY = b.field(13, b"\n\x08location\x12\x09../secret")  # where the numbers are said to lie
SIZES = b"\x10\x01\x08\x02\x08\x02"  # of float32, 2 × 2
HEAD = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }"
WEIGHTS = (
    weights("pickled.npy", b.npy(np.array([b.Runs(), b.Runs()], dtype=object))),
    weights("pickled.npz", b.archive({"w.npy": b.npy(np.array([b.Runs()], dtype=object))})),
    weights("pickled.csv", b.pickled()),
    weights("called.npy", b.npy_head("__import__('os').system('touch executed')")),
    weights("deep.npy", b.npy_head("(" * DEEP)),
    weights("cut.npy", b.half(b.npy(np.ones((2, 2))))),
    weights("vast.npy", b.described((10**6, 10**6))),
    weights("overflow.npy", b.described((2**62, 4))),
    weights("negative.npy", b.described((-2, 2))),
    weights("complex.npy", b.npy(np.ones((2, 2), dtype=complex))),
    weights("parts.npy", b.npy(np.zeros(2, dtype=[("a", "f8"), ("b", "f8")]))),
    weights("texts.npy", b.npy(np.array([["a", "b"], ["c", "d"]]))),
    weights("nan.npy", b.npy(np.full((2, 2), np.nan))),
    weights("infinite.npy", b.npy(np.full((2, 2), np.inf))),
    weights("zeros.npy", b.npy_head(HEAD), HUGE),
    weights("bomb.npz", b.archive({"w.npy": b.described((10**4, 10**4)) + bytes(10**8)})),
    weights("cut.npz", b.half(b.archive({"w.npy": b.npy(np.ones((2, 2)))}))),
    weights("locked.npz", b.encrypted(b.archive({"w.npy": b.npy(np.ones((2, 2)))}))),
    weights("packed.npz", b.archive({"w.npy": b.npy(np.ones((2, 2)))}, zipfile.ZIP_LZMA)),
    weights("climbs.npz", b.archive({"../../executed": b"x", "w.npy": b.npy(np.ones((2, 2)))})),
    weights("crowd.npz", b.archive({f"{n}.npy": b"" for n in range(1500)})),
    weights("long.safetensors", (2**63 - 1).to_bytes(8, "little")),
    weights("cut.safetensors", b.half(b.tensors({"w": {"dtype": "F32", "shape": [2, 2]}}))),
    weights("deep.safetensors", b.tensors(b"[" * DEEP)),
    weights("vast.safetensors", b.tensors({"w": b.tensor([2**40, 2**40], 0, 4)}, b"0000")),
    weights("overlap.safetensors", b.tensors({"w": b.tensor([1], 9, 4)}, b"0000")),
    weights("noise.onnx", b"\xff" * 500),
    weights("away.onnx", b.onnx(SIZES + AWAY + b"p\x01")),
    weights("vast.onnx", b.onnx(b"\x10\x01" + b"\x08\xff\xff\xff\xff\xff\xff\xff\x7f" * 2)),
    weights("large.onnx", b"\x08\x08", HUGE),
    weights("torch.pt", b.archive({"archive/data.pkl": b.pickled()})),
    weights("nan.csv", b"nan,1\n2,3\n"),
    weights("digits.csv", b"1" * 4900 + b",1\n2,3\n"),
    weights("thousands.csv", b"1;1" + b".000" * 1200 + b"\n2;3\n"),
    weights("power.csv", b"1e999999999,1\n2,3\n"),
    weights("formula.csv", b"=cmd|' /C touch executed'!A0,1\n2,3\n"),
    weights("ragged.csv", b"1,2\n3\n"),
    weights("null.csv", b"1,2\n\0,4\n"),
    weights("odd.csv", b"\xff\xfe1"),
    weights("quotation.csv", b'"1,2\n3,4\n'),
    *(named(CLASSES, f"{name}.csv", write) for name, write in NO_FILES.items()),
)  # fmt: skip
WINDOWS = tuple(
    named(WINDOW, file, write)
    for file, write in {
        "cut.png": put(b.half(b.picture("PNG"))),
        "none.png": put(b.png(0, 0)),
        "script.eps": put(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"),
        "nan.csv": put(b"nan,1\n2,3\n"),
        "ragged.csv": put(b"1,2\n3\n"),
        "pickled.npy": put(b.npy(np.array([b.Runs()], dtype=object))),
        "zeros.csv": put(b"", HUGE),
        **{f"{name}.png": write for name, write in NO_FILES.items()},
    }.items()
)
EXAMPLES = (
    example("deep", b"x = " + b"{ a = " * DEEP),
    example("lists", b"ingredients = " + b"[" * DEEP + b"]" * DEEP),
    example("numbers", b'name = "x"\nfree_weights = ' + b"9" * 5000),
    example("endless", b'name = "x"\n[[properties]]\nname = "y"\nvalues = { a = nan, b = -inf }'),
    example("tiny", b'name = "x"\n[[properties]]\nname = "y"\nvalues = { a = 1e-999999 }'),
    example("turned", 'name = "a\u202eb"\n'.encode()),
    example("escape", b'name = "a\\u001b[2J\\u0007"\n'),
    example("twice", b"name = 'a'\nname = 'b'\n"),
    example("wide", 'name = "x"\n'.encode("utf-16")),
    example("packed", b"\x1f\x8b\x08\x00" + bytes(40)),
    example("halves", b'name = "\xed\xa0\x80"\n'),
    example("zeros", b"", HUGE),
    *no_files("toml", "row_by_column", "--example"),
)  # fmt: skip
LAYERS = (
    layer("module", b'kind = "../../scenes/__main__"\n'),
    layer("helper", b'kind = "classifier_choice"\n'),
    layer("dunder", b'kind = "__init__"\n'),
    layer("number", b"kind = 7\n"),
    layer("table", b"kind = { picture = 1 }\n"),
    layer("nothing", b""),
    *no_files("toml", "convolution", "--layer"),
)
SHEET, XML = b.SHEET.encode(), b"</sheetData></worksheet>"
LAUGHS = f"{b.ENTITIES}<sst><si><t>&l9;</t></si></sst>".encode()
OUTSIDE = b'<!DOCTYPE x [<!ENTITY s SYSTEM "../secret">]>' + SHEET + b"&s;" + XML
FAR = b'<row r="999999999"><c r="A999999999"/></row>'
TABLES = (
    table("cut.xlsx", b.half(b.workbook())),
    table("noise.xlsx", b"\x8f" * 500),
    table("letter.xlsx", b.archive({"word/document.xml": b"<w/>"})),
    table("bomb.xlsx", b.workbook(sheet=SHEET + b" " * 10**8 + XML)),
    table("laughs.xlsx", b.workbook(strings=LAUGHS)),
    table("outside.xlsx", b.workbook(sheet=OUTSIDE)),
    table("deep.xlsx", b.workbook(sheet=SHEET + b"<row>" * 200_000)),
    table("far.xlsx", b.workbook(sheet=SHEET + FAR + XML)),
    table("formula.xlsx", b.workbook(("", "A", "Salt (g)"), ("tea", "=[1]x!A1", 1))),
    table("crowd.xlsx", b.archive({f"{n}.xml": b"" for n in range(20_000)})),
    table("locked.xlsx", b.encrypted(b.workbook())),
    table("zeros.xlsx", b"PK\x03\x04", HUGE),
    table("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)),
    table("open.ods", b.archive({"content.xml": b"<x/>"})),
    table("zeros.csv", b"", HUGE),
    table("wide.csv", b";" * 4000),
    table("tall.csv", b"a;1\n" * 5000),
    table("null.csv", b";A\n\0;1\n"),
    table("digits.csv", b";A;B (g)\ntea;" + b"1" * 4000 + b";1\n"),
    table("formula.csv", b";A;B (g)\ntea;100%;=cmd|' /C touch executed'!A0\n"),
    table("escape.csv", b";A;B (g)\n\x1b[2Jtea;100%;1\n"),
    table("quotation.csv", b';A;"B\ntea;1;2\n'),
    *no_files("csv", "new", "tea", "--from"),
    *no_files("xlsx", "new", "tea", "--from"),
)  # fmt: skip
VOICES = (
    voice("first_cell.wav", b"RIFF\xff\xff\xff\xffWAVEfmt " + bytes(40)),
    voice("first_cell.mp3", b"\xff\xfb" * 300),
    voice("first_cell.m4a", b"\0\0\0\x18ftypM4A " + bytes(40)),
    voice("no_such_beat.wav", b""),
)
CASES = {
    f"{kind}: {case.file} ({n})": case
    for kind, cases in (
        ("picture", PICTURES),
        ("weights", WEIGHTS),
        ("window", WINDOWS),
        ("example", EXAMPLES),
        ("layer", LAYERS),
        ("table", TABLES),
        ("voice", VOICES),
    )
    for n, case in enumerate(cases, 1)
}
