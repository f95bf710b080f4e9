"""Tests of one group are run by one worker, one after the other: what they share is made once."""

import os

import pytest


@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="there is but one worker")
@pytest.mark.xdist_group("a group of one")
def test_a_worker_knows_its_group(request: pytest.FixtureRequest) -> None:
    """A pytest that pytest-xdist does not know yet forgets them, and says nothing."""
    assert request.node.nodeid.endswith("@a group of one")
