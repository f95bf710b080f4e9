"""What can be chosen, and what is said to a wrong name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scenes
from scenes.kit.ground.theme import NIGHT, THEMES
from scenes.kit.stage.choices import (
    LANGUAGES,
    SCENES,
    ChoiceError,
    all_chapters,
    chapter_class,
    chapters,
    choose,
    examples,
    find_example,
    find_language,
    find_theme,
    told,
)


def test_the_nearest_name_is_offered():
    with pytest.raises(ChoiceError) as caught:
        find_theme("papier")
    assert str(caught.value) == (
        'unknown theme "papier"; did you mean "paper"? Choose from: night, paper'
    )


def test_without_a_near_name_the_valid_ones_are_given():
    with pytest.raises(ChoiceError) as told:
        find_language("klingon")
    assert str(told.value) == 'unknown language "klingon". Choose from: en, zh'


@given(st.text(min_size=1, max_size=12), st.lists(st.text("abc", min_size=1), min_size=1))
def test_a_choice_is_valid_or_answered_with_all_that_are(name, valid):
    if name in valid:
        assert choose("thing", name, valid) == name
        return
    with pytest.raises(ChoiceError) as told:
        choose("thing", name, valid)
    assert f'unknown thing "{name}"' in str(told.value)
    assert str(told.value).endswith(", ".join(valid))


def test_chapters_are_found_by_their_names():
    assert chapters() == scenes.FILM
    assert told() == (*scenes.FILM, *scenes.EPISODES)
    assert set(scenes.EPISODES).isdisjoint(scenes.FILM)
    assert all_chapters()[: len(told())] == told()
    assert chapter_class("row_by_column").__name__ == "RowByColumn"
    with pytest.raises(ChoiceError, match='did you mean "row_by_column"'):
        chapter_class("row_by_colum")


def test_every_example_file_is_a_choice():
    assert "cocktails" in examples()
    for name, path in examples().items():
        assert find_example(name) == path
        assert find_example(str(path)) == path, "or is given as a path"


def test_themes_and_languages():
    assert find_theme("night") is NIGHT
    assert [find_theme(name).name for name in THEMES] == list(THEMES)
    assert [find_language(language) for language in LANGUAGES] == ["en", "zh"]
    assert SCENES.name == "scenes"
