"""The official papers of a handoff: what they say is taken from the case, their number from their body's series."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from backend.casework.handoffs.queries.materials import Line
from backend.casework.handoffs.queries.people import approved_by, liaison, officer
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules.handoff import Handoff, Sending
from backend.casework.handoffs.rules.ongoing import STOP_WORDS, Notice, Stop
from backend.foundation.letters import official
from backend.foundation.letters.official import Letter
from backend.foundation.now import local
from backend.foundation.numbering import number_rule
from backend.foundation.outbox import Sender
from backend.foundation.web.words import zh_datetime
from backend.office.matters import matter_in_force

NAMELESS = "违法行为"


async def handoff_letter(
    case: Case, lines: Iterable[Line], *, reply: official.Reply | None = None
) -> official.HandoffLetter:
    """涉嫌违法案件移送函, as the case stands now; `reply` is how a body without accounts answers."""
    handoff = case.handoff
    contact = await officer(handoff.created_by)
    return official.HandoffLetter(
        matter=matter_of(handoff),
        discovered_at=handoff.discovered_at,
        facts=handoff.facts,
        contact=official.Contact(contact.name, contact.phone),
        place=handoff.address,
        party=handoff.party_name,
        basis=await _basis(handoff),
        stopped=stopped(handoff.stop),
        told=told(handoff.notice),
        consent=consented(handoff),
        delegation=handoff.provision.words if handoff.provision else "",
        materials=enclosed(lines),
        urgent=handoff.urgent,
        reply=reply,
    )


async def hand_over_record(
    case: Case,
    lines: Iterable[Line],
    sending: Sending | None,
    *,
    received_by: str = "",
    at: datetime | None = None,
) -> official.HandOverRecord:
    """案件交接记录 for a stationed office, made out once both have signed: who handed it over, who took it.

    Before that it is a draft: without `sending` nobody has handed it over, without `at` nobody has taken it.
    """
    handoff = case.handoff
    return official.HandOverRecord(
        matter=matter_of(handoff),
        discovered_at=handoff.discovered_at,
        facts=handoff.facts,
        place=handoff.address,
        party=handoff.party_name,
        stopped=stopped(handoff.stop),
        materials=enclosed(lines),
        handed_by=(await officer(sending.sent_by)).name if sending else "",
        handed_at=sending.sent_at if sending else None,
        received_by=received_by,
        received_at=at,
        note=f"受理后{handoff.result_days}个工作日内反馈处理结果" if handoff.result_days else "",
    )


async def issue(
    content: official.Content,
    case: Case,
    by: Sender,
    *,
    body: UUID,
    addressee: UUID,
    number: str | None = None,
    accompanies: UUID | None = None,
    word: str | None = None,
) -> Letter:
    """Inside the act's transaction; refuses as letters do (`number_word_missing`, `number_taken`…).

    What leaves in the sender's name keeps who approved it; answers need no approval.
    """
    handoff = case.handoff
    sent = body in (handoff.from_unit, handoff.from_body)
    return await official.issue(
        content,
        body=body,
        addressee=addressee,
        record=("handoff", handoff.id),
        at=by.at,
        by=by.person.id,
        number=number,
        accompanies=accompanies,
        word=word,
        signed_off=await approved_by(handoff.id, handoff.sending) if sent else "",
    )


async def hand_over_word(handoff: Handoff) -> str | None:
    """The team seldom has a 机关代字 of its own: its records then carry that of the body it belongs to."""
    kind = official.KINDS["hand_over_record"]
    own = await number_rule(handoff.from_unit, kind.name, kind.suffix)
    above = await number_rule(handoff.from_body, kind.name, kind.suffix)
    return own.word or above.word or None


async def from_register(case: Case, acts: Collection[str]) -> frozenset[str]:
    """Those of the acts whose paper the office numbers by its own register: the number has to be entered with them."""
    handoff, own = case.handoff, case.own
    asked = {"extension": (handoff.from_unit, "extension_notice")}
    if handoff.direction != "stationed":
        here = own.to_unit if own else handoff.to_unit
        asked |= {"acceptance": (here, "acceptance_notice"), "return": (here, "return_notice")}
    elif own and own.receipt_at is None:
        asked |= dict.fromkeys(("receipt", "acceptance", "return"), (handoff.from_unit, "hand_over_record"))
    offered = {act: paper for act, paper in asked.items() if act in acts}
    registered = {paper for paper in set(offered.values()) if await _by_register(*paper)}
    return frozenset(act for act, paper in offered.items() if paper in registered)


async def _by_register(body: UUID, kind: str) -> bool:
    rule = await number_rule(body, kind, official.KINDS[kind].suffix)
    return rule.by_register


async def answering_contact(by: Sender, body: UUID) -> official.Contact:
    """Who deals with it at the addressee's: the one who answers, else the body's 联络人."""
    if by.person.unit_id == body:
        found = await officer(by.person.id)
    else:
        found = await liaison(body)
    return official.Contact(found.name, found.phone)


def matter_of(handoff: Handoff) -> str:
    """What completes 涉嫌…"""
    return handoff.matter_name or NAMELESS


def enclosed(lines: Iterable[Line]) -> tuple[official.Material, ...]:
    """The checklist as the letter lists it; what is not there is listed with why."""
    return tuple(
        official.Material(
            kind=line.kind_name,
            title=line.title,
            extent=line.extent,
            sha256=line.sha256 if line.here and not line.sealed else "",
            note=_remark(line),
        )
        for line in lines
        if not line.proof
    )


def _remark(line: Line) -> str:
    if not line.here:
        return f"暂缺：{line.absence}"
    return "密封，由承办人启封" if line.sealed else ""


def stopped(stop: Stop | None) -> str:
    """11月20日 周五 16:48 沈禾、程一诺劝阻：当面劝阻，已停止."""
    if stop is None:
        return ""
    return f"{_moment(stop.at)} {'、'.join(stop.by)}{STOP_WORDS[stop.act]}：{stop.how}"


def told(notice: Notice | None) -> str:
    if notice is None:
        return ""
    whom = f"告知{notice.whom}" if notice.whom else "告知"
    return f"{_moment(notice.at)} {'、'.join(notice.by)}{whom}：{notice.how}"


def consented(handoff: Handoff) -> str:
    given = handoff.consent
    return f"{_moment(given.at)} {given.by}同意（{given.how}）" if given else ""


def _moment(at: datetime) -> str:
    """With its year: a letter is read years later."""
    there = local(at)
    return f"{there.year}年{zh_datetime(there, there)}"


async def _basis(handoff: Handoff) -> str:
    if not handoff.matter_code:
        return ""
    matter = await matter_in_force(handoff.township, handoff.matter_code, handoff.discovered_at)
    return "、".join(map(str, matter.content.basis)) if matter else ""
