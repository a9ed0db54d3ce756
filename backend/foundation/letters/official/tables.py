"""Official papers and a township's own text parts for them."""

from typing import Any

from piccolo.columns import JSON, UUID, BigInt, Boolean, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from backend.foundation.people.tables import Township, Unit


class LetterRow(Table, tablename="letters"):
    """One paper. `paper` is what it says, frozen (papers.paper.Paper as JSON); `sha256` that of its PDF once rendered.

    `accompanies` is the letter whose number it carries; all others have numbers unique to their body. `enclosures`:
    [{kind, sha256}] of what goes with it. The scan of the sealed copy, where there is one, is the document that counts.
    """

    id = UUID(primary_key=True, default=None)
    kind = Varchar(30)
    body = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    body_name = Varchar(60)
    addressee = ForeignKey(Unit, null=False, on_delete=OnDelete.restrict)
    addressee_name = Varchar(60)
    chain = UUID(default=None)
    record_kind = Varchar(30)
    record_id = UUID(default=None)
    accompanies: ForeignKey[Any] = ForeignKey("self", null=True, default=None, on_delete=OnDelete.restrict)
    number = Varchar(60)
    year = Integer()
    by_register = Boolean(default=False)
    code = Varchar(32, unique=True)
    paper = Text()
    enclosures = JSON(default="[]")
    issued_at = Timestamptz(default=None)
    issued_by = UUID(default=None)
    sha256 = Varchar(64, default="")
    size = BigInt(default=0)
    rendered_at = Timestamptz(null=True, default=None)
    voided_at = Timestamptz(null=True, default=None)
    voided_by = UUID(null=True, default=None)
    void_reason = Varchar(200, default="")
    sealed_at = Timestamptz(null=True, default=None)
    sealed_by = UUID(null=True, default=None)
    scan_sha256 = Varchar(64, default="")
    scan_size = BigInt(default=0)
    scan_type = Varchar(40, default="")
    scanned_at = Timestamptz(null=True, default=None)
    scanned_by = UUID(null=True, default=None)
    signed_off = Varchar(140, default="")  # who approved it, and in whose place


class LetterText(Table, tablename="letter_texts"):
    """A text part (opening, closing, contact) a township words its own way; unique on (township, kind, part)."""

    id = UUID(primary_key=True, default=None)
    township = ForeignKey(Township, null=False, on_delete=OnDelete.restrict)
    kind = Varchar(30)
    part = Varchar(20)
    words = Text()
    changed_by = UUID(default=None)
    changed_at = Timestamptz(default=None)
