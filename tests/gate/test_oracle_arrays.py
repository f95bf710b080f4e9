"""The oracle reads by its own means whatever file the numbers of a classifier come from."""

from functools import partial

from hypothesis import HealthCheck, assume, given, settings

from mathcore import ExampleError, RecipeBook
from scenes.kit.stage.choices import find_example
from scenes.kit.stage.claims import Ledger
from scenes.kit.stage.layers import sources
from tests.drawn_classifiers import classifiers
from tests.gate.test_oracle import asked_of, differences

EXAMPLE = find_example("cocktails")
BOOK = RecipeBook.load(EXAMPLE)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=classifiers())
def test_ledger_and_oracle_agree_on_whatever_people_bring(tmp_path_factory, drawn):
    path = drawn.write(tmp_path_factory.mktemp("drawn"))
    try:
        told = sources(path)
    except ExampleError as error:
        assume(not any(each in str(error) for each in ("show another", 'has "')))
        raise
    ledger = Ledger(BOOK, partial(dict, told), path)
    assert differences(ledger, asked_of(EXAMPLE, path)) == []
