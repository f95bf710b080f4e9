"""Tensors of a model as it is exported to ONNX: its initializers.  Nothing of the model is run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np

from mathcore.readers.extras import require
from mathcore.readers.named_arrays import NamedArrays
from mathcore.readers.numbers import Numbers, of_array, refuse_size

MOST_BYTES = 2_000_000
"""In fewer fits what can be shown, and in memory the library takes eighty times as many."""


def open_onnx(path: Path, most: int) -> NamedArrays:
    """Look into a model.

    Raises
    ------
    ValueError
        If it is none, large, or the library is not there; the message goes on from its name.
    """
    library = require("onnx")
    if os.stat(path).st_size > MOST_BYTES:
        raise ValueError(
            f"has more than {MOST_BYTES:,} bytes, the most that is read of a model; save the one "
            "tensor with numpy.save"
        )
    try:
        model = library.ModelProto.FromString(path.read_bytes())
    except Exception:  # the library's own, of a module that has changed its name before
        raise ValueError("is no ONNX model, damaged or cut short; export it anew") from None
    tensors = {tensor.name: tensor for tensor in model.graph.initializer}
    shapes = {name: tuple(map(int, tensor.dims)) for name, tensor in tensors.items()}
    if not shapes:
        raise ValueError(
            "has no initializers (the weights may be attributes of a node): save them with "
            "numpy.save"
        )
    return NamedArrays(shapes, lambda name: _numbers(library, tensors[name], shapes[name], most))


def _numbers(library: Any, tensor: Any, shape: tuple[int, ...], most: int) -> Numbers:
    """Give the numbers of a tensor; one that lies in another file is not followed there."""
    if tensor.data_location == library.TensorProto.EXTERNAL:
        raise ValueError(
            f'keeps "{tensor.name}" in another file; export it with external_data=False'
        )
    refuse_size(shape, most)
    kind = library.TensorProto.DataType.Name(tensor.data_type)
    if kind.startswith(("COMPLEX", "STRING", "UNDEFINED")):
        raise ValueError(f'"{tensor.name}" is of {kind}; export it as FLOAT')
    try:
        array = library.numpy_helper.to_array(tensor)
    except Exception:  # as above
        raise ValueError(f'is damaged at "{tensor.name}"; export it anew') from None
    return of_array(array if array.dtype.kind in "biuf" else array.astype(np.float32))
