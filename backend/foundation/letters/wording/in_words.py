"""One paper from its facts: letters in paragraphs, forms in cells. Pure."""

from datetime import datetime
from typing import Final

from backend.foundation.letters.papers.paper import Check, Fact, Grid, Paper, Signer
from backend.foundation.letters.wording.contents import (
    Content,
    HandoffLetter,
    HandOverRecord,
    IncidentReport,
    Material,
    MaterialList,
    ReceiptSlip,
    kind_of,
)
from backend.foundation.letters.wording.correspondents import Correspondents
from backend.foundation.letters.wording.facts import Facts, facts_of
from backend.foundation.letters.wording.kinds import KINDS
from backend.foundation.letters.wording.parts import Words, filled, words_for
from backend.foundation.letters.wording.phrases import day, minute
from backend.foundation.letters.wording.titles import title_lines

FORMS: Final = (MaterialList, ReceiptSlip, HandOverRecord)
BLANK_DAY: Final = "　　年　　月　　日"


def in_words(
    content: Content, given: Correspondents, *, number: str, at: datetime, check: Check | None, marks: str
) -> Paper:
    """What the paper says at `at`, with this number."""
    words, facts = words_for(kind_of(content), given.texts), facts_of(content, given)
    if isinstance(content, FORMS):
        return _form(content, given, words, facts, number=number, at=at, check=check, marks=marks)
    return Paper(
        layout="letter",
        kind=KINDS[kind_of(content)].words,
        organisation=given.issuer.name,
        number=number,
        title=title_lines(given.issuer.name, filled(words.title, facts)),
        addressee=f"{given.addressee.name}：",
        paragraphs=_paragraphs(words, facts),
        enclosures=_enclosures(content),
        signature=given.issuer.name,
        date=day(at),
        notes=_notes(content, words, facts),
        copies="，".join(content.copies) if isinstance(content, HandoffLetter | IncidentReport) else "",
        urgency="特急" if isinstance(content, HandoffLetter | IncidentReport) and content.urgent else "",
        check=check,
        marks=marks,
        reply=_reply(content),
    )


def _reply(content: Content) -> Check | None:
    reply = content.reply if isinstance(content, HandoffLetter) else None
    return Check(reply.address, reply.code) if reply else None


def _paragraphs(words: Words, facts: Facts) -> tuple[str, ...]:
    rows = [(words.opening,), *words.paragraphs, (words.closing,)]
    texts = ("".join(filled(sentence, facts) for sentence in row) for row in rows)
    return tuple(line.strip() for text in texts for line in text.splitlines() if line.strip())


def _enclosures(content: Content) -> tuple[str, ...]:
    """附件说明: by number, no full stop at the end (GB/T 9704-2012, 7.3.4)."""
    if not isinstance(content, HandoffLetter):
        return ()
    return (
        "移送案件材料清单",
        *(f"{each.title}（{each.extent}）" if each.extent else each.title for each in content.materials),
        "移送案件回执",
    )


def _notes(content: Content, words: Words, facts: Facts) -> tuple[str, ...]:
    reply = content.reply if isinstance(content, HandoffLetter) else None
    online = f"网上签收和答复：{reply.address}，回复码 {reply.code}" if reply else ""
    return tuple(note for note in (filled(words.contact, facts), online) if note)


def _form(
    content: MaterialList | ReceiptSlip | HandOverRecord,
    given: Correspondents,
    words: Words,
    facts: Facts,
    *,
    number: str,
    at: datetime,
    check: Check | None,
    marks: str,
) -> Paper:
    return Paper(
        layout="form",
        kind=KINDS[kind_of(content)].words,
        organisation=given.issuer.name,
        number=number,
        title=(filled(words.title, facts),),
        paragraphs=(filled(words.opening, facts), filled(words.closing, facts)),
        signature=given.issuer.name,
        date=day(at),
        facts=_cells(content, given),
        grid=None if isinstance(content, ReceiptSlip) else _grid(content.materials),
        signers=_signers(content),
        check=check,
        marks=marks,
    )


def _cells(content: MaterialList | ReceiptSlip | HandOverRecord, given: Correspondents) -> tuple[Fact, ...]:
    if isinstance(content, MaterialList):
        return ()
    if isinstance(content, ReceiptSlip):
        cells = {
            "移送单位": given.addressee.name,
            "受移送单位": given.issuer.name,
            "案由": f"涉嫌{content.matter}",
            "收到时间": minute(content.received_at) if content.received_at else BLANK_DAY + "　　时　　分",
            "签收人": content.received_by,
            "备注": content.note,
        }
    else:
        cells = {
            "案由": f"涉嫌{content.matter}",
            "发现时间": minute(content.discovered_at),
            "地点": content.place,
            "当事人": content.party,
            "基本违法事实": content.facts,
            "现场处理": content.stopped,
            "反馈期限": minute(content.until) if content.until else "",
            "备注": content.note,
        }
    return tuple(Fact(name, words) for name, words in cells.items())


def _grid(materials: tuple[Material, ...]) -> Grid:
    rows = tuple(
        (str(at), each.kind, each.title, each.extent, each.sha256, each.note)
        for at, each in enumerate(materials, start=1)
    )
    return Grid(("序号", "类别", "名称", "数量", "SHA-256 摘要", "备注"), (5, 11, 24, 10, 32, 10), rows)


def _signers(content: MaterialList | ReceiptSlip | HandOverRecord) -> tuple[Signer, ...]:
    if isinstance(content, HandOverRecord):
        return (
            Signer("移交人", content.handed_by, _when(content.handed_at)),
            Signer("接收人", content.received_by, _when(content.received_at)),
        )
    if isinstance(content, ReceiptSlip):
        return (Signer("签收单位（盖章）", "", _when(content.received_at)),)
    return (Signer("移送人", "", BLANK_DAY), Signer("接收人", "", BLANK_DAY))


def _when(moment: datetime | None) -> str:
    return minute(moment) if moment else BLANK_DAY
