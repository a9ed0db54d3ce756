"""A patrol for other people's maps. A gap stays a gap, and nothing about parties is written."""

from backend.field.patrols.track_files.geojson import geojson
from backend.field.patrols.track_files.gpx import gpx
from backend.field.patrols.track_files.outing import Outing, Spot

__all__ = ["Outing", "Spot", "geojson", "gpx"]
