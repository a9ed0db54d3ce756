"""The live end of a track: from where the server's ends, and never over a gap."""

from typing import Any

from playwright.async_api import Page

LIVE = """async ([fixes, gapMs]) => {
  const { LiveTrack } = await import("/js/map/live.js");
  const track = new LiveTrack(gapMs, fixes.map((time) => ({ time })));
  const times = (lists) => lists.map((list) => list.map((fix) => fix.time));
  return { stretches: times(track.stretches), gaps: times(track.gaps) };
}"""
END = "async ([features, device]) => (await import('/js/map/live.js')).endOf(features, device)"


def stretch(device: str, *times: str, point: bool = False) -> dict[str, Any]:
    places = [[102 + number, 24] for number in range(len(times))]
    geometry = (
        {"type": "Point", "coordinates": places[0]}
        if point
        else {"type": "LineString", "coordinates": places}
    )
    return {"geometry": geometry, "properties": {"kind": "track", "device": device, "times": list(times)}}


async def test_two_minutes_are_joined_and_more_is_a_gap(workbench: Page) -> None:
    found = await workbench.evaluate(LIVE, [[0, 120_000, 240_001, 240_002], 120_000])
    assert found == {"stretches": [[0, 120_000], [240_001, 240_002]], "gaps": [[120_000, 240_001]]}


async def test_what_is_known_already_changes_nothing(workbench: Page) -> None:
    found = await workbench.evaluate(LIVE, [[5, 5, 4, 6], 10])
    assert found == {"stretches": [[5, 6]], "gaps": []}


async def test_it_goes_on_from_the_last_fix_of_this_phone(workbench: Page) -> None:
    mine = stretch("mine", "2026-11-20T09:00:00+08:00", "2026-11-20T09:01:00+08:00")
    alone = stretch("mine", "2026-11-20T09:20:00+08:00", point=True)
    other = stretch("other", "2026-11-20T10:00:00+08:00", "2026-11-20T10:01:00+08:00")
    gap = {"geometry": None, "properties": {"kind": "gap", "device": "mine"}}
    found = await workbench.evaluate(END, [[mine, gap, other], "mine"])
    assert found == [{"lat": 24, "lon": 103, "time": 1_795_136_460_000}]
    found = await workbench.evaluate(END, [[mine, gap, alone, other], "mine"])
    assert found == [{"lat": 24, "lon": 102, "time": 1_795_137_600_000}]
    assert await workbench.evaluate(END, [[other], "mine"]) == []
