"""The example notebook: stored without outputs, and run from top to bottom."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "assets" / "notebooks" / "mixing.ipynb"
CALM = "from tests.lecture.calm import be_calm\nbe_calm({place!r})"


def test_it_is_stored_without_outputs():
    stored = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(stored)
    cells = [cell for cell in stored.cells if cell.cell_type == "code"]
    assert cells
    assert all(cell.outputs == [] and cell.execution_count is None for cell in cells)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """What each cell of code puts out."""
    place = tmp_path_factory.mktemp("notebook")
    book = nbformat.read(NOTEBOOK, as_version=4)
    book.cells.insert(0, nbformat.v4.new_code_cell(CALM.format(place=str(place))))
    resources = {"metadata": {"path": str(ROOT)}}
    NotebookClient(book, timeout=300, kernel_name="python3", resources=resources).execute()
    return [cell.outputs for cell in book.cells if cell.cell_type == "code"][1:]


def test_every_cell_that_shows_holds_a_video_and_its_captions(outputs):
    *shows, (answer,) = outputs
    assert len(shows) == 3
    for (output,) in shows:
        html = output["data"]["text/html"]
        assert len(re.findall(r'src="data:video/mp4;base64,[^"]{1000,}"', html)) == 1
        assert re.findall(r'<track kind="captions" srclang="([^"]+)"', html)[0] in ("en", "zh-CN")
        assert len(re.findall(r'src="data:text/vtt;base64,[^"]{40,}"', html)) == 2
        assert ".mp4 (" in output["data"]["text/plain"]
    assert 'did you mean "first_cell"?' in answer["text"]
