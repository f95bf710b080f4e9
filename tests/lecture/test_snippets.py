"""The lines that an author copies hold a clip's title as it is, whatever stands in it."""

from __future__ import annotations

import ast
import json
import shlex
import subprocess
import unicodedata
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import yaml
from bs4 import BeautifulSoup
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from scenes.production.lecture.markdown import plain
from scenes.production.lecture.page import PARTS
from tests.strategies import hostile_lines

RUN = """
const [titles, folder] = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const made = new Function("preferences", "film", "TAGS", "isSingle",
  `${process.argv[1]}; return { snippets, inMarkdown };`);
const words = { chinese: { zh: "x" } };
const tags = { en: "en", zh: "zh-CN" };
const { snippets, inMarkdown } = made({ captions: "en" }, { words }, tags, false);
console.log(JSON.stringify(titles.map((title) => ({ markdown: inMarkdown(title),
  ...Object.fromEntries(Object.entries(snippets).map(([place, make]) =>
    [place, make({ stem: "tea/01-a", link: "tea/a", title }, folder)])) }))));
"""
lines = hostile_lines(st.characters(categories=("L", "N", "P", "S", "Zs")))
folders = st.lists(st.sampled_from("a #?%&'\"<>é茶:"), min_size=1).map("".join).filter(str.strip)


def taken(program: Callable[[str], str], titles: list[str], folder: str) -> list[dict[str, str]]:
    """Return what the dialog offers for clips with these titles, by kind of document."""
    source = (PARTS / "snippets.js").read_text(encoding="utf-8")
    told = json.dumps([titles, folder])
    command = [program("node"), "-e", RUN, source]
    done = subprocess.run(command, input=told, capture_output=True, text=True, check=True)
    found: list[dict[str, str]] = json.loads(done.stdout)
    return found


def alike(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def element(source: str) -> dict[str, Any]:
    return dict(BeautifulSoup(source, "html.parser").find(True).attrs)


def file_of(address: str) -> str:
    """Return the file that a page beside the folder asks for."""
    return unquote(urlsplit(urljoin("https://a.b/course/", address)).path.removeprefix("/course/"))


@settings(max_examples=3, phases=[Phase.generate])  # to shrink so many titles takes minutes
@given(titles=st.lists(lines, min_size=60, max_size=90), folder=folders.map(str.strip))
def test_a_title_is_read_as_it_was_written(
    program: Callable[[str], str], titles: list[str], folder: str
) -> None:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for title, made in zip(titles, taken(program, titles, folder), strict=True):
        assert made["markdown"] == plain(title)
        frame, video = element(made["iframe"]), element(made["video"])
        assert frame["title"] == video["title"] == title
        assert file_of(frame["src"]) == f"{folder}/index.html"
        assert urlsplit(frame["src"]).fragment == "tea/a"
        assert file_of(video["poster"]) == f"{folder}/plain/tea/01-a.png"
        begin, kind, file, shown, _, end = shlex.split(made["quarto"])
        assert (begin, kind, end) == ("{{<", "video", ">}}")
        assert file_of(file) == f"{folder}/captioned/tea/01-a.mp4"
        assert alike(shown.removeprefix("title=")) == alike(title)
        assert not {"<", ">", "&"} & set(shown)
        head, option, empty, said, fence = made["myst"].rstrip("\n").split("\n")
        assert (head, empty, fence) == (f":::{{figure}} {folder}/captioned/tea/01-a.*", "", ":::")
        text = option.removeprefix(":alt: ")
        assert yaml.load(f"alt: {text}", yaml.BaseLoader)["alt"] == text  # a text whatever it says
        assert alike(text) == alike(title)
        (paragraph,) = [each for each in reader.parse(said) if each.type == "inline"]
        assert {each.type for each in paragraph.children} <= {"text", "text_special"}
        assert "".join(each.content for each in paragraph.children) == title
        call = ast.parse(made["jupyter"]).body[1].value
        assert ast.literal_eval(call.args[0]) == f"{folder}/captioned/tea/01-a.mp4"
