"""Attention agrees with PyTorch: ``pip install -e .[compare]``, ``pytest -m compare``."""

import numpy as np
import pytest
from hypothesis import given, settings

from mathcore import trace_attention
from tests.mathcore.test_attention import attentions

pytestmark = pytest.mark.compare


@given(attentions())
@settings(max_examples=300)
def test_attention_agrees_with_scaled_dot_product_attention(drawn):
    import torch

    queries, keys, values, mask = drawn
    q, k, v = (torch.tensor(a.astype(float)) for a in (queries, keys.T, values.T))
    allowed = torch.tensor(mask)
    for free in (mask, None):
        told = torch.nn.functional.scaled_dot_product_attention(
            q[None], k[None], v[None], attn_mask=None if free is None else allowed[None]
        )[0]
        trace = trace_attention(queries, keys, values, mask=free)
        assert np.allclose(trace.mix.result.astype(float), told.numpy().T, rtol=1e-12, atol=1e-12)
