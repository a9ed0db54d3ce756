"""Where help is wanted, in words whoever drives there knows: the address somebody wrote, or what place it is near. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from backend.field.assists.rules.positions import Corner
from backend.field.assists.rules.way import way
from backend.foundation.distance import along_sphere
from backend.foundation.web.words import zh_distance

KNOWN_M: Final = 1500  # farther off, the name of a place leads astray
BESIDE_M: Final = 50
UNPLACED: Final = "没有定位"


def scene_words(address: str, spot: Corner | None, places: Iterable[Mapping[str, Any]]) -> str:
    """农贸市场北门, 河滩料场附近, 河滩料场西南方向210米; empty where nothing is near that has a name."""
    if address or spot is None:
        return address or UNPLACED
    near = [(along_sphere(_corner(place), spot), place["name"], place) for place in places]
    far, name, place = min(near, key=lambda each: each[:2], default=(KNOWN_M + 1, "", {}))
    if far > KNOWN_M:
        return ""
    if far <= max(BESIDE_M, place["radius_m"] or 0):
        return f"{name}附近"
    return f"{name}{way(_corner(place), spot).words}{zh_distance(far)}"


def _corner(place: Mapping[str, Any]) -> Corner:
    return place["lat"], place["lon"]
