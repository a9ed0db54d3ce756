"""The mechanisms five places issued, as typed rules. Pure: no database, no clock, no framework."""

from backend.foundation.datafiles import FileRefused
from backend.foundation.mechanism.chapters import Chapter, chapters
from backend.foundation.mechanism.instrument import Clause, Document
from backend.foundation.mechanism.limits import Cadence, Limit
from backend.foundation.mechanism.loading import load_file, load_law, load_profile, profile_codes
from backend.foundation.mechanism.origins import Origin, cadence_basis, limit_basis, origin
from backend.foundation.mechanism.profile import Law, Profile
from backend.foundation.mechanism.provisions import Ladder
from backend.foundation.mechanism.rows import National, Row
from backend.foundation.mechanism.sentences import bounds_words, cadence_sentence, limit_sentence
from backend.foundation.mechanism.wording import Wording

__all__ = [
    "Cadence",
    "Chapter",
    "Clause",
    "Document",
    "FileRefused",
    "Ladder",
    "Law",
    "Limit",
    "National",
    "Origin",
    "Profile",
    "Row",
    "Wording",
    "bounds_words",
    "cadence_basis",
    "cadence_sentence",
    "chapters",
    "limit_basis",
    "limit_sentence",
    "load_file",
    "load_law",
    "load_profile",
    "origin",
    "profile_codes",
]
