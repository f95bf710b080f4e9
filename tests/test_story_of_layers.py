"""The numbers of the layers, as a viewer sees them, against loops over the files themselves."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from mathcore import format_number, format_percent, round_shares
from tests.rehearsal import of_one_look, performed

ASSETS = Path(__file__).parents[1] / "assets"
OF_CONVOLUTION = of_one_look("convolution")


def seen_in(name):
    """Return, by source and quantity, what is seen: index to (characters, first seconds)."""
    seen = defaultdict(dict)
    _, performance = performed(name)
    for moment in performance.moments:
        for number in moment.numbers:
            if number.claim:
                key = number.claim.of, number.claim.quantity
                seen[key].setdefault(number.claim.at, (number.text, moment.seconds))
    return seen


def characters(seen):
    return {at: text for at, (text, _) in seen.items()}


@pytest.fixture(scope="module")
def convolution():
    return seen_in("convolution")


@pytest.fixture(scope="module")
def layer():
    return tomllib.loads((ASSETS / "layers" / "glass_and_fruit.toml").read_text("utf-8"))


def slide(channels, kernel, stride=1, padding=0):
    """Slide one kernel over all channels, term by term: the terms of every window."""
    channels = np.pad(np.array(channels), ((0, 0), (padding, padding), (padding, padding)))
    kernel = np.array(kernel)
    _, high, wide = kernel.shape
    windows = []
    for y in range(0, channels.shape[1] - high + 1, stride):
        for x in range(0, channels.shape[2] - wide + 1, stride):
            windows.append(
                [
                    int(channels[c, y + dy, x + dx]) * int(kernel[c, dy, dx])
                    for c, dy, dx in np.ndindex(kernel.shape)
                ]
            )
    return windows


@OF_CONVOLUTION
def test_every_output_of_the_window_is_seen_one_after_the_other(convolution, layer):
    windows = slide([layer["picture"]["image"]], [layer["picture"]["kernel"]])
    results = convolution["window", "result"]
    assert characters(results) == {
        (p, 0): format_number(sum(terms)) for p, terms in enumerate(windows)
    }
    times = [results[p, 0][1] for p in range(len(windows))]
    assert times == sorted(times)


@OF_CONVOLUTION
def test_the_first_window_is_made_term_by_term(convolution, layer):
    terms = slide([layer["picture"]["image"]], [layer["picture"]["kernel"]])[0]
    products = convolution["window", "product"]
    written = [products[0, 0, k][0].strip("()") for k in range(9)]
    assert written == [format_number(term) for term in terms]
    last = max(products[0, 0, k][1] for k in range(9))
    assert convolution["window", "result"][0, 0][1] >= last


@OF_CONVOLUTION
def test_all_27_terms_of_three_channels_are_seen(convolution, layer):
    channels = [channel["image"] for channel in layer["stack"]["channels"]]
    first = slide(channels, layer["stack"]["kernels"][0]["weights"])[0]
    products = convolution["stack", "product"]
    assert len(first) == 27
    assert [products[0, 0, k][0] for k in range(27)] == [format_number(term) for term in first]
    by_channel = [sum(first[9 * c : 9 * c + 9]) for c in range(3)]
    sums = convolution["channel_sums", "entry"]
    assert [sums[0, 0, c][0] for c in range(3)] == [format_number(part) for part in by_channel]
    assert convolution["stack", "result"][0, 0][0] == format_number(sum(by_channel))


@OF_CONVOLUTION
def test_two_kernels_make_two_output_channels(convolution, layer):
    channels = [channel["image"] for channel in layer["stack"]["channels"]]
    kernels = [kernel["weights"] for kernel in layer["stack"]["kernels"]]
    assert len(kernels) == 2
    assert characters(convolution["stack", "result"]) == {
        (p, o): format_number(sum(terms))
        for o, kernel in enumerate(kernels)
        for p, terms in enumerate(slide(channels, kernel))
    }


@OF_CONVOLUTION
def test_stride_and_padding(convolution, layer):
    picture = layer["picture"]
    windows = slide([picture["image"]], [picture["kernel"]], picture["stride"], picture["padding"])
    assert characters(convolution["strided", "result"]) == {
        (p, 0): format_number(sum(terms)) for p, terms in enumerate(windows)
    }


@of_one_look("fully_connected")
def test_the_digit_is_recognised_by_the_weights_that_are_stored():
    seen = seen_in("fully_connected")
    layer = tomllib.loads((ASSETS / "layers" / "digits.toml").read_text("utf-8"))
    folder = ASSETS / "layers"
    weights = np.loadtxt(folder / layer["weights"], delimiter=",")
    sample = np.loadtxt(folder / layer["samples"], delimiter=",")[layer["shown"]]
    scores = [
        sum(float(x) * float(w) for x, w in zip(sample[1:], column, strict=True))
        for column in weights.T
    ]
    shares = np.exp(scores) / np.exp(scores).sum()
    assert [seen["scores", "result"][0, j][0] for j in range(10)] == [
        format_number(round(score, 10), places=2) for score in scores
    ]
    assert [seen["percentages", "entry"][j,][0] for j in range(10)] == [
        format_percent(share, places=1) for share in round_shares(shares, 3)
    ]
    assert int(np.argmax(shares)) == int(sample[0])
