"""What the addressee's acts have in common: who acts, when it counts, and that it was signed for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.casework.handoffs import papers
from backend.casework.handoffs.bodies.acting import Answer
from backend.casework.handoffs.commands import limits
from backend.casework.handoffs.commands.acting import Noun, answerers
from backend.casework.handoffs.commands.writing import indexed, note_step, write, write_sending
from backend.casework.handoffs.invitations.visitor import Visitor
from backend.casework.handoffs.queries.materials import lines_of
from backend.casework.handoffs.queries.people import can_sign_in
from backend.casework.handoffs.queries.turns import last_turn
from backend.casework.handoffs.queries.visible import Case
from backend.casework.handoffs.rules import access, states
from backend.casework.handoffs.rules.handoff import Sending
from backend.casework.handoffs.rules.states import Act
from backend.foundation.database import batch
from backend.foundation.journal import Entry
from backend.foundation.letters import official
from backend.foundation.outbox import Sender
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal, demand


@dataclass(frozen=True, slots=True)
class Answerer:
    """Who answers: a colleague of the addressee, or by name somebody of a body without accounts, who came by the link on
    the letter or is entered on behalf (代录). Such a body has written its own answer.

    `at` is the server's moment, for it ends the addressee's limit; on behalf it is what the paper says.
    """

    at: datetime
    name: str = ""
    unit: tuple[UUID, str] | None = None
    details: dict[str, str] | None = None

    @property
    def without_account(self) -> bool:
        return bool(self.name)


def answering(name: str, act: Act | None, body: Answer, *, key_required: bool = False) -> Noun:
    """The noun of an addressee's act; the sender may enter it where the addressee cannot sign in."""

    async def allowed(case: Case, person: Person) -> None:
        if body.on_behalf is None:
            await answerers(case, person)
            return
        demand(case.side == "sender" and access.may_send(person), "代录由移送方办理")
        if await can_sign_in(case.handoff.to_unit):
            raise Refusal("addressee_answers_itself")

    return Noun(name, allowed, act, key_required=key_required)


def sending_of(case: Case, act: Act) -> Sending:
    """The sending that is answered; refuses `handoff_state` where none is with this addressee."""
    if case.own is None:
        states.after(case.state, act)
        raise Refusal("not_found")
    return case.own


async def answerer(by: Sender, case: Case, sending: Sending, body: Answer) -> Answerer:
    """Refuses `proof_missing` where it is entered on behalf without the paper that proves it."""
    if isinstance(by, Visitor):
        here = case.units.units[sending.to_unit]
        return Answerer(by.at, by.person.name, (here.id, here.name), by.signature)
    if body.on_behalf is None:
        return Answerer(by.at)
    proof = next((line for line in await lines_of(case.handoff.id) if line.id == body.on_behalf.proof), None)
    if proof is None or not (proof.here and proof.proof):
        raise Refusal("proof_missing", fields={"on_behalf": "先上传凭证材料"})
    unit = case.units.units[sending.to_unit]
    details = {"channel": body.on_behalf.channel, "proof": str(proof.id), "on_behalf": "代录"}
    at = max(by.acted_at(body.when), await last_turn(case.handoff))
    return Answerer(at, body.on_behalf.name, (unit.id, unit.name), details)


async def signed(
    by: Sender,
    case: Case,
    sending: Sending,
    who: Answerer,
    note: str,
    *,
    number: str | None = None,
    state: states.State | None = None,
) -> tuple[Case, Sending, Entry | None]:
    """签收: the receipt slip is made out; on paper the addressee's limit begins now. Nothing where it was signed for.

    `number`: that of the record of a hand-over, from the office's register. `state` is written with it, unless another act that brings its own state follows at once.
    """
    if sending.receipt_at is not None:
        return case, sending, None
    arrived_at = sending.arrived_at or who.at
    letter = None if who.without_account else await _slip(by, case, sending, who, note=note, number=number)
    number = letter.number if letter and not sending.number else sending.number
    changes = {"receipt_at": who.at, "arrived_at": arrived_at, "number": number}
    if letter and sending.letter is None:
        changes["letter"] = letter.id
    if state is not None:
        changes["state"] = state
    case = await _with(case, number, state)
    sending = await write_sending(sending, **changes)
    if sending.channel == "paper":
        await limits.arrived(case.handoff, arrived_at)
    entry = await note_step(
        by,
        case,
        "receipt",
        at=who.at,
        shared=True,
        text=note,
        details=who.details,
        name=who.name,
        unit=who.unit,
        letter=letter.id if letter else None,
    )
    return case, sending, entry


async def _with(case: Case, number: str, state: states.State | None) -> Case:
    """What the case takes from its receipt. The record of a hand-over gets its number only now: it is found by it."""
    numbered = number != case.handoff.number
    written = ({"state": state} if state else {}) | ({"number": number} if numbered else {})
    if not written:
        return case
    case = case.of(await write(case.handoff, written))
    if numbered:
        await batch([indexed(case.handoff, (case.sender.name, case.addressee.name))])
    return case


async def _slip(
    by: Sender, case: Case, sending: Sending, who: Answerer, *, note: str, number: str | None
) -> official.Letter:
    """移送案件回执, from the receiving body; for a stationed office the record that both have signed."""
    handoff = case.handoff
    lines = await lines_of(handoff.id)
    if handoff.direction == "stationed":
        record = await papers.hand_over_record(case, lines, sending, received_by=by.person.name, at=who.at)
        word = await papers.hand_over_word(handoff)
        return await papers.issue(
            record, case, by, body=handoff.from_unit, addressee=sending.to_unit, number=number, word=word
        )
    slip = official.ReceiptSlip(
        matter=papers.matter_of(handoff),
        materials=len(papers.enclosed(lines)),
        received_at=who.at,
        received_by=by.person.name,
        note=note,
    )
    return await papers.issue(
        slip, case, by, body=sending.to_unit, addressee=handoff.from_unit, accompanies=sending.letter
    )
