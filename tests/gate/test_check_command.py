"""``./render.sh check``: what is asked, what is answered, the stills, the receipts."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

import scenes
from scenes.__main__ import main
from scenes.kit.stage import choices
from scenes.production.commands import check, options
from scenes.production.gate import examining, judging, report
from scenes.production.gate.finding import Finding
from scenes.production.gate.runner import judge_all
from scenes.production.gate.verdict import Figures, Task, Verdict
from scenes.production.planning.settings import Settings
from tests.gate.bad_chapter import BadChapter
from tests.gate.each_rule import ELSEWHERE, EXPECTED, PIXELS, PLACELESS


def test_each_rule_has_a_scene_that_it_alone_catches() -> None:
    """One beat a rule, one rule a beat: that no other one catches it, the next test shows."""
    beats, rules = zip(*EXPECTED, strict=True)
    assert len(set(beats)) == len(set(rules)) == len(EXPECTED)
    assert {*rules, *ELSEWHERE} == set(judging._rules())
    for name, test in (each.split("::") for each in ELSEWHERE.values()):
        assert f"def {test}(" in Path(__file__).with_name(name).read_text(encoding="utf-8")


class ToldChapter(BadChapter):
    """Nothing but a word for long enough, and one thing that is let pass."""

    exemptions = (("readable_size", "Ten pixels", "it is small on purpose"),)

    def construct(self) -> None:
        for name in ("overlap", "in_a_hurry", "grey_on_grey", "blinking"):
            self.hurried = name == "in_a_hurry"
            self.beat(name)


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in an empty folder, where the bad chapter is one to choose."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(options, "CACHE", tmp_path / "cache")
    for name in ("SCENE_EXAMPLE", "SCENE_LANG", "SCENE_THEME", "SCENE_CAPTIONS"):
        monkeypatch.delenv(name, raising=False)
    known = (*choices.all_chapters(), "bad_chapter")
    monkeypatch.setattr(choices, "all_chapters", lambda: known)
    monkeypatch.setattr(examining, "chapter_class", lambda name: BadChapter)


@pytest.fixture
def checked(capsys: pytest.CaptureFixture[str]):
    """Call the gate in this process: its exit status, what it prints, what it complains of."""

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(["check", "--jobs", "1", *arguments])
        return status, *capsys.readouterr()

    return call


def test_the_bad_chapter_has_exactly_the_expected_rows(checked, tmp_path: Path) -> None:
    status, told, _ = checked("bad_chapter", "--json")
    table = json.loads(told)  # nothing else is on standard output
    assert status == 1
    assert {(row["beat"], row["rule"]) for row in table["rows"]} == EXPECTED
    for row in table["rows"]:
        assert (row["chapter"], row["example"]) == ("bad_chapter", "cocktails")
        assert (row["language"], row["theme"]) == ("en", "night")
        assert row["what"]
        assert row["fix"]
        assert (row["still"] is None) == (row["box"] is None) == (row["rule"] in PLACELESS)
        if row["still"]:
            assert row["still"].isascii()
            assert (tmp_path / row["still"]).stat().st_size > 1000
    by_rule = {row["rule"]: row for row in table["rows"]}
    assert by_rule["numeral_is_true"]["what"] == "0.3 is shown as share[0, 0], which is 0.2"
    assert "25.0 characters a second" in by_rule["caption_pace"]["what"]
    assert table["figures"]["performances"] == 1
    assert table["figures"].pop("delivered") == 0, "nothing was"
    assert min(table["figures"].values()) > 0
    assert table["exemptions"] == []


def test_the_table_says_rule_place_and_remedy(checked, tmp_path: Path) -> None:
    (tmp_path / "out" / "check" / "cocktails" / "en-paper" / "bad_chapter").mkdir(parents=True)
    stale = tmp_path / "out/check/cocktails/en-paper/bad_chapter/01-old.png"
    stale.touch()
    status, told, said = checked(
        *("bad_chapter", "--no-pixels", "--lang", "en,en", "--theme", "paper")
    )
    assert (status, said) == (1, "")
    for beat, rule in EXPECTED:
        assert (rule in told) is (rule not in PIXELS)
        assert (beat in told) is (rule not in PIXELS)
    assert "cocktails en paper" in told
    assert "→ show the trace's own entry" in told
    count = len(EXPECTED) - len(PIXELS) + 2  # what has changed places is seen from three sides
    assert told.splitlines()[-1].endswith(f" {count} shortfalls.")
    assert not stale.exists()


def test_what_is_right_passes_and_exemptions_are_told(checked, monkeypatch) -> None:
    monkeypatch.setattr(examining, "chapter_class", lambda name: ToldChapter)
    monkeypatch.setattr(
        judging, "all_rules", lambda pixels=False: {} if pixels else {"passes": PASSES}
    )
    status, told, _ = checked("bad_chapter", "--no-pixels")
    assert status == 0
    assert '"Ten pixels" is exempt from readable_size: it is small on purpose' in told
    assert told.splitlines()[-1].endswith("1 exemption. Nothing falls short.")


PASSES = SimpleNamespace(check=lambda performance: (), FIX="")
FAILS = SimpleNamespace(check=lambda performance: {}["no such beat"], FIX="")


def test_a_rule_that_fails_is_told_to_be_a_bug(checked, monkeypatch) -> None:
    monkeypatch.setattr(judging, "all_rules", lambda: {"odd_rule": FAILS, "passes": PASSES})
    status, told, said = checked("bad_chapter", "--no-pixels", "--json")
    assert status == 1
    (row,) = json.loads(told)["rows"]
    assert row["rule"] == "odd_rule"
    assert row["what"].startswith("a bug in the rule itself: KeyError: 'no such beat'")
    assert "Traceback" not in told + said


def test_a_chapter_that_cannot_be_played_falls_short(checked, monkeypatch) -> None:
    monkeypatch.setattr(BadChapter, "construct", lambda self: self.beat("no_such_beat"))
    status, told, _ = checked("bad_chapter", "--json")
    assert status == 1
    (row,) = json.loads(told)["rows"]
    assert row["rule"] == "can_be_played"
    assert 'no table [no_such_beat] for the beat "no_such_beat"' in row["what"]


@pytest.fixture
def asked(monkeypatch):
    """Note the tasks instead of doing them."""
    noted: list[Task] = []

    def judge(work, jobs, report):
        noted.extend(work)
        return iter(())

    monkeypatch.setattr(check, "judge_all", judge)
    return noted


def test_the_default_is_what_would_be_rendered(checked, asked) -> None:
    assert checked()[0] == 0
    assert [task.chapter for task in asked] == [*scenes.FILM, *scenes.EPISODES]
    assert {task.look for task in asked} == {"cocktails en night"}
    assert all(task.pixels for task in asked)


def test_several_values_and_all(checked, asked, monkeypatch) -> None:
    monkeypatch.setenv("SCENE_THEME", "paper")
    checked("--example", "all", "--lang", "zh,en", "--lang", "zh", "blank", "--no-pixels")
    looks = [f"{name} {lang} paper" for name in choices.examples() for lang in ("zh", "en")]
    assert [task.look for task in asked] == looks
    assert {(task.chapter, task.pixels) for task in asked} == {("blank", False)}


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["row_by_colum"], '"row_by_column"'),
        (["--example", "cocktails,coktails"], '"cocktails"'),
        (["--example", "missing.toml"], "missing.toml"),
        (["--lang", "cn"], "en, zh"),
        (["--theme", "papr"], '"paper"'),
        (["--jobs", "0"], "--jobs"),
        (["--quality", "l"], "--quality"),
    ],
)
def test_a_users_mistake_is_answered_in_words(checked, asked, arguments, word) -> None:
    status, told, said = checked(*arguments)
    assert (status, told) == (2, "")
    assert word in said
    assert "Traceback" not in said
    assert not asked


def test_what_several_looks_have_in_common_stands_once() -> None:
    looks = [Settings(Path("tea.toml"), language) for language in choices.LANGUAGES]
    row = judging.Row("beat_lengths", "blank", Finding("the_picture", 0.0, "too short"), "wait")
    verdicts = [Verdict(Task(look, "blank"), (row,), (None,), seconds=9.0) for look in looks]
    (found,) = report.shortfalls(verdicts)
    assert found.looks == ("tea en night", "tea zh night")
    assert len(report.document(verdicts)["rows"]) == 2
    assert report.figures(verdicts) == Figures()


@pytest.mark.parametrize(("seconds", "rules"), [(45.0, []), (10.0, ["film_length"])])
def test_the_whole_film_is_judged_when_all_of_it_is_there(monkeypatch, seconds, rules) -> None:
    def examine(task, report):
        return Verdict(task, seconds=seconds)

    monkeypatch.setattr(examining, "examine", examine)
    work = [Task(Settings(Path("tea.toml")), name) for name in scenes.FILM]
    *_, last = judge_all(work, 1, print)
    assert [row.rule for row in last.rows] == rules
    assert all(not verdict.rows for verdict in judge_all(work[:1], 1, print))


def test_receipts_say_where_every_numeral_comes_from(checked, tmp_path: Path) -> None:
    checked("bad_chapter", "--no-pixels", "--json")
    table = json.loads((tmp_path / "out/cocktails/en/receipts.json").read_text("utf-8"))
    (chapter,) = table["chapters"]
    (last,) = (each for each in chapter["beats"] if each["beat"] == "wrong_digit")
    assert chapter["chapter"] == "bad_chapter"
    (receipt,) = last["first_shown"]
    assert last["start"] < receipt.pop("seconds") < last["end"]
    assert receipt == {
        "shown": "0.3",
        "printed": "as it is",
        "value": "3/10",
        "decimal": 0.3,
        "claim": "share[0, 0]",
        "formula": "cocktails.toml: share[0, 0]",
    }


def test_rendering_writes_receipts_beside_the_film(tmp_path: Path, capsys) -> None:
    status = main(["blank", "--quality", "l", "--fps", "4", "--jobs", "1"])
    assert status == 0, capsys.readouterr().err
    folder = tmp_path / "out" / "cocktails" / "en-480p4"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    (chapter,) = json.loads((folder / manifest["receipts"]).read_text("utf-8"))["chapters"]
    shown = {each["claim"]: each for each in chapter["beats"][0]["at_the_end"]}
    assert shown["share[0, 0]"]["value"] == "1/5"
    assert shown["share[0, 0]"]["shown"] == "0.2"
