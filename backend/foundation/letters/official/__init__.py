"""The official papers (M05, M06, M09, M13, M22, M26): numbered, frozen, rendered after commit, perhaps sealed or void.

A room hands over what is to be said (`contents`) inside its own transaction and keeps the id:

    async with transaction():
        letter = await issue(HandoffLetter(…), body=…, addressee=…, record=("handoff", id), at=at, by=person.id)
    paper = await pdf(letter.id)         # rendered if it is not there yet
    text = await docx(letter.id)

What it says is composed once, from the words of the place's mechanism and the township's own text, and then frozen:
a paper made again years later is the same paper, byte for byte.
"""

from backend.foundation.letters.official.drafts import preview
from backend.foundation.letters.official.issuing import issue
from backend.foundation.letters.official.letter import Letter
from backend.foundation.letters.official.queries import find, letters_of
from backend.foundation.letters.official.rendering import docx, pages, pdf
from backend.foundation.letters.official.sealing import Scan, attach_scan, seal
from backend.foundation.letters.official.voiding import void
from backend.foundation.letters.wording.contents import (
    AcceptanceNotice,
    CampaignReport,
    Contact,
    Content,
    ExtensionNotice,
    HandoffLetter,
    HandOverRecord,
    HazardReport,
    IncidentReport,
    Material,
    MaterialList,
    ParticipationNotice,
    ReceiptSlip,
    Reply,
    ReturnNotice,
)
from backend.foundation.letters.wording.kinds import KINDS

__all__ = [
    "KINDS",
    "AcceptanceNotice",
    "CampaignReport",
    "Contact",
    "Content",
    "ExtensionNotice",
    "HandOverRecord",
    "HandoffLetter",
    "HazardReport",
    "IncidentReport",
    "Letter",
    "Material",
    "MaterialList",
    "ParticipationNotice",
    "ReceiptSlip",
    "Reply",
    "ReturnNotice",
    "Scan",
    "attach_scan",
    "docx",
    "find",
    "issue",
    "letters_of",
    "pages",
    "pdf",
    "preview",
    "seal",
    "void",
]
