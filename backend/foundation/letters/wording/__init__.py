"""From the facts of a paper to everything it says. Pure: no database, no clock."""

from backend.foundation.letters.wording.correspondents import Correspondents
from backend.foundation.letters.wording.in_words import in_words
from backend.foundation.letters.wording.offices import Office
from backend.foundation.letters.wording.parts import Texts

__all__ = ["Correspondents", "Office", "Texts", "in_words"]
