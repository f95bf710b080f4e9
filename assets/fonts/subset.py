"""Make the two shipped fonts from their source, byte for byte the same each time.

    python assets/fonts/subset.py NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc

Needs fonttools 4.68.0.  What is kept and what is changed stands in ``assets/README.md``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

VERSION = 1  # of the bytes; in the family name, because caches of text know a font by its name
FAMILY = f"Mixing Sans {VERSION}"
SOURCE = "Noto Sans CJK SC"
HERE = Path(__file__).parent

WANTED_SIGNS = "‐‑‒–—―‘’‚“”„†‡•…‰′″‹›€№™←↑→↓↔⇒∂∆∏∑−∙√∞∩∪∫≈≠≡≤≥■□▲△▼▽◆◇○●★☆✓\u2003\u3000"
SPACES = (0x2009, 0x202F)  # the source has no thin spaces; its own space (0.22 em) stands in

# Between Latin letters the source's quotation marks are as wide as a Chinese character.
QUOTES = {"‘": "cid63129", "’": "cid63130", "“": "cid63132", "”": "cid63133"}


def characters() -> set[int]:
    """Return the code points to keep, where the source has them: Latin, Greek, signs, GB 2312."""
    kept = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | set(range(0x391, 0x3CA))
    kept |= set(range(0x1CD, 0x1DD))  # the vowels of pinyin
    kept |= set(range(0xFF01, 0xFF5F)) | set(range(0x3001, 0x3012)) | {0xFFE0, 0xFFE1, 0xFFE5}
    kept |= {ord(sign) for sign in WANTED_SIGNS}
    for row in (1, 2, 3, *range(16, 88)):
        for cell in range(1, 95):
            try:
                kept.add(ord(bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312")))
            except UnicodeDecodeError:
                continue  # an empty place in the standard
    return kept


def source(path: Path) -> TTFont:
    """Return the simplified Chinese font of a collection."""
    for font in TTCollection(str(path), lazy=True).fonts:
        if font["name"].getDebugName(1) == SOURCE:
            font.recalcTimestamp = False
            return font
    raise SystemExit(f"{path}: holds no font named {SOURCE!r}")


def subset(font: TTFont) -> None:
    """Leave the wanted characters and nothing that serves only the others."""
    options = Options(
        layout_features=["kern", "palt"],
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, 8, 9, 13, 14],
        name_languages=[0x409],
        glyph_names=False,
        drop_tables=["GSUB", "VORG", "vhea", "vmtx", "BASE"],
    )
    work = Subsetter(options)
    work.populate(unicodes=characters(), glyphs=QUOTES.values())
    work.subset(font)
    for table in font["cmap"].tables:
        if table.isUnicode() and 0x20 in table.cmap:
            table.cmap.update(dict.fromkeys(SPACES, table.cmap[0x20]))


def set_quotes(font: TTFont) -> None:
    """Let quotation marks be narrow beside Latin letters, and on request (``pwid``)."""
    cmap = font.getBestCmap()
    wide = " ".join(cmap[ord(mark)] for mark in QUOTES)
    narrow = " ".join(QUOTES.values())
    letters = [*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x180)]
    latin = " ".join(dict.fromkeys(cmap[c] for c in letters if c in cmap))
    stops = " ".join(cmap[ord(c)] for c in ".,;:?!%)")
    space = cmap[0x20]
    rules = f"""
        languagesystem DFLT dflt; languagesystem latn dflt; languagesystem hani dflt;
        @wide = [{wide}]; @narrow = [{narrow}]; @latin = [{latin}]; @stops = [{stops}];
        lookup narrower {{ sub @wide by @narrow; }} narrower;
        feature pwid {{ lookup narrower; }} pwid;
        feature calt {{
            sub @wide' lookup narrower [@latin @narrow];
            sub [@latin @stops @narrow] @wide' lookup narrower;
            sub [@latin @stops @narrow] {space} @wide' lookup narrower;
        }} calt;
    """
    addOpenTypeFeaturesFromString(font, rules, tables=["GSUB"])


def rename(font: TTFont, style: str) -> None:
    """Give the font our own name everywhere, and keep whose work it is."""
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    names = {
        1: FAMILY,
        2: style,
        3: f"{VERSION}.000;{postscript}",
        4: full,
        5: f"Version {VERSION}.000",
        6: postscript,
        10: "A renamed subset, changed by the authors of Matrix multiplication is mixing.",
    }
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].achVendID = "NONE"
    font["head"].fontRevision = float(VERSION)
    cff = font["CFF "].cff
    cff.fontNames = [postscript]
    top = cff.topDictIndex[0]
    top.FullName, top.FamilyName, top.Weight = full, FAMILY, style
    for number, part in enumerate(top.FDArray):
        part.FontName = f"{postscript}-{number}"


def main(paths: list[str]) -> None:
    """Write both fonts beside this file."""
    for path, style in zip(paths, ("Regular", "Bold"), strict=True):
        font = source(Path(path))
        subset(font)
        set_quotes(font)
        rename(font, style)
        target = HERE / f"MixingSans-{style}.otf"
        font.save(target)
        print(f"{target.name}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
