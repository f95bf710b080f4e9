"""When the video of a slide plays, as PowerPoint writes it down.

A slide carries a tree of time nodes.  The main sequence is what the presenter steps through: a step
that waits for a click, or begins with the slide.  The second sequence listens to the video alone: a
click on it pauses, another goes on.  Keynote and LibreOffice read the same tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from lxml import etree
from pptx.oxml.ns import nsdecls, qn

from scenes.production.lecture.contents import AT_ONCE


def set_timing(slide: Any, shape: int, milliseconds: int, start: str) -> None:
    """Say when the video of a slide plays, in the place of what python-pptx said."""
    tree = slide._element
    for before in tree.findall(qn("p:timing")):
        tree.remove(before)
    tree.append(_timing(shape, milliseconds, start))


def _timing(shape: int, milliseconds: int, start: str) -> etree._Element:
    ids = count(1)
    text = f"""
    <p:timing {nsdecls("p")}><p:tnLst><p:par>
      <p:cTn id="{next(ids)}" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>
        {_steps(ids, shape, milliseconds, start)}
        {_video(ids, shape)}
        {_pausing(ids, shape)}
      </p:childTnLst></p:cTn>
    </p:par></p:tnLst></p:timing>"""
    return etree.fromstring(text, etree.XMLParser(remove_blank_text=True))


def _steps(ids: Iterator[int], shape: int, milliseconds: int, start: str) -> str:
    """Return the presenter's sequence: its one step is that the video plays."""
    sequence = next(ids)
    waits = '<p:cond delay="indefinite"/>'
    begins = f'<p:cond evt="onBegin" delay="0"><p:tn val="{sequence}"/></p:cond>'
    conditions, kind = (
        (waits + begins, "afterEffect") if start == AT_ONCE else (waits, "clickEffect")
    )
    step = _effect(ids, shape, conditions, f'presetID="1" nodeType="{kind}"')
    call = _call(ids, shape, "playFrom(0.0)", str(milliseconds))
    return f"""
    <p:seq concurrent="1" nextAc="seek">
      <p:cTn id="{sequence}" dur="indefinite" nodeType="mainSeq"><p:childTnLst>
        {step.replace("CALL", call)}
      </p:childTnLst></p:cTn>
      <p:prevCondLst>{_event("onPrev", "<p:sldTgt/>")}</p:prevCondLst>
      <p:nextCondLst>{_event("onNext", "<p:sldTgt/>")}</p:nextCondLst>
    </p:seq>"""


def _video(ids: Iterator[int], shape: int) -> str:
    """Return the node that owns the video: PowerPoint shows its controls because of it."""
    return f"""
    <p:video><p:cMediaNode vol="80000">
      <p:cTn id="{next(ids)}" fill="hold" display="0">
        <p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>
      </p:cTn>
      <p:tgtEl>{_target(shape)}</p:tgtEl>
    </p:cMediaNode></p:video>"""


def _pausing(ids: Iterator[int], shape: int) -> str:
    """Return the sequence of the video itself: a click pauses, another goes on."""
    clicked = _event("onClick", _target(shape))
    sequence = next(ids)
    step = _effect(ids, shape, '<p:cond delay="0"/>', 'presetID="2" nodeType="clickEffect"')
    call = _call(ids, shape, "togglePause", "1")
    return f"""
    <p:seq concurrent="1" nextAc="seek">
      <p:cTn id="{sequence}" restart="whenNotActive" fill="hold" evtFilter="cancelBubble"
             nodeType="interactiveSeq">
        <p:stCondLst>{clicked}</p:stCondLst>
        <p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync>
        <p:childTnLst>{step.replace("CALL", call)}</p:childTnLst>
      </p:cTn>
      <p:nextCondLst>{clicked}</p:nextCondLst>
    </p:seq>"""


def _effect(ids: Iterator[int], shape: int, conditions: str, kind: str) -> str:
    """Return a step: PowerPoint wants three nodes around what is to happen."""
    at_once = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
    return f"""
    <p:par><p:cTn id="{next(ids)}" fill="hold">
      <p:stCondLst>{conditions}</p:stCondLst><p:childTnLst>
      <p:par><p:cTn id="{next(ids)}" fill="hold">{at_once}<p:childTnLst>
        <p:par><p:cTn id="{next(ids)}" presetClass="mediacall" presetSubtype="0" fill="hold" {kind}>
          {at_once}<p:childTnLst>CALL</p:childTnLst>
        </p:cTn></p:par>
      </p:childTnLst></p:cTn></p:par>
    </p:childTnLst></p:cTn></p:par>"""


def _call(ids: Iterator[int], shape: int, command: str, milliseconds: str) -> str:
    return f"""
    <p:cmd type="call" cmd="{command}"><p:cBhvr>
      <p:cTn id="{next(ids)}" dur="{milliseconds}" fill="hold"/>
      <p:tgtEl>{_target(shape)}</p:tgtEl>
    </p:cBhvr></p:cmd>"""


def _event(name: str, target: str) -> str:
    return f'<p:cond evt="{name}" delay="0"><p:tgtEl>{target}</p:tgtEl></p:cond>'


def _target(shape: int) -> str:
    return f'<p:spTgt spid="{shape}"/>'
