"""State changes of a handoff: each may say when the person acted and add a word."""

from typing import Annotated, Literal
from uuid import UUID

import msgspec

from backend.casework.handoffs.bodies.words import (
    Days,
    Name,
    Note,
    NoticeRecord,
    Number,
    OnBehalf,
    Reason,
    Text,
    UnitCode,
)
from backend.foundation.web.api import Acted


class Act(Acted, kw_only=True):
    """`late_reason` explains an act after its limit (else `note` does)."""

    note: Note | None = None
    late_reason: Reason | None = None


class Approval(Act, kw_only=True):
    """POST …/approval: `result_days` is the limit the captain sets a stationed office for this case, in working days."""

    result_days: Days | None = None


class Revision(Act, kw_only=True):
    """POST …/revision (退回修改): what to change."""

    text: Text


class Disapproval(Act, kw_only=True):
    """POST …/refusal (不予批准)."""

    reason: Reason | None = None


class Dispatch(Act, kw_only=True):
    """POST …/dispatch: `number` from the office's own register, else the next of the body's series."""

    number: Number | None = None


class Answer(Act, kw_only=True):
    """What the addressee does; `on_behalf` where the sender enters it for a body without accounts."""

    on_behalf: OnBehalf | None = None


class Receipt(Answer, kw_only=True):
    """POST …/receipt: `number` is that of the record of a hand-over, which is made out now."""

    number: Number | None = None


class Acceptance(Answer, kw_only=True):
    """POST …/acceptance: `handler` deals with it now; `number` is that of the written answer."""

    handler: Name | None = None
    number: Number | None = None


class Return(Answer, kw_only=True):
    """POST …/return: why, and who is competent instead (a unit by its code, or a body in words)."""

    reason: Annotated[str, msgspec.Meta(max_length=500)] | None = None
    competent_unit: UnitCode | None = None
    competent_body: Name | None = None
    number: Number | None = None


class Result(Answer, kw_only=True):
    """POST …/result."""

    text: Text


class Settlement(Act, kw_only=True):
    """POST …/settlement: how a dispute ended, and which body handles the case."""

    text: Text
    competent_unit: UnitCode
    way: Literal["negotiated", "coordinated", "decided"] = "negotiated"


class Withdrawal(Act, kw_only=True):
    """POST …/withdrawal."""

    reason: Reason | None = None


class Extension(Act, kw_only=True):
    """POST …/extension: on what ground, and how the other side was told beforehand."""

    reason: Reason | None = None
    notice_record: NoticeRecord | None = None
    number: Number | None = None


class Urgency(Act, kw_only=True):
    """POST …/urgency: it became urgent."""

    reason: Reason | None = None


class Progress(Act, kw_only=True):
    """POST …/progress and …/reminders."""

    text: Text


class Consent(Act, kw_only=True):
    """POST …/consent: who of the department agreed to take the major case, and how."""

    by: Name
    how: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class Explanation(Act, kw_only=True):
    """POST …/explanations: why a step was late, said afterwards; `step` is the step's id."""

    step: UUID
    text: Text
