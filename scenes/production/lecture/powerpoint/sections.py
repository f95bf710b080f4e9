"""Sections: PowerPoint groups the slides of a chapter under its title."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"  # the extension, as Microsoft numbers it
NAMESPACE = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def add_sections(presentation: Any, sections: Iterable[tuple[str, Iterable[int]]]) -> None:
    """Write the sections into a presentation: each a title, and the numbers of its slides."""
    listed = etree.Element(f"{{{NAMESPACE}}}sectionLst", nsmap={"p14": NAMESPACE})
    for place, (title, slides) in enumerate(sections):
        section = etree.SubElement(listed, f"{{{NAMESPACE}}}section")
        section.set("name", title)
        section.set("id", _number(f"{place} {title}"))
        members = etree.SubElement(section, f"{{{NAMESPACE}}}sldIdLst")
        for slide in slides:
            etree.SubElement(members, f"{{{NAMESPACE}}}sldId").set("id", str(slide))
    _extend(presentation.part._element, listed)


def _extend(element: Any, content: etree._Element) -> None:
    """Put an extension into a presentation; its list of extensions is the last of its parts."""
    extensions = element.find(qn("p:extLst"))
    if extensions is None:
        extensions = etree.SubElement(element, qn("p:extLst"))
    extension = etree.SubElement(extensions, qn("p:ext"))
    extension.set("uri", SECTIONS)
    extension.append(content)


def _number(name: str) -> str:
    """Return a number for a section that is the same every time."""
    return f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, name)).upper()}}}"
