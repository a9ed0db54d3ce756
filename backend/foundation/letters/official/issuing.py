"""Issuing a paper: inside the transaction of the act that sends it, with its number, and rendered once that holds."""

from datetime import datetime
from uuid import UUID, uuid4

import msgspec

from backend.foundation.database import UniqueBroken, after_commit, row, rows
from backend.foundation.journal import record as note
from backend.foundation.letters.official import rendering
from backend.foundation.letters.official.codes import grouped, new_code
from backend.foundation.letters.official.composing import composed, parties
from backend.foundation.letters.official.letter import COLUMNS, Enclosure, Letter
from backend.foundation.letters.official.queries import find
from backend.foundation.letters.papers.paper import Check
from backend.foundation.letters.wording.contents import Content, kind_of, materials_of
from backend.foundation.letters.wording.kinds import KINDS, Kind
from backend.foundation.now import year_of
from backend.foundation.numbering import next_number, number_rule, written
from backend.foundation.numbering.patterns import check_word, entered
from backend.foundation.refusals import Refusal
from backend.settings import settings

_INSERT = f"INSERT INTO letters ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_HELD = "SELECT id FROM letters WHERE body = ? AND number = ? AND accompanies IS NULL"


async def issue(
    content: Content,
    *,
    body: UUID,
    addressee: UUID,
    record: tuple[str, UUID],
    at: datetime,
    by: UUID,
    word: str | None = None,
    number: str | None = None,
    accompanies: UUID | None = None,
    signed_off: str = "",
) -> Letter:
    """Freeze the paper and give it its number, inside the caller's transaction.

    `body` and `addressee` are units, `record` is what it belongs to (its kind and id). `word` stands for the body's own
    word of this series; `number` is one from the office's own register. Lists and slips carry the number of the letter
    they `accompany`; `signed_off` is who approved it. Refuses `number_word_missing`, `number_needed`, `number_entered`, `number_taken`.
    """
    kind, given = KINDS[kind_of(content)], await parties(body, addressee)
    year, code = year_of(at), new_code()
    along = None if kind.numbered or accompanies is None else await find(accompanies)
    number_of_its_own = await _number(kind, body, year, word, number) if kind.numbered else ""
    text = along.number if along else number_of_its_own
    check = Check(f"{settings().address}/v/{code}", grouped(code))
    paper = composed(content, given, number=text, at=at, check=check, marks=given.marks)
    letter = Letter(
        id=uuid4(),
        kind=kind.name,
        body=body,
        body_name=given.issuer.name,
        addressee=addressee,
        addressee_name=given.addressee.name,
        chain=given.chain,
        record_kind=record[0],
        record_id=record[1],
        accompanies=along.id if along else None,
        number=text,
        year=year,
        by_register=number is not None,
        code=code,
        paper=msgspec.json.encode(paper).decode(),
        enclosures=_enclosures(content),
        issued_at=at,
        issued_by=by,
        signed_off=signed_off,
    )
    await _write(letter, by)
    return letter


async def _number(kind: Kind, body: UUID, year: int, word: str | None, number: str | None) -> str:
    if number is not None:
        return entered(number)
    rule = await number_rule(body, kind.name, kind.suffix)
    if rule.by_register:
        raise Refusal("number_needed")
    stem = check_word(word) if word else rule.word
    if not stem:
        raise Refusal("number_word_missing")
    while True:
        text = written(stem, year, await next_number(body, f"letter {stem}", year), rule.pattern)
        # One that the office gave out by hand before is not given out a second time.
        if await row(_HELD, body, text) is None:
            return text


async def _write(letter: Letter, by: UUID) -> None:
    try:
        await rows(_INSERT, *(getattr(letter, column) for column in COLUMNS))
    except UniqueBroken:
        raise Refusal("number_taken", letter.number) from None
    note(
        "letter.issued",
        chain=letter.chain,
        record=(letter.record_kind, letter.record_id),
        by=by,
        payload=letter.told()
        | {
            "addressee": letter.addressee_name,
            "enclosures": letter.enclosures,
            "by_register": letter.by_register,
        },
    )

    async def render() -> None:
        rendering.render_later(letter.id)

    after_commit(render)


def _enclosures(content: Content) -> str:
    """What the public page may name of what goes along."""
    along = [Enclosure(each.kind, each.sha256) for each in materials_of(content) if each.sha256]
    return msgspec.json.encode(along).decode()
