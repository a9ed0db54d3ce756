"""What the product says no to: one catalogue of codes and words, one exception to raise them with."""

from backend.foundation.refusals.catalogue import CATALOGUE, Entry
from backend.foundation.refusals.demands import demand, needed
from backend.foundation.refusals.refusal import Refusal

__all__ = ["CATALOGUE", "Entry", "Refusal", "demand", "needed"]
