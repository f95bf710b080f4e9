"""A line of print: what is seen stands in it, all else is written out or refused."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from mathcore import printable, unprinted
from mathcore.recipe_file.tables import Inspection, Table
from mathcore.recipe_file.texts import read_names

UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
ODD = "\0\t\n\r\x1b\x7f\x85\x9b\xad\u200b\u200d\u2028\u202e\u2066\ud800\ue000\ufeff\uffff"
anything = st.text(st.characters(categories=None) | st.sampled_from(ODD), max_size=12)


def test_what_is_not_seen_is_written_out():
    # e f U+202E g p j . . is read as "ef..jpg": the override turns what follows it
    assert unprinted("ef\u202egpj..\n\n") == ("\u202e", "\n")
    assert printable("ef\u202egpj..\n\n") == r"ef\u202egpj..\n\n"
    assert printable("ef\u202egpj..\n\n", keep="\n") == "ef\\u202egpj..\n\n"
    assert printable("40\u00a0% 金酒\u3000") == "40\u00a0% 金酒\u3000"


@given(anything)
def test_nothing_unseen_is_left_and_json_reads_back_what_was_meant(text):
    said = printable(text)
    assert not any(unicodedata.category(each) in UNSEEN for each in said)
    if not {'"', "\\"} & set(text):
        read = json.loads(f'"{said}"')
        assert read.encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


@given(anything)
def test_a_name_is_a_line_of_print_or_is_refused_with_what_it_has(text):
    table = Table(Inspection("x.toml"), "", {"name": {"en": f"x{text}x", "zh": "茶"}}, ("name",))
    name, faults = read_names(table, "name"), "\n".join(table.inspection.faults)
    unseen = [each for each in text if unicodedata.category(each) in UNSEEN]
    assert (name is None) == bool(unseen)
    assert name is None or name["en"] == unicodedata.normalize("NFC", f"x{text}x")
    assert all(f"U+{ord(each):04X}" in faults for each in unseen)
    assert not any(unicodedata.category(each) in UNSEEN for each in faults)
