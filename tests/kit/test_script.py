"""What is said: read, filled, timed and broken into captions."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.kit.stage.script import (
    AIM,
    LINE_LENGTH,
    LONGEST,
    SHORTEST,
    THINK,
    Script,
    ScriptError,
    caption_lines,
    fill,
    length,
    reading_seconds,
)

SAID = """
title = { en = "A title", zh = "标题" }
[labels]
rule = { en = "the rule", zh = "规则" }
[first]
en = "One line."
zh = "一行。"
[second]
en = ["Two", "lines."]
zh = ["两", "行。"]
seconds = 3
notes = { en = "Wait.", zh = "等一下。" }
"""
words = st.lists(st.text("abcdefghijklmnop", min_size=1, max_size=9), min_size=1, max_size=14)
chinese = st.text("行列矩阵乘法就是调酒配方，。", min_size=1, max_size=31)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "chapter.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def script(tmp_path):
    return Script.load(written(tmp_path, SAID))


def test_a_script_written_out(script):
    assert list(script.beats) == ["first", "second"]
    assert script.beat("second").lines == (
        {"en": "Two", "zh": "两"},
        {"en": "lines.", "zh": "行。"},
    )
    assert (script.beat("second").seconds, script.beat("first").seconds) == (3, None)
    assert script.beat("second").notes["zh"] == "等一下。"
    assert script.label("rule", "zh", {}) == "规则"


def test_an_unknown_beat_is_answered_with_file_beat_and_fix(script):
    with pytest.raises(ScriptError) as told:
        script.beat("third")
    for part in (str(script.path), "[third]", "add it", "first, second"):
        assert part in str(told.value)


def test_an_unknown_label_is_answered_with_file_label_and_fix(script):
    with pytest.raises(ScriptError) as told:
        script.label("rul", "en", {})
    for part in (str(script.path), '"rul"', "[labels]", "add it in en and zh"):
        assert part in str(told.value)


@pytest.mark.parametrize("said", ['en = ["One", "two"]\nzh = "一"', 'en = "One"', 'zh = "一"', ""])
def test_a_beat_needs_as_many_lines_in_both_languages(said, tmp_path):
    path = written(tmp_path, f'title = {{ en = "A", zh = "甲" }}\n[odd]\n{said}\n')
    with pytest.raises(ScriptError, match=r"\[odd\] needs as many lines") as told:
        Script.load(path)
    assert str(path) in str(told.value)


LINE = 'title = { en = "A", zh = "甲" }\n[odd]\nen = ["One", "two"]\nzh = ["一", "二"]\n'


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('"two"', r'"two\n\n9"', "odd.en, line 2 has U+000A; write one line of printed characters"),
        ('"甲"', r'"甲\u202e"', "title.zh has U+202E; write one line of printed characters"),
        ("[odd]", r'["a/../b"]', '"a/../b" cannot be the name of a beat; use letters, digits'),
        ("[odd]", r'["\u001b[2J"]', "a name has U+001B; write one line of printed characters"),
        ("[odd]", "[odd", "Expected ']' at the end of a table declaration"),
    ],
)
def test_a_text_is_a_line_and_a_beat_a_name_that_files_can_bear(tmp_path, before, after, said):
    path = written(tmp_path, LINE)
    assert list(Script.load(path).beats) == ["odd"]
    written(tmp_path, LINE.replace(before, after))
    with pytest.raises(ScriptError) as told:
        Script.load(path)
    assert str(told.value).startswith(f"{path}: {said}")


def test_placeholders_are_filled_in_each_language():
    told = fill(
        {"en": "{Bottles}: {n} {bottles}", "zh": "{n} 个{bottles}"},
        {"bottles": {"en": "bottles", "zh": "瓶"}, "n": "4"},
    )
    assert told == {"en": "Bottles: 4 bottles", "zh": "4 个瓶"}


@given(st.text("abcdefgh", min_size=1), st.text("abcdefgh", min_size=1))
def test_a_capital_asks_for_a_capital(key, word):
    asked = "{" + key[0].upper() + key[1:] + "} {" + key + "}"
    assert fill({"en": asked}, {key: word})["en"] == f"{word[0].upper()}{word[1:]} {word}"


def test_length_written_out():
    assert length("row", "en") == 3
    assert length("3 行", "zh") == 0.5 + 0.5 + 1


def test_reading_takes_the_time_of_the_slower_language():
    assert reading_seconds({"en": "x" * 30, "zh": "行"}) == 30 / AIM["en"] == 2
    assert reading_seconds({"en": "x", "zh": "行" * 18}) == 18 / AIM["zh"] == 3
    assert reading_seconds({"en": "x", "zh": "行"}) == SHORTEST
    assert reading_seconds({"en": "x" * 29 + "?", "zh": "行"}) == 2 + THINK
    assert reading_seconds({"en": "x", "zh": "行\N{FULLWIDTH QUESTION MARK}"}) == SHORTEST + THINK


@given(words, chinese)
def test_what_fits_two_lines_is_read_before_it_must_go(english, said):
    text = {"en": " ".join(english)[:84], "zh": said}
    assert SHORTEST <= reading_seconds(text) <= LONGEST


def test_captions_written_out():
    assert caption_lines("Term by term, the running sum rises.", "en") == (
        "Term by term, the running sum rises.",
    )
    assert caption_lines("第一种得到结果，因为每一行都遇到了每一列。", "zh") == (
        "第一种得到结果，",
        "因为每一行都遇到了每一列。",
    )


@pytest.mark.parametrize("language", LINE_LENGTH)
@given(words=words, said=chinese)
def test_captions_keep_their_limits(language, words, said):
    text = " ".join(words) if language == "en" else said
    try:
        lines = caption_lines(text, language)
    except ScriptError:
        assert length(text, language) > 1.2 * LINE_LENGTH[language], "one line and a bit must fit"
        return
    assert len(lines) <= 2
    assert all(length(line, language) <= LINE_LENGTH[language] for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(("language", "text"), [("en", "word " * 20), ("zh", "行" * 33)])
def test_what_is_too_long_is_quoted_with_its_limit(language, text):
    with pytest.raises(ScriptError, match=f"two lines of {LINE_LENGTH[language]:g}"):
        caption_lines(text.strip(), language)
