"""What programs leave beside people's files is not seen: not listed, not run, not watched."""

import ast

from hypothesis import given
from hypothesis import strategies as st

from mathcore.listing import files_in, is_leftover
from scenes.kit.stage import choices, layers
from scenes.production.commands.file_watcher import state_of
from scenes.production.voice import naming
from tests.house import MATHCORE, ROOT, SCENES, code, each, name_of

COMPANION = bytes.fromhex("0005160700020000") + b"Mac OS X        " + bytes(range(128, 256))
LEFT = (
    *("._{}", ".#{}", ".{}.swp", "{}~", "#{}#", "{}.bak", "{}.orig", "{}.tmp", "~${}"),
    *("{}___jb_tmp___", ".DS_Store", "Thumbs.db", "THUMBS.DB", "desktop.ini", "Icon\r"),
)
OURS_ALONE = {  # folders that only this project writes to
    *("scenes/production/cache/partial_files.py", "scenes/production/delivery/videos.py"),
    *("scenes/production/delivery/name_collisions.py", "scenes/production/gate/freshness.py"),
    *("scenes/production/gate/stills.py", "scenes/production/lecture/downscale.py"),
    *("scenes/production/bench/plain.py", "scenes/production/bench/memory.py"),
}
LOOKS = {"glob", "rglob", "iterdir", "os.listdir", "os.scandir", "os.walk"}


def leave(folder, name):
    """Put beside a file, and instead of folders, all that programs leave."""
    for form in LEFT:
        (folder / form.format(name)).write_bytes(COMPANION)
    folder.joinpath("._folder").mkdir()
    folder.joinpath("._folder", name).write_bytes(COMPANION)


def test_chapters_examples_and_layers_are_those_without_companions(monkeypatch, tmp_path):
    for place, name in (("SCENES", "tea.toml"), ("SCENES", "tea.py"), ("EXAMPLES", "tea.toml")):
        folder = tmp_path / place
        folder.mkdir(exist_ok=True)
        folder.joinpath(name).touch()
        for form in LEFT:
            (folder / form.format(name)).write_bytes(COMPANION)
        monkeypatch.setattr(choices, place, folder)
    monkeypatch.setattr(layers, "LAYERS", tmp_path / "EXAMPLES")
    assert set(choices.all_chapters()) == {*choices.told(), "tea"}
    assert list(choices.examples()) == list(layers.layers()) == ["tea"]


def test_recordings_are_those_without_companions(tmp_path):
    folder = tmp_path / "row_by_column"
    folder.mkdir()
    (folder / "first_cell.wav").touch()
    leave(folder, "first_cell.wav")
    leave(tmp_path, "first_cell.wav")
    assert [each.path.name for each in naming.find(tmp_path)] == ["first_cell.wav"]
    assert not list(naming.misnamed(tmp_path))


def test_what_an_editor_leaves_wakes_nobody(tmp_path):
    (tmp_path / "tea.toml").touch()
    before = state_of([tmp_path], [])
    leave(tmp_path, "tea.toml")
    assert state_of([tmp_path], []) == before
    assert files_in(tmp_path, "**/*") == [tmp_path / "tea.toml"]


@given(
    st.text("abcdefghijkz_0123456789-ü茶 ()", min_size=1), st.sampled_from(["toml", "py", "wav"])
)
def test_a_name_that_somebody_chose_is_no_leftover(stem, ending):
    assert not is_leftover(f"{stem}.{ending}")
    assert all(is_leftover(form.format(f"{stem}.{ending}")) for form in LEFT)


@each(
    [
        *files_in(MATHCORE, "**/*.py"),
        *files_in(SCENES, "**/*.py"),
        *files_in(ROOT, "assets/**/*.py"),
    ]
)
def test_people_s_folders_are_looked_into_in_one_way(path):
    """A second way would see what `files_in` does not."""
    if name_of(path) in {"mathcore/listing.py", "scenes/production/commands/file_watcher.py"}:
        return
    called = {method(node) for node in code(path) if isinstance(node, ast.Call)}
    assert not called & LOOKS or name_of(path) in OURS_ALONE, f"looks by {called & LOOKS}"


def test_the_watcher_looks_as_the_others_do():
    (path,) = files_in(SCENES, "production/commands/file_watcher.py")
    names = {node.id for node in code(path) if isinstance(node, ast.Name)}
    assert "is_leftover" in names


def method(call):
    """Return what is called: the last part of its name, with the module if that is os."""
    name = ast.unparse(call.func)
    return name if name.startswith("os.") else name.rpartition(".")[2]
