"""Laws of convolution as one matrix product."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings

from mathcore import conv2d, fold, im2col, trace_conv2d
from tests.mathcore.convolutions import both, cases, direct

IMAGE = [[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]
EDGE = [[[[-1, 1], [-2, 2]]]]
TWO_CHANNELS = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]


def test_one_window_written_out():
    first = -1 * 1 + 1 * 2 + -2 * 4 + 2 * 5
    assert conv2d(IMAGE, EDGE).tolist() == [[[first, 3], [3, 3]]] == [[[3, 3], [3, 3]]]
    trace = trace_conv2d(IMAGE, EDGE)
    assert trace.columns.tolist() == [[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]]
    assert trace.kernel_matrix.tolist() == [[-1], [1], [-2], [2]]
    assert trace.matmul().products[0, 0].tolist() == [-1, 2, -8, 10]
    assert trace.matmul().partials[0, 0].tolist() == [-1, -1 + 2, -1 + 2 - 8, -1 + 2 - 8 + 10]
    assert trace.window(3) == ((0, 1, 1), (0, 1, 2), (0, 2, 1), (0, 2, 2))


def test_the_kernel_is_not_flipped():
    assert conv2d([[[1, 10, 100]]], [[[[1, 2, 3]]]]).tolist() == [[[1 + 2 * 10 + 3 * 100]]]


def test_the_sum_runs_over_all_channels_and_each_kernel_makes_one():
    kernels = [[[[1]], [[10]]], [[[0]], [[-1]]], [[[2]], [[0]]]]
    result = conv2d(TWO_CHANNELS, kernels, [100, 0, 0])
    assert result[0].tolist() == [[100 + 1 + 50, 100 + 2 + 60], [100 + 3 + 70, 100 + 4 + 80]]
    assert result.tolist()[1:] == [[[-5, -6], [-7, -8]], [[2, 4], [6, 8]]]


def test_depthwise_written_out():
    trace = trace_conv2d(TWO_CHANNELS, [[[[1, 1]]], [[[1, -1]]]], groups=2)
    assert trace.result.tolist() == [[[1 + 2], [3 + 4]], [[5 - 6], [7 - 8]]]
    assert trace.kernel_matrix.tolist() == [[1, 0], [1, 0], [0, 1], [0, -1]]
    assert trace.matmul(1).left.tolist() == [[5, 6], [7, 8]]
    assert trace.matmul(1).result.tolist() == [[-1], [-1]]


def test_padding_on_one_side_stride_and_dilation_written_out():
    trace = trace_conv2d(
        IMAGE, [[[[1, 10]]]], stride=(2, 1), padding=((1, 0), (0, 2)), dilation=(1, 2)
    )
    # padded: 0 0 0 0 0 / 1 2 3 0 0 / 4 5 6 0 0 / 7 8 9 0 0; its rows 0 and 2 are taken
    assert trace.result.tolist() == [[[0, 0, 0], [4 + 60, 5 + 0, 6 + 0]]]
    assert trace.window(0) == (None, None)
    assert trace.window(4) == ((0, 1, 1), None)
    assert trace.windows.places[4].tolist() == [[1, 1], [1, 3]]


def test_im2col_is_channel_major():
    rows = im2col(TWO_CHANNELS, (1, 2))
    assert rows.tolist() == [[1, 2, 5, 6], [3, 4, 7, 8]]


def test_fractions_stay_exact():
    third = Fraction(1, 3)
    trace = trace_conv2d([[[third, third, third]]], [[[[1, 1, 1]]]], [third], padding=(0, 1))
    assert trace.result.tolist() == [[[third * 3, third * 4, third * 3]]]


@given(cases())
def test_integers_agree_with_the_direct_loop(case):
    assert np.array_equal(conv2d(case.image, case.kernels, case.bias, **case.options), direct(case))


@given(cases("fractions"))
def test_fractions_agree_with_the_direct_loop(case):
    assert np.array_equal(conv2d(case.image, case.kernels, case.bias, **case.options), direct(case))


@given(cases("floats"))
def test_floats_agree_with_the_direct_loop_to_the_last_digits(case):
    result = conv2d(case.image, case.kernels, case.bias, **case.options)
    assert result.dtype == np.float64
    assert np.allclose(result, direct(case).astype(float), rtol=0, atol=1e-7)


@given(cases(batches=False))
@settings(max_examples=60)
def test_a_trace_agrees_with_its_parts(case):
    options = case.options
    trace = trace_conv2d(case.image, case.kernels, case.bias, **options)
    size = case.kernels.shape[2:]
    unrolled = {name: options[name] for name in ("stride", "padding", "dilation")}
    assert np.array_equal(trace.columns, im2col(case.image, size, **unrolled))
    bias = 0 if case.bias is None else case.bias[:, None, None]
    folded = fold(trace.columns @ trace.kernel_matrix, trace.windows.shape)
    assert np.array_equal(folded + bias, conv2d(case.image, case.kernels, case.bias, **options))
    assert np.array_equal(folded + bias, trace.result)
    parts = [trace.matmul(g).result for g in range(options["groups"])]
    assert np.array_equal(np.concatenate(parts, axis=1), trace.columns @ trace.kernel_matrix)


@given(cases(batches=False))
@settings(max_examples=60)
def test_a_window_tells_where_each_entry_of_its_row_comes_from(case):
    trace = trace_conv2d(case.image, case.kernels, **case.options)
    for p, row in enumerate(trace.columns):
        origins = trace.window(p)
        assert [0 if at is None else case.image[at] for at in origins] == row.tolist()
        assert len(origins) == len(row)


@given(cases(batches=False, least=1))
@settings(max_examples=60)
def test_every_pixel_of_a_window_is_where_its_options_say(case):
    trace = trace_conv2d(case.image, case.kernels, **case.options)
    (down, across), (v, h) = both(case.options["stride"]), both(case.options["dilation"])
    (top, _), (left, _) = case.options["padding"]
    columns, width = trace.windows.shape[1], case.kernels.shape[3]
    for (p, n), y in np.ndenumerate(trace.windows.places[..., 0]):
        assert y == p // columns * down + n // width * v - top
        assert trace.windows.places[p, n, 1] == p % columns * across + n % width * h - left


@pytest.mark.parametrize("images", [0, 1, 3])
def test_a_batch_is_convolved_image_by_image(images):
    batch = np.arange(images * 2 * 3 * 3).reshape(images, 2, 3, 3)
    kernels = np.arange(2 * 2 * 2 * 2).reshape(2, 2, 2, 2)
    result = conv2d(batch, kernels, padding=1)
    assert result.shape == (images, 2, 4, 4)
    for image, each in zip(batch, result, strict=True):
        assert np.array_equal(each, conv2d(image, kernels, padding=1))


def test_nothing_to_sum_gives_the_bias():
    assert conv2d(np.zeros((0, 2, 2)), np.zeros((1, 0, 1, 1)), [3]).tolist() == [[[3, 3], [3, 3]]]


def test_small_and_large_integers_do_not_overflow():
    pixels = np.full((1, 1, 2), 200, dtype=np.uint8)
    assert conv2d(pixels, [[[[200, 200]]]]).tolist() == [[[80000]]]
    assert conv2d([[[2**62]]], [[[[4]]]], [1]).tolist() == [[[2**64 + 1]]]
    assert trace_conv2d([[[2**62]]], [[[[1]]]], [2**62]).result.tolist() == [[[2**63]]]


def test_inputs_are_copied_and_a_trace_is_read_only():
    image, kernels, bias = np.ones((1, 2, 2)), np.ones((1, 1, 1, 1)), np.ones(1)
    trace = trace_conv2d(image, kernels, bias)
    image[:], kernels[:], bias[:] = 9, 9, 9
    assert trace.image.max() == trace.kernels.max() == trace.bias.max() == 1
    arrays = (trace.image, trace.kernels, trace.bias, trace.columns, trace.kernel_matrix)
    for array in (*arrays, trace.result, trace.windows.places):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
    result = conv2d(image, kernels)
    result[...] = 0
    assert image.min() == 9
