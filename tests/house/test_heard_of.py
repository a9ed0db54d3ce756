"""Each kind of record that leaves events has somebody who hears of it, or is silent on purpose."""

import re

from backend import rooms
from backend.foundation.records import circle_of, kinds
from tests.house.tree import ours, text

# Written by one person at a desk and read later: no page waits for them (docs/architecture.md, Live).
SILENT = {
    "alarm_contact", "calendar", "delegation", "duty", "duty_post", "export", "matter", "matter_list", "matter_proposal",
    "place", "township", "unit",
}  # fmt: skip
NOTED = re.compile(r'record=\("(\w+)"')


def test_every_kind_of_record_is_heard_of_or_known_to_be_silent() -> None:
    assert rooms.ROUTES  # the rooms have registered their kinds
    noted = {kind for path in ours(".py") if path.parts[0] == "backend" for kind in NOTED.findall(text(path))}
    assert noted > SILENT
    assert {kind for kind in noted | kinds() if circle_of(kind) is None} == SILENT
