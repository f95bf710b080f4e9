"""The oracle reads the numbers of a scene's own by itself, and finds what the ledger says."""

import pytest

from mathcore import RecipeBook, load_numbers
from scenes.kit.stage.choices import SCENES, find_example
from scenes.kit.stage.claims import Ledger
from scenes.kit.stage.own_numbers import sources_of
from tests.gate.test_oracle import asked_of, differences

WITH_NUMBERS = [SCENES / "blank.toml", SCENES / "blank_product.toml"]
OWN = """
[numbers.a]
values = [[0.7, "2/3", -0.25], ["\N{FULLWIDTH DIGIT ONE}", "−1/8", 3]]
places = 2
[numbers.b]
values = [[0.5], ["1/4"], [2]]
[products.c]
left = "a"
right = "b"
places = 1
[products.d]
left = "c"
right = "e"
[numbers.e]
values = [[10, -1]]
"""


@pytest.mark.parametrize("text", [OWN, *(path.read_text("utf-8") for path in WITH_NUMBERS)])
def test_ledger_and_oracle_agree_on_the_numbers_of_a_scene(tmp_path, text):
    path, example = tmp_path / "scene.toml", find_example("cocktails")
    path.write_text(text, encoding="utf-8")
    own = Ledger(RecipeBook.load(example), sources_of(load_numbers(path)))
    assert len(own.named) >= 3
    assert differences(own, asked_of(example, script=path)) == []
