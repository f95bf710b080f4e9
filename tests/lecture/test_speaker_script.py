"""``script.en.md`` and ``script.zh-CN.md``: what to say, when, into which file."""

from __future__ import annotations

from scenes.production.lecture import speaker_script


def test_a_script_in_each_language_with_times_and_names_of_recordings(lecture, tmp_path):
    written = speaker_script.write(lecture, tmp_path)
    assert [path.name for path in written] == ["script.en.md", "script.zh-CN.md"]
    english, chinese = (path.read_text(encoding="utf-8") for path in written)
    assert "## row\\_by\\_column \\& co (0:02.4, 2 beats)" in english
    assert "### 2. row\\_by\\_column \\& co, 0:01.2–0:02.4 (1.2 s)" in english
    assert "### 2. 红与点，0:01.2–0:02.4（1.2 秒）" in chinese
    for text in (english, chinese):
        names = ["row_by_column/beat_1.wav", "row_by_column/beat_2.wav", "convolution/beat_1.wav"]
        places = [text.index(f"`{name}`") for name in names]
        assert places == sorted(places)


def test_what_is_said_and_added_stands_as_it_is(lecture, tmp_path):
    english, chinese = speaker_script.write(lecture, tmp_path)
    text = english.read_text(encoding="utf-8")
    assert (
        text.count("> A \\<b\\> \\& \"c\" \\* d\\_e, not \\[f\\] \\$1 'g' \\`h\\` \\{i\\}.  \n")
        == 3
    )
    assert text.count("*Notes:* 1\\. Ask") == 2
    assert chinese.read_text(encoding="utf-8").count("*讲解提示*：1\\. 问") == 2
