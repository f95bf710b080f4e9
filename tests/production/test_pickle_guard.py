"""The seal: while a farm is at work, pickles hold data alone."""

from __future__ import annotations

import os
import pickle
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.production.workers.pickle_guard import UnopenedError, error_of, opening_our_own, sealed
from tests.production.poisoned import Victim
from tests.strategies import plain_data

reaching = st.sampled_from([os.system, print, Path("x"), KeyError("x"), Victim(0, Path("x")), 1j])


@given(data=plain_data, code=reaching, protocol=st.integers(0, pickle.HIGHEST_PROTOCOL))
def test_under_the_seal_pickles_hold_data_alone(data: Any, code: Any, protocol: int) -> None:
    letter = pickle.dumps([data, code], protocol)
    with sealed() as refused:
        if protocol > 2:  # older ones write bytes as a call
            assert pickle.loads(pickle.dumps(data, protocol)) == data
        with pytest.raises(UnopenedError, match="is not opened"):
            pickle.loads(letter)
        assert refused
        with opening_our_own():
            assert len(pickle.loads(letter)) == 2
            others: list[BaseException] = []
            threading.excepthook, before = (
                lambda told: others.append(told.exc_value),
                (threading.excepthook),
            )
            thread = threading.Thread(target=pickle.loads, args=(letter,))
            thread.start()
            thread.join()
            threading.excepthook = before
            assert [type(error) for error in others] == [UnopenedError]
    assert len(pickle.loads(letter)) == 2


@given(st.binary(max_size=200))
def test_whatever_an_error_holds_it_is_said_in_a_line(raw: bytes) -> None:
    name, text = error_of(Exception(raw))
    assert name
    assert text.isprintable()
