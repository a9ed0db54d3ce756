"""What each kind of paper says: the facts alone, the words are put to them when the paper is composed.

Texts are plain sentences without a final full stop (one is added where it is missing). Moments are aware.
"""

from datetime import date, datetime

import msgspec


class Contact(msgspec.Struct, frozen=True):
    name: str
    phone: str = ""


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """One enclosed thing. `kind` in words (案源材料, 证据材料), `extent` too (3页, 照片6张)."""

    kind: str
    title: str
    extent: str = ""
    sha256: str = ""
    note: str = ""


class Reply(msgspec.Struct, frozen=True):
    """How a body without accounts takes part: the address and code printed on the letter."""

    address: str
    code: str


class HandoffLetter(msgspec.Struct, frozen=True, kw_only=True, tag="handoff_letter", tag_field="kind"):
    """涉嫌违法案件移送函. `matter` completes 涉嫌…: 未经许可从事餐厨垃圾收运. `party` is empty where nobody is known.

    `basis` is the provision it seems to break, `stopped` what was done about an ongoing violation, `told` how the
    competent side was told, `consent` the department's prior consent (C), `delegation` the provision that lets a body
    send that does not act in its own name.
    """

    matter: str
    discovered_at: datetime
    facts: str
    contact: Contact
    place: str = ""
    party: str = ""
    basis: str = ""
    stopped: str = ""
    told: str = ""
    consent: str = ""
    delegation: str = ""
    materials: tuple[Material, ...] = ()
    copies: tuple[str, ...] = ()
    urgent: bool = False
    reply: Reply | None = None


class MaterialList(msgspec.Struct, frozen=True, kw_only=True, tag="material_list", tag_field="kind"):
    """移送案件材料清单, beside its letter."""

    matter: str
    materials: tuple[Material, ...]


class ReceiptSlip(msgspec.Struct, frozen=True, kw_only=True, tag="receipt_slip", tag_field="kind"):
    """移送案件回执, signed by the receiving body; blank to be filled in by hand where nothing has been received yet."""

    matter: str
    materials: int
    received_at: datetime | None = None
    received_by: str = ""
    note: str = ""
    reply: Reply | None = None


class AcceptanceNotice(msgspec.Struct, frozen=True, kw_only=True, tag="acceptance_notice", tag_field="kind"):
    """移送案件受理情况告知函. `letter` is the number of the letter that is answered, `handler` who deals with it now."""

    matter: str
    letter: str
    received_at: datetime
    accepted_at: datetime
    contact: Contact
    handler: str = ""
    note: str = ""


class ReturnNotice(msgspec.Struct, frozen=True, kw_only=True, tag="return_notice", tag_field="kind"):
    """不予受理（退回）告知函. `competent` is the body that is thought to be competent, empty where none is named."""

    matter: str
    letter: str
    received_at: datetime
    reason: str
    contact: Contact
    competent: str = ""
    basis: str = ""


class ExtensionNotice(msgspec.Struct, frozen=True, kw_only=True, tag="extension_notice", tag_field="kind"):
    """延长移送期限告知函. `until` is the last day of the extended limit."""

    matter: str
    discovered_at: datetime
    ground: str
    until: date
    contact: Contact


class HandOverRecord(msgspec.Struct, frozen=True, kw_only=True, tag="hand_over_record", tag_field="kind"):
    """案件交接记录 between the team and a stationed office, signed by both. `until`: when the result is due."""

    matter: str
    discovered_at: datetime
    facts: str
    place: str = ""
    party: str = ""
    stopped: str = ""
    materials: tuple[Material, ...] = ()
    handed_by: str = ""
    handed_at: datetime | None = None
    received_by: str = ""
    received_at: datetime | None = None
    until: datetime | None = None
    note: str = ""


class HazardReport(msgspec.Struct, frozen=True, kw_only=True, tag="hazard_report", tag_field="kind"):
    """重大隐患报告 to the government: the told `department` did nothing and gave no reason (M09).

    `endangers` is to whom it is dangerous, `told_by` the ways it was told (联动系统, 电话); `refused_at` is None where no
    answer came at all; `refused_words` are those of the refusal, where somebody heard them.
    """

    matter: str
    department: str
    found_at: datetime
    facts: str
    endangers: str
    told_at: datetime
    told_by: tuple[str, ...]
    contact: Contact
    place: str = ""
    refused_at: datetime | None = None
    refused_words: str = ""
    note: str = ""


class IncidentReport(msgspec.Struct, frozen=True, kw_only=True, tag="incident_report", tag_field="kind"):
    """突发事件信息报告 (M22): first, written, follow-up or final, as `stage` says it (首报, 续报（第2次）).

    `casualties` in words, `explained` what was said to the people on the scene, `coming` what is done next, `alarm` the
    number of the call to 110, `first_at` when it was first reported (None on the first report itself). A drill says so
    in its title, its first sentence and across the page.
    """

    matter: str
    stage: str
    happened_at: datetime
    facts: str
    casualties: str
    contact: Contact
    place: str = ""
    alarm: str = ""
    first_at: datetime | None = None
    measures: str = ""
    explained: str = ""
    coming: str = ""
    copies: tuple[str, ...] = ()
    urgent: bool = False
    exercise: bool = False


class CampaignReport(msgspec.Struct, frozen=True, kw_only=True, tag="campaign_report", tag_field="kind"):
    """联合整治总结报告 (M13). `matter` is its title, `units` the names of those that took part, `results` its figures in words."""

    matter: str
    field: str
    first_day: date
    last_day: date
    cause: str
    units: tuple[str, ...]
    results: str
    summary: str
    contact: Contact
    place: str = ""
    problems: str = ""
    coming: str = ""


class ParticipationNotice(
    msgspec.Struct, frozen=True, kw_only=True, tag="participation_notice", tag_field="kind"
):
    """书面通知: a department asks a township to take part (M26). `called_at` and `called` are the telephone call before it."""

    matter: str
    facts: str
    answer_by: datetime
    contact: Contact
    place: str = ""
    starts_at: datetime | None = None
    head_count: int | None = None
    called_at: datetime | None = None
    called: str = ""


Content = (
    HandoffLetter
    | MaterialList
    | ReceiptSlip
    | AcceptanceNotice
    | ReturnNotice
    | ExtensionNotice
    | HandOverRecord
    | HazardReport
    | IncidentReport
    | CampaignReport
    | ParticipationNotice
)


def kind_of(content: Content) -> str:
    """The name of its kind."""
    name: str = type(content).__struct_config__.tag  # type: ignore[assignment]
    return name


def is_exercise(content: Content) -> bool:
    """Whether it is a drill."""
    return isinstance(content, IncidentReport) and content.exercise


def materials_of(content: Content) -> tuple[Material, ...]:
    """What is enclosed."""
    return content.materials if isinstance(content, HandoffLetter | MaterialList | HandOverRecord) else ()
