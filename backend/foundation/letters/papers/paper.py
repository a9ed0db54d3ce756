"""A paper in words: everything it says, ready to be set. Frozen with the letter, so its fields are only ever added to."""

from typing import Literal

import msgspec


class Fact(msgspec.Struct, frozen=True):
    """A named cell of a form."""

    name: str
    words: str


class Grid(msgspec.Struct, frozen=True):
    """A table of a form; `widths` are parts of the whole."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


class Signer(msgspec.Struct, frozen=True):
    """A cell to be signed: whose, and what is printed in it already."""

    label: str
    words: str = ""
    day: str = ""


class Check(msgspec.Struct, frozen=True):
    """How the paper is verified, or answered: what the QR leads to, and the code as it is read out."""

    address: str
    code: str


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """`letter` is set in the letter form of GB/T 9704-2012, 10.1; `form` as a ruled sheet.

    `organisation` is the 发文机关标志, `title` comes in lines, `paragraphs` are body text, `enclosures` the 附件说明,
    `notes` stand in brackets under the date (附注), `copies` is the 抄送 line of the 版记. `marks` lie across the page.
    """

    layout: Literal["letter", "form"]
    kind: str
    organisation: str
    number: str
    title: tuple[str, ...]
    addressee: str = ""
    paragraphs: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    signature: str = ""
    date: str = ""
    notes: tuple[str, ...] = ()
    copies: str = ""
    facts: tuple[Fact, ...] = ()
    grid: Grid | None = None
    signers: tuple[Signer, ...] = ()
    urgency: str = ""
    check: Check | None = None
    marks: str = ""
    reply: Check | None = None  # where a body without accounts signs and answers
