"""Invented people, places and weeks of patrols to try the product with; loaded only into an empty database."""

from backend.demo.announcement import announce
from backend.demo.loading import holds_demo, load_if_empty, profile_warning

__all__ = ["announce", "holds_demo", "load_if_empty", "profile_warning"]
