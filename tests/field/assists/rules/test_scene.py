"""Where a call is, in words: the address that was written, else the key place it is near, else that nobody knows."""

from typing import Any

import pytest

from backend.field.assists.rules.scene import scene_words

YARD: dict[str, Any] = {"name": "河滩料场", "lat": 24.17, "lon": 102.4, "radius_m": 80}
FAR: dict[str, Any] = {"name": "青石桥", "lat": 24.2, "lon": 102.4, "radius_m": None}
METRE = 1 / 111_195


@pytest.mark.parametrize(
    ("address", "north_m", "words"),
    [
        ("农贸市场北门", 0, "农贸市场北门"),
        ("", 0, "河滩料场附近"),
        ("", 79, "河滩料场附近"),
        ("", 300, "河滩料场正北方向300米"),
        ("", 1499, "河滩料场正北方向1.5公里"),
        ("", 1600, ""),
    ],
)
def test_the_nearest_name_leads_there(address: str, north_m: float, words: str) -> None:
    assert scene_words(address, (24.17 + north_m * METRE, 102.4), [FAR, YARD]) == words


def test_where_no_position_is_known_it_says_so() -> None:
    assert scene_words("", None, [YARD]) == "没有定位"


def test_a_township_without_key_places_names_none() -> None:
    assert scene_words("", (24.17, 102.4), []) == ""
