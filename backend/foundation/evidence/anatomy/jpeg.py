"""JPEG (ITU-T T.81, annex B): segments from SOI to EOI."""

import re

from backend.foundation.evidence.anatomy.findings import Anatomy, Truncated, View, big

# In picture data 0xFF is followed by 0x00 or a restart mark; anything else begins a segment.
MARK = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])", re.DOTALL)
START, END = 0xD8, 0xD9
# Start of frame, all kinds: C0…CF without DHT, JPG and DAC.
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def walk(view: View) -> Anatomy:
    """To the end mark; the first frame's size is the picture's (a thumbnail's frame lies inside a segment)."""
    width = height = 0
    place = 2
    while found := MARK.search(view, place):
        mark, place = found[1][0], found.end()
        if mark == END and width:
            return Anatomy("image/jpeg", width, height, trailing=len(view) - place)
        if mark in {START, END}:
            continue
        if mark in FRAMES and not width:
            height, width = big(view, place + 3, 2), big(view, place + 5, 2)
        place += big(view, place, 2)
    raise Truncated
