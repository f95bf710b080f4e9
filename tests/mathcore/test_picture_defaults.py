"""What a layer file of kind picture has where it says nothing."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from mathcore import ExampleError, load_layer
from mathcore.layer_file.picture import Turn
from mathcore.layer_file.picture_defaults import default_turn, telling_place
from tests.photographs import write_fading, write_layer, write_photograph

OWN_MAP = 'maps = [{ name = "here", kernel = [[0, 0, 0], [0, 1, 0], [0, 0, 0]] }]'
OWN_RECIPE = 'recipes = [{ name = "back", weights = [0, 0, -2, 1] }]'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("photograph")
    write_photograph(made / "photo.jpg", (300, 400))
    return made


def test_three_lines_are_a_layer(folder):
    path = write_layer(folder)
    layer = load_layer(path)
    assert layer.image.shape == (48, 36, 3)
    assert [part.name["en"] for part in layer.features] == [
        "vertical edges",
        "horizontal edges",
        "blur",
        "brightness",
    ]
    assert layer.weights.shape == (4, 3)
    assert layer.turn == Turn(recipe=0, map=0, to=Fraction(-1))
    assert layer.credits == ()
    assert layer.sentences == (
        f'{path}: image: "photo.jpg" is 300 × 400 pixels; they become 36 × 48, each the mean of '
        "what it covers",
    )
    assert np.abs(layer.channels).min() == np.abs(layer.maps).min(axis=0).max() > 5


def test_what_is_left_out_is_that_of_the_shipped_picture(folder):
    ours, shipped = load_layer(write_layer(folder)), load_layer("assets/layers/coffee.toml")
    for own, known in ((ours.features, shipped.features), (ours.recipes, shipped.recipes)):
        assert [part.name for part in own] == [part.name for part in known]
        assert [part.numbers.tolist() for part in own] == [part.numbers.tolist() for part in known]
    assert ours.turn == shipped.turn


def test_what_is_there_counts(folder):
    layer = load_layer(write_layer(folder, "size = [20, 20]", "pixel = [3, 4]", OWN_RECIPE))
    assert layer.image.shape == (20, 20, 3)
    assert layer.pixel == (3, 4)
    assert layer.turn == Turn(recipe=0, map=2, to=Fraction(2))
    assert "300 × 300 of them, from [0, 50] on, become 20 × 20" in layer.sentences[0]


def test_recipes_of_maps_of_ones_own_are_ones_own(folder):
    with pytest.raises(ExampleError, match=r"no recipes; add \[\[recipes\]\] above each$"):
        load_layer(write_layer(folder, OWN_MAP))


def test_a_picture_that_is_too_narrow_is_refused(folder):
    with pytest.raises(ExampleError, match=r"image is 300 × 2 pixels .* at least 4 × 3 or 3 × 4"):
        load_layer(write_layer(folder, "crop = [0, 0, 300, 2]"))


@given(st.lists(st.tuples(st.integers(-3, 3).map(Fraction), st.booleans()), min_size=1))
def test_a_turn_changes_its_weight_and_its_picture(parts):
    weights, seen = zip(*parts, strict=True)
    place, to = default_turn(weights, np.array(seen, int)[:, None, None])
    assert to == (-weights[place] or 1)
    assert seen[place] or not any(seen)
    counted = [weight != 0 and there for weight, there in parts]
    assert place == (counted.index(True) if any(counted) else (*seen, True).index(True) % len(seen))


def test_of_a_picture_that_only_fades_downwards_another_weight_is_turned(tmp_path):
    write_fading(tmp_path / "photo.jpg")
    layer = load_layer(write_layer(tmp_path))
    assert not layer.maps[0].any()  # no edges from left to right
    assert layer.turn == Turn(recipe=0, map=1, to=Fraction(-1, 2))


@given(arrays(int, array_shapes(min_dims=3, max_dims=3, max_side=6), elements=st.integers(-3, 3)))
def test_the_place_that_tells_most_is_nowhere_surpassed(maps):
    found, middle = telling_place(maps), [(side - 1) / 2 for side in maps.shape[1:]]

    def worth(place):
        away = sum((at - half) ** 2 for at, half in zip(place, middle, strict=True))
        return min(abs(entry) for entry in maps[:, *place].tolist()), -away

    places = list(np.ndindex(maps.shape[1:]))
    assert worth(found) == max(map(worth, places))
    assert found == next(place for place in places if worth(place) == worth(found))
