"""What is wrong in the file of a scene's words is said with its place and its fix, all at once."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.__main__ import main
from scenes.blank import Blank
from scenes.kit.stage.script import Script, ScriptError
from scenes.kit.stage.templates import TemplateError, faults, fill
from scenes.production.commands import options
from tests.strategies import plain_data

SAID = """
title = { en = "Tea time", zh = "茶歇" }
[labels]
tag = { en = "a tag", zh = "标签" }
[first_cup]
title = { en = "A cup", zh = "一杯" }
en = ["First {bottle}.", "It comes to {total}."]
zh = ["先是{bottle}。", "共{total}。"]
seconds = 3
notes = { en = "Wait.", zh = "等一下。" }
"""
VALUES = {"bottle": {"en": "tea", "zh": "茶"}, "total": "17"}
OTHER_LINES = "[first_cup] needs as many lines in en (2) as in zh (0), and at least one"


def load(folder, text):
    path = folder / "tea_time.toml"
    path.write_text(text, encoding="utf-8")
    return Script.load(path)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("zh = [", "cn = [", f'[first_cup] has an unknown key "cn"§{OTHER_LINES}'),
        ("seconds", "second", '[first_cup] has an unknown key "second"; did you mean "seconds"?'),
        ("= 3", '= "3"', "first_cup.seconds is '3'; write a number above 0"),
        ("= 3", "= nan", "first_cup.seconds is nan; write a number above 0"),
        (
            'zh = "一杯"',
            'cn = "一杯"',
            'first_cup.title has an unknown key "cn"§title has no zh; add',
        ),
        ('zh = "标签"', 'de = "x"', 'labels.tag has an unknown key "de"§labels.tag has no zh; add'),
        (
            '{ en = "Tea time", zh = "茶歇" }',
            '"Tea"',
            'title is \'Tea\'; write { en = "…", zh = "…"',
        ),
        ('title = { en = "Tea', 'name = { en = "Tea', "no title; add title = {"),
        ('"Tea time"', '"{n} cups"', "title.en has {n}, which is never filled; say it in words"),
        ("[labels]\ntag =", "labels = 1\n[tag]\nx =", "labels is no table; write [labels]"),
        ('title = { en = "Tea', 'more = 1\ntitle = { en = "Tea', "more is no table; a beat is one"),
        ('"First {bottle}."', "7", "first_cup.en, line 1 is 7; write a text in quotes"),
        ("{bottle}.", "{bottle.", "first_cup.en, line 1: expected '}' before end of string in"),
        (
            "{total}。",
            "total}。",
            "first_cup.zh, line 2: single '}' encountered in format string in",
        ),
        ("{total}.", "{total:.2f}.", 'first_cup.en, line 2: {total:.2f}: the format ".2f" is none'),
        ("{total}.", "{total!r}.", "first_cup.en, line 2: {total!r}: leave !r out"),
        ("{total}.", "{}.", 'first_cup.en, line 2: {}: "" is no name of a placeholder; write {{'),
        ("{total}.", "{total.real}.", 'line 2: {total.real}: "total.real" is no name'),
        ("Wait.", "{Wait", "first_cup.notes.en: expected '}' before end of string"),
    ],
)
def test_every_fault_is_said_when_the_file_is_read(tmp_path, before, after, said):
    assert load(tmp_path, SAID).beat("first_cup").seconds == 3
    assert before in SAID
    with pytest.raises(ScriptError) as told:
        load(tmp_path, SAID.replace(before, after, 1))
    lines = str(told.value).splitlines()
    assert all(line.startswith(f"{tmp_path}/tea_time.toml: ") for line in lines)
    assert all(part in str(told.value) for part in said.split("§")), told.value


def test_a_placeholder_is_filled_or_the_known_ones_are_named(tmp_path):
    """File, beat, language, line; what was meant; what there is."""
    good, wrong = load(tmp_path, SAID), SAID.replace("{total}。", "{totl}。")
    lines = good.filled("first_cup", VALUES, "en").lines
    assert lines[1] == {"en": "It comes to 17.", "zh": "共17。"}
    with pytest.raises(ScriptError) as told:
        load(tmp_path, wrong).filled("first_cup", VALUES, "en")
    assert str(told.value) == (
        f"{tmp_path}/tea_time.toml: first_cup.zh, line 2: unknown placeholder {{totl}}; did you "
        "mean {total}? Known here: {bottle}, {total}"
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [(Fraction(1, 2), "Fraction(1, 2) and no text"), ({"en": "x"}, "None and no text")],
)
def test_a_value_that_is_no_text_is_named_with_the_way_to_make_one(tmp_path, value, said):
    with pytest.raises(ScriptError) as told:
        load(tmp_path, SAID).filled("first_cup", {**VALUES, "total": value}, "en")
    assert f"line 2: what {{total}} stands for is {said}; let the scene make" in str(told.value)


def test_a_line_that_is_too_long_once_it_is_filled_has_its_place(tmp_path):
    script = load(tmp_path, SAID)
    with pytest.raises(ScriptError) as told:
        script.filled("first_cup", {**VALUES, "total": "17 " * 40}, "en")
    assert str(told.value).startswith(f"{script.path}: first_cup.en, line 2: the caption")
    assert script.filled("first_cup", {**VALUES, "total": {"en": "17", "zh": "多" * 40}}, "en")


def test_a_label_has_its_place(tmp_path):
    script = load(tmp_path, SAID.replace("a tag", "a {tg}"))
    with pytest.raises(ScriptError, match=r"labels\.tag\.en: unknown placeholder \{tg\}\. Known"):
        script.label("tag", "en", {"bottle": "x"})


def filled_by_hand(template):
    """Fill without the formatter: a doubled brace is one, a name in braces is its value."""
    words = {"a": "one", "ab": "{two}", "A": "One", "Ab": "{two}"}
    pattern = re.compile(r"\{\{|\}\}|\{(\w+)\}")
    return pattern.sub(lambda found: words[found[1]] if found[1] else found[0][0], template)


@given(st.text("{}aAb !:.[]0r", max_size=12) | st.sampled_from(["{a}{ab}", "{{{A}}}", "{Ab}{{}}"]))
def test_any_text_is_filled_or_refused_in_words(template):
    try:
        filled = fill({"zh": template}, {"a": "one", "ab": "{two}"})["zh"]
    except TemplateError as error:
        filled, refusal = None, error
    if filled is None:
        assert refusal.language == "zh"
        assert list(faults(template)) or "unknown placeholder {" in str(refusal)
    else:
        assert not list(faults(template))
        assert ":" in template or filled == filled_by_hand(template)


texts = st.fixed_dictionaries({"en": st.text("ab{}"), "zh": st.text("行{}")}) | plain_data
beats = st.fixed_dictionaries(
    {"en": st.lists(st.text("a{}"), max_size=2), "zh": st.text("行") | plain_data},
    optional={"title": texts, "seconds": plain_data, "other": plain_data},
)


@given(st.dictionaries(st.sampled_from(["title", "labels", "one", "a/b", "é"]), texts | beats))
def test_any_table_is_a_script_or_refused_in_words(table):
    try:
        script = Script.of_table(Path("tea.toml"), table)
    except ScriptError as error:
        script, refusal = None, str(error)
    if script is None:
        assert all(line.startswith("tea.toml: ") for line in refusal.splitlines())
    else:
        assert script.title.keys() == {"en", "zh"}
        assert all(each.keys() == {"en", "zh"} for b in script.beats.values() for each in b.lines)


@pytest.mark.parametrize(
    ("command", "before", "after", "fault"),
    [
        (["still", "blank/the_recipes"], "{total}.", "{totl}.", "en, line 2: unknown placeholder"),
        (["blank", "--jobs", "1"], "{total}.", "{totl}.", "en, line 2: unknown placeholder {totl}"),
        (["blank", "--jobs", "1"], "第一种得到", "多" * 40, "zh: the caption"),
    ],
)
def test_whoever_renders_is_told_the_place_before_anything_is_drawn(
    tmp_path, monkeypatch, capsys, command, before, after, fault
):
    """In the language that is not in the picture too."""
    said = Blank.script_path().read_text(encoding="utf-8").replace(before, after)
    path = tmp_path / "blank.toml"
    path.write_text(said, encoding="utf-8")
    monkeypatch.setattr(Blank, "script_path", classmethod(lambda cls: path))
    monkeypatch.setattr(options, "CACHE", tmp_path / "cache")
    monkeypatch.chdir(tmp_path)
    status = main([*command, "--quality", "l"])
    told = capsys.readouterr().err
    assert status == 2
    assert f"{path}: the_recipes.{fault}" in told
    assert fault.startswith("zh") or "{mixture}" in told, "the known ones are named"
    assert not list(tmp_path.rglob("*.mp4"))
