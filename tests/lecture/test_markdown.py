"""Texts in Markdown, read by readers that are not ours: CommonMark's, and Pandoc where it is."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scenes.production.lecture.markdown import plain
from tests.strategies import hostile_lines

BEFORE = {"": "Para", "- ": "BulletList", "> ": "BlockQuote", "# ": "Header"}
lines = hostile_lines(st.characters(codec="utf-8", categories=("L", "N", "P", "S")))
reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def test_what_begins_a_list_or_is_set_otherwise() -> None:
    assert plain("1996. A year") == r"1996\. A year"
    assert plain("xii) A chapter") == r"xii\) A chapter"
    assert plain("40 -- 50 ...") == r"40 \-\- 50 \.\.\."
    assert plain("17.5 - 2") == "17.5 - 2"


@pytest.mark.parametrize("before", BEFORE)
@given(line=lines)
def test_a_line_is_one_text_wherever_it_stands(before: str, line: str) -> None:
    (said,) = [each for each in reader.parse(before + plain(line)) if each.type == "inline"]
    assert said.children
    assert {each.type for each in said.children} <= {"text", "text_special"}
    assert "".join(each.content for each in said.children) == line


@pytest.mark.skipif(not shutil.which("pandoc"), reason="needs Pandoc")
@pytest.mark.parametrize("before", BEFORE)
@settings(max_examples=3, phases=[Phase.generate])
@given(drawn=st.lists(lines, min_size=99, max_size=150))
def test_pandoc_reads_it_as_it_was_written(before: str, drawn: list[str]) -> None:
    text = "\n\n<!-- -->\n\n".join(before + plain(line) for line in drawn)
    command = ("pandoc", "--from", "markdown", "--to", "json")
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    blocks = [each for each in json.loads(done.stdout)["blocks"] if each["t"] != "RawBlock"]
    assert {each["t"] for each in blocks} == {BEFORE[before]}
    assert [straight(spoken(each["c"])) for each in blocks] == list(map(straight, drawn))


def spoken(part: Any) -> str:
    """Return the words of a part of Pandoc's document; other things than text leave their name."""
    if isinstance(part, list):
        return "".join(spoken(each) for each in part)
    if not isinstance(part, dict):
        return ""
    kind, content = part["t"], part.get("c", "")
    if kind == "Str":
        return str(content)
    known = (
        "Space",
        "SoftBreak",
        "Quoted",
        "SingleQuote",
        "DoubleQuote",
        "Para",
        "Plain",
        "BulletList",
        "BlockQuote",
        "Header",
    )
    return spoken(content) if kind in known else f"<{kind}>"


def straight(text: str) -> str:
    """Leave out spaces and quotation marks, which typography sets otherwise."""
    return re.sub(r"[\s\"'“”‘’]", "", text)
