"""What the oracle sees in a picture is what the reader sees, whatever the picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mathcore.layer_file import framing
from mathcore.recipe_file.tables import Inspection, Table
from scenes.production.gate.oracle import pictures
from tests.drawn_pictures import drawn_pictures, saved


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("pictures") / "drawn"


def both(path, fitting, keys):
    """Return what the reader makes of a picture, and what the oracle does; channels come first."""
    table = Table(Inspection("x.toml"), "", {"image": "drawn", **keys}, ("image", "crop", "size"))
    read = framing.read_framed(table, path, fitting, 10_000)
    read = read[None] if read.ndim == 2 else read.transpose(2, 0, 1)
    seen = pictures.picture(path, keys, fitting)
    return read.tolist(), seen


@given(drawn_pictures(), st.sets(st.sampled_from(["crop", "size"])), st.integers(1, 7))
def test_reader_and_oracle_see_the_same(path, drawn, given_keys, side):
    path.write_bytes(drawn.raw)
    keys = {key: drawn.keys[key] for key in given_keys}
    if keys.keys() == {"size"}:  # drawn for the part; of the whole there is as much
        side = min(side, *drawn.seen.shape[:2])
        keys["size"] = [side, side]
    read, seen = both(path, lambda size: framing.within(min(side, max(size)), size), keys)
    assert read == seen


@pytest.mark.parametrize("size", [(400, 300), (300, 300), (300, 400), (101, 99)])
def test_a_larger_one_is_shrunk_alike(path, size):
    noise = Image.effect_noise(size, 90).convert("RGB")
    path.write_bytes(saved(noise, "JPEG", 6))
    read, seen = both(path, lambda whole: pictures.within(48, whole), {})
    assert read == seen
    assert framing.within(48, size) == pictures.within(48, size)
