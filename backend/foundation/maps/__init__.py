"""Maps as the server draws them: pictures that a page shows at once. Pure; positions are WGS-84 as stored."""

from backend.foundation.maps.drawing import Drawing
from backend.foundation.maps.shown import Map, Way

__all__ = ["Drawing", "Map", "Way"]
