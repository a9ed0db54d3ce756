"""Data files that tell the product a place's rules (TOML): taken whole or refused with line and reason. Pure."""

from backend.foundation.datafiles.faults import TOP, Fault, FileRefused, Place
from backend.foundation.datafiles.loading import load_bytes, load_file
from backend.foundation.datafiles.reading import KEY, OUTSIDE, read

__all__ = ["KEY", "OUTSIDE", "TOP", "Fault", "FileRefused", "Place", "load_bytes", "load_file", "read"]
