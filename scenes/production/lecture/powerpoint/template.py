"""An empty deck in the look of the film: 16:9, its ground, its colours, one layout for a clip."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Emu

from scenes.kit.ground.theme import Theme

WIDTH, HEIGHT = Emu(12192000), Emu(6858000)  # 13⅓ × 7½ inches, what PowerPoint calls 16:9
LAYOUT = "Title Only"
TITLE_HEIGHT = Emu(914400)
DARK = "night"


def empty_deck(theme: Theme) -> Any:
    """Return a presentation without slides whose only layout is that of a clip."""
    presentation = Presentation()
    _widen(presentation)
    _keep_one_layout(presentation)
    _colour(presentation.slide_master, theme)
    _leave_out_what_is_not_ours(presentation)
    return presentation


def _widen(presentation: Any) -> None:
    """Make it 16:9; what the master places moves along, in the notes too."""
    stretch = WIDTH / presentation.slide_width
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    del presentation.part._element.find(qn("p:sldSz")).attrib["type"]  # it says 4:3
    for shape in presentation.slide_master.placeholders:
        shape.left, shape.width = (
            Emu(round(shape.left * stretch)),
            Emu(round(shape.width * stretch)),
        )
    _widen_notes(presentation)


def _widen_notes(presentation: Any) -> None:
    """Make the picture above the notes 16:9, and name the master of notes as PowerPoint does."""
    master = presentation.notes_master
    kinds = {each.placeholder_format.type: each for each in master.placeholders}
    picture = kinds[PP_PLACEHOLDER.SLIDE_IMAGE]
    middle, width = picture.left + picture.width // 2, picture.height * WIDTH // HEIGHT
    picture.left, picture.width = Emu(middle - width // 2), Emu(width)
    number = presentation.part.relate_to(master.part, RT.NOTES_MASTER)
    listed = etree.Element(qn("p:notesMasterIdLst"))
    etree.SubElement(listed, qn("p:notesMasterId")).set(qn("r:id"), number)
    presentation.part._element.find(qn("p:sldMasterIdLst")).addnext(listed)


def _keep_one_layout(presentation: Any) -> None:
    """Keep the layout of a clip: its title stands above the slide, for menus and screen readers."""
    for layout in list(presentation.slide_layouts):
        if layout.name != LAYOUT:
            presentation.slide_layouts.remove(layout)
    (layout,) = presentation.slide_layouts
    for shape in list(layout.placeholders):
        if shape.placeholder_format.idx == 0:
            shape.left, shape.top = Emu(0), Emu(-round(1.2 * TITLE_HEIGHT))
            shape.width, shape.height = WIDTH, TITLE_HEIGHT
        else:
            shape._element.getparent().remove(shape._element)


def _colour(master: Any, theme: Theme) -> None:
    """Give the deck the colours of the film, so that what an author adds fits in."""
    dark = theme.name == DARK
    colours = {
        "dk1": theme.background if dark else theme.ink,
        "lt1": theme.ink if dark else theme.background,
        "dk2": theme.panel if dark else theme.muted,
        "lt2": theme.muted if dark else theme.panel,
        "accent1": theme.focus,
        **{f"accent{slot + 1}": theme.hue(slot).text for slot in range(1, 5)},
        "accent6": theme.wood,
        "hlink": theme.focus,
        "folHlink": theme.muted,
    }
    part = master.part.part_related_by(RT.THEME)
    table = etree.fromstring(part.blob)
    for name, colour in colours.items():
        (slot,) = table.iter(qn(f"a:{name}"))
        slot[:] = [etree.Element(qn("a:srgbClr"), val=colour.removeprefix("#"))]
    part._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)
    mapping = master._element.find(qn("p:clrMap"))
    ground, ink = ("dk", "lt") if dark else ("lt", "dk")
    for number in "12":
        mapping.set(f"bg{number}", ground + number)
        mapping.set(f"tx{number}", ink + number)


def _leave_out_what_is_not_ours(presentation: Any) -> None:
    """Drop what python-pptx's own template brings: a picture of it, a printer, its statistics."""
    foreign = (RT.THUMBNAIL, RT.PRINTER_SETTINGS, RT.EXTENDED_PROPERTIES)
    for owner in (presentation.part.package, presentation.part):
        for number, relation in list(owner._rels.items()):
            if relation.reltype in foreign:
                owner._rels.pop(number)
