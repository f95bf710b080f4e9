"""Convolution agrees with PyTorch and SciPy: ``pip install -e .[compare]``, ``pytest -m compare``.

They are large, and no part of the film: without the marker these tests are left out, not skipped.
"""

import numpy as np
import pytest
from hypothesis import given, settings

from mathcore import conv2d, im2col
from tests.mathcore.convolutions import both, cases

pytestmark = pytest.mark.compare
EXAMPLES = settings(max_examples=300)


def padded(case):
    """Pad as the case says: PyTorch's own padding is the same on both sides."""
    around = ((0, 0),) * (case.image.ndim - 2)
    return np.pad(case.image, (*around, *case.options["padding"]))


def by_torch(case):
    """Let PyTorch convolve, in float64."""
    import torch

    options = {name: both(case.options[name]) for name in ("stride", "dilation")}
    x, w = (torch.tensor(array, dtype=torch.float64) for array in (padded(case), case.kernels))
    bias = None if case.bias is None else torch.tensor(case.bias, dtype=torch.float64)
    made = torch.nn.functional.conv2d(x, w, bias, groups=case.options["groups"], **options)
    return made.numpy()


def by_scipy(case):
    """Let SciPy correlate channel by channel with the dilated kernel, and keep every stride-th."""
    from scipy.signal import correlate2d

    (down, across), (v, h) = both(case.options["stride"]), both(case.options["dilation"])
    count, depth, rows, columns = case.kernels.shape
    spread = np.zeros((count, depth, v * (rows - 1) + 1, h * (columns - 1) + 1))
    spread[:, :, ::v, ::h] = case.kernels
    image, each = padded(case), count // case.options["groups"]
    bias = np.zeros(count) if case.bias is None else case.bias
    return np.array(
        [
            bias[o]
            + sum(
                correlate2d(image[o // each * depth + c], spread[o, c], mode="valid")
                for c in range(depth)
            )[::down, ::across]
            for o in range(count)
        ]
    )


@given(cases("floats", least=1))
@EXAMPLES
def test_floats_agree_with_pytorch(case):
    result = conv2d(case.image, case.kernels, case.bias, **case.options)
    assert np.allclose(result, by_torch(case), rtol=1e-12, atol=1e-7)


@given(cases("integers", least=1))
@EXAMPLES
def test_integers_agree_with_pytorch_exactly(case):
    """Sums of products of six digits each are whole in float64 as well."""
    result = conv2d(case.image, case.kernels, case.bias, **case.options)
    assert np.array_equal(result, by_torch(case))


@given(cases("floats", least=1, batches=False))
@EXAMPLES
def test_floats_agree_with_scipy(case):
    result = conv2d(case.image, case.kernels, case.bias, **case.options)
    assert np.allclose(result, by_scipy(case), rtol=1e-12, atol=1e-7)


@given(cases("floats", least=1, batches=False))
@EXAMPLES
def test_im2col_agrees_with_unfold_of_pytorch(case):
    import torch

    options = {name: both(case.options[name]) for name in ("stride", "dilation")}
    size = case.kernels.shape[2:]
    columns = torch.nn.functional.unfold(torch.tensor(padded(case))[None], size, **options)
    rows = im2col(case.image, size, padding=case.options["padding"], **options)
    assert np.array_equal(rows, columns[0].numpy().T)
