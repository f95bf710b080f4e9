"""What a convolution refuses: the shapes and the fix are in the message."""

import numpy as np
import pytest

from mathcore import EntryError, ShapeError, TraceSizeError, conv2d, fold, im2col, trace_conv2d

IMAGE, KERNEL = np.ones((2, 4, 4)), np.ones((2, 2, 3, 3))


@pytest.mark.parametrize(
    ("image", "kernels", "bias", "message"),
    [
        (np.ones((4, 4)), KERNEL, None, r"image has shape \(4, 4\); .* grey one to \(1, H, W\)"),
        ([[[1, 2], [3]]], KERNEL, None, "image has rows of different lengths; make them equal"),
        (IMAGE, np.ones((3, 3)), None, r"kernels has shape \(3, 3\); .* \(1, C, kh, kw\)"),
        (IMAGE, np.ones((1, 3, 3, 3)), None, r"each kernel has to look at 2 channels, not 3; make"),
        (IMAGE, KERNEL, [[1, 2]], r"bias has shape \(1, 2\); a bias has one axis"),
        (IMAGE, KERNEL, [1], r"bias \(1,\) meets kernels \(2, 2, 3, 3\): give one number for each"),
        (IMAGE, np.ones((1, 2, 5, 1)), None, r"a kernel \(5, 1\) .* no place on an image \(2, 4,"),
        (IMAGE, np.ones((1, 2, 0, 1)), None, r"kernel size = \(0, 1\) is too small; use 1 or more"),
    ],
)
@pytest.mark.parametrize("convolve", [conv2d, trace_conv2d])
def test_shapes_that_do_not_fit(convolve, image, kernels, bias, message):
    with pytest.raises(ShapeError, match=message):
        convolve(image, kernels, bias)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"stride": 0}, "stride = 0 is too small; use 1 or more"),
        ({"stride": 1.5}, r"stride = 1.5 is neither .*; write 2 or \(2, 1\)"),
        ({"stride": (1, 2, 3)}, r"stride = \(1, 2, 3\) is neither a whole number nor a pair"),
        ({"dilation": (1, 0)}, r"dilation = \(1, 0\) is too small"),
        ({"dilation": 2}, r"dilation \(2, 2\) reaches over \(5, 5\) pixels .* \(2, 4, 4\)"),
        ({"padding": -1}, "padding = -1 is too small; use 0 or more"),
        ({"padding": 0.5}, "padding = 0.5 is neither a whole number nor a pair"),
        ({"padding": "same"}, "padding = same is neither a whole number nor a pair"),
        ({"padding": ((1, 2), 3)}, r"padding = \(\(1, 2\), 3\) .* \(\(top, bottom\), \(left, r"),
        ({"padding": ((1, 2), (0, -1))}, r"padding = \(0, -1\) is too small"),
        ({"groups": 0}, "groups = 0 is no positive whole number"),
        ({"groups": 1.0}, "groups = 1.0 is no positive whole number"),
        ({"groups": 3}, "2 channels and 2 kernels do not divide into groups = 3; choose"),
        ({"groups": 2}, "each kernel has to look at 1 channels, not 2"),
    ],
)
def test_options_that_do_not_fit(options, message):
    with pytest.raises(ShapeError, match=message):
        conv2d(IMAGE, KERNEL, **options)


def test_im2col_says_so_too():
    with pytest.raises(ShapeError, match=r"kernel size = 2\.5 is neither"):
        im2col(IMAGE, 2.5)
    with pytest.raises(ShapeError, match=r"a kernel \(5, 5\)"):
        im2col(IMAGE, 5)


def test_a_trace_is_of_one_image():
    with pytest.raises(ShapeError, match=r"image has shape \(3, 2, 4, 4\); .* three axes"):
        trace_conv2d(np.ones((3, 2, 4, 4)), KERNEL)


@pytest.mark.parametrize(
    ("image", "kernels", "bias", "message"),
    [
        ([[[np.nan]]], [[[[1]]]], None, r"image\[0, 0, 0\] = nan is not finite; replace"),
        ([[[1]]], [[[[np.inf]]]], None, r"kernels\[0, 0, 0, 0\] = inf is not finite"),
        ([[[1]]], [[[[1]]]], ["one"], r"bias\[0\] = .*one.* is not a real number"),
        ([[[1e300]]], [[[[1e300]]]], None, "a sum is too large for float64; scale"),
        ([[[1e308]]], [[[[1.0]]]], [1e308], "a sum is too large for float64; scale"),
    ],
)
@pytest.mark.parametrize("convolve", [conv2d, trace_conv2d])
def test_entries_that_are_no_finite_numbers(convolve, image, kernels, bias, message):
    with pytest.raises(EntryError, match=message):
        convolve(image, kernels, bias)


def test_a_trace_too_large_names_the_limit_and_the_way_out():
    image, kernels = np.zeros((3, 100, 100)), np.zeros((64, 3, 3, 3))
    with pytest.raises(TraceSizeError) as caught:
        trace_conv2d(image, kernels)
    assert str(caught.value) == (
        "image (3, 100, 100) and kernels (64, 3, 3, 3) with groups = 1: 9,604 positions make "
        "16,595,712 numbers; a trace holds at most 10,000,000: call conv2d for the result alone, "
        "or trace a part of the image"
    )
    assert conv2d(image, kernels).shape == (64, 98, 98)


def test_what_does_not_fold():
    with pytest.raises(ShapeError, match=r"outputs \(5, 2\) do not fold into 2 x 3; .* 6 rows"):
        fold(np.zeros((5, 2)), (2, 3))
