"""The oracle reads by its own means whatever file the numbers of a classifier come from."""

from fractions import Fraction
from functools import partial

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings

from mathcore import ExampleError, RecipeBook
from mathcore.layer_file import classifier_printing, classifier_weights
from mathcore.readers import numpy_file, table_file
from scenes.kit.stage.choices import find_example
from scenes.kit.stage.claims import Ledger
from scenes.kit.stage.layers import sources
from tests.drawn_classifiers import NAME, classifiers
from tests.gate.sabotage import after, instead, method, value
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


def brought(folder):
    """Bring weights of classes in rows, column by column and of the other byte order."""
    weights = np.asfortranarray([[0.5, 0.1], [-0.25, 1.0]]).astype(">f8", order="F")
    np.save(folder / "weights.npy", weights)
    (folder / "samples.csv").write_text("class;a;b\n1;14,9;255\n0;255;14,9\n", encoding="utf-8")
    path = folder / "brought.toml"
    named = 'weights = "weights.npy"\nsamples = "samples.csv"\n'
    path.write_text(f"{NAME}{named}rows = 1\ntransposed = true\n", encoding="utf-8")
    return path


WRONG = {
    "columns are taken for rows": after(
        numpy_file.read_head, lambda head: (head[0], False, head[2])
    ),
    "classes are taken for pixels": instead(classifier_weights._is_turned, lambda *given: False),
    "decimals are lost": after(table_file.read_entry, lambda number: Fraction(int(number))),
    "pixels have one level less": after(classifier_printing.levels_of, lambda levels: levels - 1),
    "weights have a place less": value(classifier_printing, "MOST_PLACES", 1),
    "weights are not scaled with the pixels": method(
        classifier_printing.Printer, "_rounded", lambda weights: weights / 2
    ),
}


def told_apart(path):
    """Tell whether the oracle sees that something is wrong."""
    ledger = Ledger(BOOK, partial(dict, sources(path)), path)
    return differences(ledger, asked_of(EXAMPLE, path)) != []


def test_what_was_brought_is_read_right(tmp_path):
    assert not told_apart(brought(tmp_path))


@pytest.mark.parametrize("what", WRONG, ids=lambda text: text.replace(" ", "_"))
def test_a_file_that_is_read_wrongly_is_found_out(tmp_path, what):
    path = brought(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        WRONG[what](patch)
        assert told_apart(path)
