"""A trained classifier as people have it: turned, scaled, rounded, and what of that is said."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings

from mathcore import ExampleError, load_layer
from tests.drawn_classifiers import NAME, classifiers, write_array

FILES = 'weights = "weights.npy"\nsamples = "samples.npy"\n'
UPRIGHT = np.array([[0.5, -1.25], [2, 0.25], [1, 1], [0, 3]])  # a row a pixel
SAMPLES = np.array([[0, 3, 4, 0, 0], [1, 0, 0, 0, 9], [1, 9, 9, 0, 0]])
FIRST = np.array([1, 0, 0, 0, 0])


def layer(folder, weights=UPRIGHT, samples=SAMPLES, said="", files=FILES):
    write_array(folder / "weights.npy", np.asarray(weights))
    write_array(folder / "samples.npy", np.asarray(samples))
    (folder / "x.toml").write_text(NAME + files + said, encoding="utf-8")
    return load_layer(folder / "x.toml")


def sentences(told):
    assert all(each.startswith(f"{told.path}: ") for each in told.sentences)
    return [each.removeprefix(f"{told.path}: ") for each in told.sentences]


def test_what_a_layer_file_leaves_out_is_taken_from_the_samples(tmp_path):
    told = layer(tmp_path)
    assert (told.size, told.brightest, told.shown, told.label) == ((2, 2), 9, 0, 0)
    assert [name["zh"] for name in told.classes] == ["0", "1"]
    assert told.scores.result.tolist() == [[3 * Fraction(1, 2) + 4 * 2, -3 * Fraction(5, 4) + 1]]
    assert sentences(told) == [
        "taken from the samples: rows = 2, columns = 2, brightest = 9, shown = 0"
    ]


def test_weights_with_a_row_a_class_are_turned_and_that_is_said(tmp_path):
    told = layer(tmp_path, UPRIGHT.T)
    assert told.weights.tolist() == layer(tmp_path).weights.tolist()
    assert layer(tmp_path, UPRIGHT.T, said="transposed = true").weights.shape == (4, 2)
    assert sentences(layer(tmp_path, UPRIGHT.T))[0] == (
        'weights "weights.npy" (2, 4) are turned: a row of them is a class, a column a pixel'
    )
    with pytest.raises(ExampleError, match="a row is not a pixel; write transposed = true"):
        layer(tmp_path, UPRIGHT.T, said="transposed = false")


def test_square_weights_say_which_way_they_stand(tmp_path):
    square, samples = np.arange(16.0).reshape(4, 4), [[3, 1, 0, 0, 0], [3, 0, 0, 0, 1]]
    with pytest.raises(ExampleError, match="as many rows as columns, 4: write transposed = false"):
        layer(tmp_path, square, samples)
    for transposed, wanted in (("false", square), ("true", square.T)):
        told = layer(tmp_path, square, samples, f"transposed = {transposed}\nshown = 1")
        assert told.weights.tolist() == wanted.tolist()
    symmetric = layer(tmp_path, np.eye(4), [[2, 0, 0, 1, 0]])
    assert symmetric.weights.tolist() == np.eye(4).tolist()


@pytest.mark.parametrize("shape", [(1, 4), (4, 1), (4,)])
def test_of_two_classes_one_score_will_do(tmp_path, shape):
    told = layer(tmp_path, np.array([-1, -2, 0, 0.5]).reshape(shape))
    assert told.weights.tolist() == [[0, -1], [0, -2], [0, 0], [0, 0.5]]
    assert "the first class scores 0, the second what they say" in " ".join(sentences(told))
    assert told.probabilities[1] == pytest.approx(1 / (1 + np.exp(3 + 8)))  # the logistic of it


def test_a_bias_is_not_left_out(tmp_path):
    files = 'weights = { file = "x.npz", tensor = "fc.weight" }\nsamples = "samples.npy"\n'
    for name in ("fc.bias", "intercept_", "b"):
        np.savez(tmp_path / "x.npz", **{"fc.weight": UPRIGHT.T, name: np.array([0, 0.5])})
        with pytest.raises(ExampleError, match=f'also holds "{name}", which is not 0'):
            layer(tmp_path, files=files)
    none = {"fc.bias": np.zeros(2), "other.bias": np.ones(2), "labels": np.ones(2)}
    np.savez(tmp_path / "x.npz", **{"fc.weight": UPRIGHT.T, **none})
    assert layer(tmp_path, files=files).weights.tolist() == UPRIGHT.tolist()


def test_rounding_written_out(tmp_path):
    weights = [[0.12345, 0.12355], [0.5, -0.5], [0, 0], [0, 0]]
    samples = [[0, 2, 4, 0, 0], [1, 1, 0, 0, 0], [1, 5, 0, 0, 0]]
    told = layer(tmp_path, weights, samples)
    # 0.12345 is nearer to 0.123, 0.12355 to 0.124
    assert told.weights[0].tolist() == [Fraction(123, 1000), Fraction(124, 1000)]
    assert told.scores.result[0, 0] == 2 * Fraction(123, 1000) + 4 * Fraction(1, 2)
    assert sentences(told)[:2] == [
        "weights are rounded to 3 places, as they are printed",
        "by that 0 of 3 samples change their class: 3 were recognised, and 3 are",
    ]
    weights[0] = [0.12305, 0.12315]  # both are 0.123 then, and of equals it is the first
    assert "by that 2 of 3 samples change their class: 3 were recognised, and 1 are" in sentences(
        layer(tmp_path, weights, samples)
    )
    with pytest.raises(ExampleError, match="give sample 1 one score as 0 and 1; show another"):
        layer(tmp_path, weights, samples, "shown = 1")
    weights[:2] = [[1.0004, 0], [0, 1.0003]]  # 1 and 1 once they are rounded, and
    weights[2] = [0, 0.00051]  # this is 0.001, which tips the scales
    with pytest.raises(ExampleError, match="sample 0 is 0, the weights, once they are rounded, s"):
        layer(tmp_path, weights, [[0, 9, 9, 1, 0], [1, 0, 9, 0, 0]], "shown = 0")
    weights = [[0.12305, 0.12315], [0.5, -0.5], [0, 0], [0, 0]]
    with pytest.raises(ExampleError, match="sample 0 is 1, the weights say 0; show another"):
        layer(tmp_path, weights, [[1, 2, 4, 0, 0]], "shown = 0")
    tiny = np.array(weights) / 10**6
    with pytest.raises(ExampleError, match="all weights are 0 once they are rounded to what can"):
        layer(tmp_path, tiny, samples)


@pytest.mark.parametrize(
    ("pixels", "levels", "shown"),
    [
        ([0.25, 0.5, 0.0625, 1], 16, [4, 8, 1, 16]),
        ([0.1, 0.2, 0.3, 1.0], 10, [1, 2, 3, 10]),
        ([51, 255, 0, 128], 9, [2, 9, 0, 5]),  # 51 * 9 / 255 = 1.8, 128 * 9 / 255 = 4.5…
        ([0, 255, 255, 0], 1, [0, 1, 1, 0]),
    ],
)
def test_pixels_are_scaled_and_the_scores_stay(tmp_path, pixels, levels, shown):
    weights = np.array([[1 / 3, -1], [0.123456, -1], [0, -2], [0.5, -3]]) / max(pixels)
    told = layer(tmp_path, weights, [[0, *pixels], [0, *np.full(4, pixels[1])]], "shown = 0")
    assert (told.brightest, told.sample.tolist()) == (levels, [shown])
    top = int(max(pixels))
    assert sentences(told)[0] == (
        f"pixels from 0 to {top} are shown as 0 to {levels}, and the weights are scaled so that "
        "the scores stay"
    )
    assert told.scores.result[0].astype(float) == pytest.approx(pixels @ weights, abs=0.2)


def test_only_pixels_are_scaled_where_the_weights_can_be_printed(tmp_path):
    samples = [[0, 0.0625, 0.5, 0, 1], [1, 1, 0, 0, 0]]
    told = layer(tmp_path, [[-8, 8], [2, 0], [0, 0], [4, 0]], samples)
    assert told.weights.astype(float).tolist() == [[-0.5, 0.5], [0.125, 0], [0, 0], [0.25, 0]]
    assert sentences(told)[:2] == [
        "pixels from 0 to 1 are shown as 0 to 16, and the weights are scaled so that the scores "
        "stay",
        "by that 0 of 2 samples change their class: 2 were recognised, and 2 are",
    ]


@pytest.mark.parametrize(
    ("weights", "samples", "said", "fault"),
    [
        (UPRIGHT[:3], SAMPLES, "", r'weights: "weights.npy" has shape \(3, 2\); it needs 2 × 2'),
        (UPRIGHT, SAMPLES[:, :1], "", r'samples: "samples.npy" has shape \(3, 1\); it needs a row'),
        (UPRIGHT, np.zeros((2, 2, 2)), "", r"has shape \(2, 2, 2\); it needs a row a sample"),
        (UPRIGHT, SAMPLES[:, :4], "", "no rows, no columns; add them: a sample has 3 pixels"),
        (UPRIGHT, SAMPLES, "rows = 3", "rows is 3, and a sample has 4 pixels, no multiple"),
        (UPRIGHT, np.zeros((1, 785)), "", "a sample has 784 pixels, at most 10 × 10 can be shown"),
        (
            UPRIGHT,
            SAMPLES - [[0, 1, 0, 0, 0]] * 3,
            "",
            "a pixel of -1, and 0 is no ink; train",
        ),
        (UPRIGHT, SAMPLES + 0.5 * FIRST, "", "row 0 begins with 0.5; begin with the class"),
        (UPRIGHT, SAMPLES + 2 * FIRST, "", "row 0 begins with 2; begin with the class"),
        (UPRIGHT, SAMPLES, "brightest = 4", "row 1 has a pixel outside 0 to 4"),
        (UPRIGHT, SAMPLES, "shown = 3", "has 3 samples, counted from 0; shown = 3 is beyond"),
        (UPRIGHT, SAMPLES[2:], "", "no sample is of the class that the weights say; were they"),
        (UPRIGHT * 10**7, SAMPLES, "", "a weight is −12500000, too long to print: at most 6"),
    ],
)
def test_what_does_not_fit(tmp_path, weights, samples, said, fault):
    with pytest.raises(ExampleError, match=fault):
        layer(tmp_path, weights, samples, said)


def test_a_key_that_names_a_tensor(tmp_path):
    np.savez(tmp_path / "x.npz", weights=UPRIGHT, samples=SAMPLES)
    both = 'weights = "x.npz"\nsamples = { file = "x.npz" }\n'
    assert layer(tmp_path, files=both).weights.tolist() == UPRIGHT.tolist()
    for named, fault in (
        ('{ file = "x.npz", tensor = "w" }', 'weights: "x.npz" holds no "w", but "weights"'),
        ('{ file = "x.npz", tensor = 1 }', 'weights: tensor is 1; name an array: "fc.weight"'),
        ('{ file = "x.npz", tenser = "w" }', 'weights: unknown key "tenser"; did you mean "tens'),
        ('{ tensor = "w" }', "weights is a table; name a file"),
    ):
        with pytest.raises(ExampleError, match=fault):
            layer(tmp_path, files=f'weights = {named}\nsamples = "x.npz"\n')


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=classifiers())
def test_what_is_shown_is_what_was_brought_but_for_rounding(tmp_path_factory, drawn):
    try:
        told = load_layer(drawn.write(tmp_path_factory.mktemp("drawn")))
    except ExampleError as error:
        assume(not any(each in str(error) for each in ("show another", 'has "')))
        raise
    label, *pixels = drawn.samples[told.shown].tolist()
    assert told.label == label == np.argmax(told.scores.result[0])
    brightest = max(1, np.ceil(drawn.samples[:, 1:].max())) if told.brightest != 255 else 255
    scale = told.brightest / (255 if 99 < brightest <= 255 else brightest)
    assert told.weights.shape == drawn.weights.shape
    by_name = " ".join(told.sentences)
    if "brightest =" in by_name:  # else the layer file may have said another
        off = np.abs(told.weights.astype(float) * scale - drawn.weights).max()
        assert off <= (0.5 * scale + 1e-6 if "rounded" in by_name else 1e-6)
        assert np.abs(told.sample.astype(float) - np.array(pixels) * scale).max() <= 0.5 + 1e-6


NOUGHTS = f"""{NAME}classes = ["O", "X"]
rows = 3
columns = 3
brightest = 1
weights = "w.csv"
samples = "s.csv"
shown = 1
"""
CROSS = [(0, 1), (1, -1), (0, 1), (1, -1), (-2, 2), (1, -1), (0, 1), (1, -1), (0, 1)]


@pytest.mark.parametrize(
    ("write", "part"),
    [
        (lambda a, b: f"{a},{b}\n", 1),
        (lambda a, b: f"{a:.18e},{b:.18e}\n", 1),
        (lambda a, b: f"{a / 2};{b / 2}\r\n".replace(".", ","), 2),
    ],
    ids=["plain", "savetxt", "a German spreadsheet"],
)
def test_noughts_and_crosses(tmp_path, write, part):
    (tmp_path / "w.csv").write_text("\ufeff" + "".join(write(*row) for row in CROSS), "utf-8")
    (tmp_path / "s.csv").write_text("0,0,1,0,1,0,1,0,1,0\n1,1,0,1,0,1,0,1,0,1\n")
    (tmp_path / "x.toml").write_text(NOUGHTS, "utf-8")
    told = load_layer(tmp_path / "x.toml")
    # corners and middle of a cross: 0 + 0 - 2 + 0 + 0 for O, 1 + 1 + 2 + 1 + 1 for X
    assert told.scores.result.tolist() == [[Fraction(-2, part), Fraction(6, part)]]
    assert told.sentences == ()


def test_that_few_samples_are_recognised_is_said(tmp_path):
    samples = SAMPLES.copy()
    samples[1, 0] = 0  # now only the first is of the class that the weights say
    assert sentences(layer(tmp_path, samples=samples))[0] == (
        "only 1 of 3 samples are of the class that the weights say: does each row begin with its "
        "class, and were they trained on such pixels?"
    )
    assert "only" not in sentences(layer(tmp_path))[0]
