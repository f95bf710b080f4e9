"""Whatever a scene says it says in both languages, with the same placeholders."""

import re
import string
import tomllib

from mathcore import DEFAULT_WORDS, LANGUAGES
from scenes.kit.stage.choices import all_chapters
from scenes.kit.stage.script_faults import NUMBERS
from tests.house import SCENES, each

SCRIPTS = [SCENES / f"{name}.toml" for name in all_chapters()]
# a placeholder that need not stand in both languages: the example's words follow grammar, and a
# Chinese count wants a measure word that only the example could know
GRAMMAR = re.compile("|".join([*DEFAULT_WORDS, "ingredients", "mixtures", "orders", r"\w+_count"]))


@each(SCRIPTS)
def test_everything_is_said_in_both_languages(path):
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    check_text(table.pop("title"))
    for label in table.pop("labels", {}).values():
        check_text(label)
    for wording in table.pop("wordings", {}).values():
        for case in wording.keys() - {"by"}:
            check_text(wording[case])
    for section in NUMBERS:
        table.pop(section, None)  # see mathcore.load_numbers, which asks for both languages
    assert table, "no beats"
    for beat in table.values():
        assert beat.keys() <= {*LANGUAGES, "title", "notes", "seconds"}
        for said in (beat.get("title"), beat.get("notes")):
            check_text(said or dict.fromkeys(LANGUAGES, "nothing"))
        spoken = [as_list(beat[language]) for language in LANGUAGES]
        for pair in zip(*spoken, strict=True):
            check_text(dict(zip(LANGUAGES, pair, strict=True)))


def as_list(said):
    return [said] if isinstance(said, str) else said


def check_text(text):
    """Nothing is left empty, and what one language names, the other names too."""
    assert text.keys() == set(LANGUAGES)
    assert all(said.strip() == said != "" for said in text.values())
    named = [
        {name for _, name, *_ in string.Formatter().parse(text[language]) if name}
        for language in LANGUAGES
    ]
    different = named[0] ^ named[1]
    assert all(GRAMMAR.fullmatch(name.lower()) for name in different), text
