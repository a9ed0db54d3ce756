"""From what was gathered to the paper page. Pure: the moment and the reader come as arguments."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from uuid import UUID

import msgspec

from backend.desk.ledger.masking import Party, free_words, hides, party_words
from backend.desk.ledger.paper.calls import free_texts, printed_calls
from backend.desk.ledger.paper.material import Material
from backend.field.patrols.cards import by_unit
from backend.field.patrols.rules.conduct import POINTS
from backend.field.patrols.rules.dispositions import DISPOSITIONS
from backend.field.patrols.rules.patrol import KINDS, Stay
from backend.foundation.evidence.photo import Photo
from backend.foundation.letters.patrol_page import (
    Conduct,
    ConductPoint,
    CrewUnit,
    Fix,
    Interruption,
    Member,
    Note,
    Passed,
    PatrolPage,
    PrintedFinding,
    PrintedPhoto,
    Proof,
    RecorderUse,
    Signed,
)
from backend.foundation.letters.sketch.drawing import sketch
from backend.foundation.people.permissions import ROLES
from backend.foundation.positions import SOURCES
from backend.foundation.web.words import zh_time

NO_REASON = "原因不明"
Entry = dict[str, Any]
Written = Callable[[str], str]


def filled(given: Material, printed: Signed, *, named: bool, pictures: frozenset[UUID]) -> PatrolPage:
    """`named`: the reader's work needs parties' names. `pictures`: the photos that can be printed."""
    sheet, patrol = given.sheet, given.sheet.patrol
    written = partial(free_words, parties=[party_of(entry) for entry in given.findings], named=named)
    creator = sheet.people[patrol.created_by]
    return PatrolPage(
        township=given.township["name"],
        unit=creator["unit_name"],
        title=written(patrol.title),
        kind=KINDS[patrol.kind],
        number=patrol.number,
        filed=Signed(_name(given, patrol.filed_by), patrol.filed_at) if patrol.filed_at else None,
        started_at=patrol.started_at,
        ended_at=patrol.ended_at,
        planned_route=written(patrol.planned_route),
        length_m=patrol.length_m,
        crew=tuple(_crew(given)),
        printed=printed,
        gaps=tuple(
            Interruption(gap.before.at, gap.after.at, gap.reason or NO_REASON) for gap in given.track.gaps
        ),
        **_register(given),
        calls=tuple(printed_calls(given.calls, written)),
        findings=tuple(_finding(given, entry, named=named, pictures=pictures) for entry in _found(given)),
        sketch=_sketch(given),
        summary=written(patrol.summary),
        remarks=tuple(_remark(entry, written) for entry in sheet.of("remarks")),
        addenda=tuple(_addendum(entry, written) for entry in sheet.of("addenda")),
        proof=Proof(given.filed["seq"], given.filed["head"], given.filed["digest"]) if given.filed else None,
        demo=bool(given.township["demo"]),
        masked=_is_masked(given, written, named=named),
    )


def _register(given: Material) -> dict[str, Any]:
    sheet = given.sheet
    return {
        "pauses": tuple(_pause(entry) for entry in sheet.of("pauses")),
        "places": tuple(Passed(entry["name"], entry["at"]) for entry in sheet.of("passings")),
        "conduct": _conduct(sheet.of("conduct")),
        "recorders": tuple(_recorder(entry) for entry in sheet.of("recordings")),
    }


def _is_masked(given: Material, written: Written, *, named: bool) -> bool:
    """Whether the paper says less than the record."""
    sheet, patrol = given.sheet, given.sheet.patrol
    texts = [patrol.title, patrol.planned_route, patrol.summary]
    texts += [entry[field] for entry in given.findings for field in ("category", "address", "facts")]
    texts += free_texts(given.calls)
    texts += [entry["text"] for kind in ("remarks", "addenda") for entry in sheet.of(kind)]
    return any(hides(party_of(entry), named=named) for entry in given.findings) or any(
        written(text) != text for text in texts
    )


def party_of(entry: Entry) -> Party:
    return Party(entry["party_name"], entry["party_kind"], entry["party_age"])


def printable(given: Material) -> Iterator[Photo]:
    """Photos that may go on paper: with their content, and covered where a minor is concerned."""
    for entry in given.findings:
        for photo in given.photos[entry["id"]]:
            if (
                photo.content_at
                and photo.renditions != "failed"
                and (photo.boxes or not party_of(entry).minor)
            ):
                yield photo


def _found(given: Material) -> list[Entry]:
    """A patrol that says it found nothing has no rows of findings on paper."""
    return [entry for entry in given.findings if not entry["nothing_found"]]


def _name(given: Material, officer: UUID | None) -> str:
    known = given.sheet.people.get(officer) if officer else None
    return str(known["name"]) if known else ""


def _crew(given: Material) -> Iterator[CrewUnit]:
    confirmed = {entry["unit"]: entry for entry in given.sheet.of("attendances")}
    for unit in by_unit(given.sheet.crew):
        entry = confirmed.get(unit.people[0].unit)
        yield CrewUnit(
            unit.name,
            tuple(_member(given, stay) for stay in unit.people),
            Signed(entry["by_name"], entry["at"], entry["note"]) if entry else None,
        )


def _member(given: Material, stay: Stay) -> Member:
    person = given.people[stay.officer]
    role = person["position"] or next((words for name, words in ROLES.items() if name in stay.roles), "")
    leads = stay.officer == given.sheet.patrol.created_by
    certificate = "" if "auxiliary" in stay.roles else person["certificate"] or ""
    until = stay.left_at or given.sheet.patrol.ended_at
    return Member(stay.name, f"带队，{role}" if leads else role, certificate, stay.joined_at, until)


def _pause(entry: Entry) -> Interruption:
    return Interruption(entry["paused_at"], entry["resumed_at"], entry["reason"])


def _conduct(checks: list[Entry]) -> Conduct | None:
    if not checks:
        return None
    held = msgspec.json.decode(checks[0]["points"], type=dict[str, bool])
    points = tuple(ConductPoint(POINTS.get(name, name), kept) for name, kept in held.items())
    return Conduct(points, Signed(checks[0]["by_name"], checks[0]["at"], checks[0]["note"]))


def _recorder(entry: Entry) -> RecorderUse:
    return RecorderUse(
        entry["recorder"],
        entry["from_at"],
        entry["until_at"],
        entry["file_name"],
        entry["sha256"],
        entry["kept_at"],
    )


def _finding(given: Material, entry: Entry, *, named: bool, pictures: frozenset[UUID]) -> PrintedFinding:
    photos = [photo for photo in given.photos[entry["id"]] if photo.id in pictures]
    marks = {"正在发生": entry["ongoing"], "迟到补入": entry["late"]}
    party = party_of(entry)
    return PrintedFinding(
        number=entry["number"],
        found_at=entry["found_at"],
        category=free_words(entry["category"], [party], named=named),
        address=free_words(entry["address"], [party], named=named),
        position=_fix(entry),
        facts=free_words(entry["facts"], [party], named=named),
        disposition=_disposition(given, entry),
        party=party_words(party, named=named),
        recheck_on=entry["recheck_on"],
        marks=tuple(words for words, true in marks.items() if true),
        photos=tuple(_photo(entry["number"], at, photo) for at, photo in enumerate(photos, start=1)),
    )


def _fix(entry: Entry) -> Fix | None:
    if entry["lat"] is None:
        return None
    return Fix(entry["lat"], entry["lon"], entry["accuracy_m"], SOURCES[entry["position_source"]])


def _disposition(given: Material, entry: Entry) -> str:
    """With the two who exercised power, where somebody did."""
    names = {person["username"]: person["name"] for person in given.people.values()}
    acting = [
        names.get(username, username) for username in msgspec.json.decode(entry["acting"], type=list[str])
    ]
    words: str = DISPOSITIONS.get(entry["disposition"], "其他")
    return f"{words}（执法人员：{'、'.join(acting)}）" if acting else words


def _photo(finding: int, at: int, photo: Photo) -> PrintedPhoto:
    source = "相册" if photo.source == "gallery" else "拍摄"
    covered = "，已遮挡" if photo.boxes else ""
    return PrintedPhoto(str(photo.id), f"{finding}-{at} {zh_time(photo.taken_at)} {source}{covered}")


def _sketch(given: Material) -> str | None:
    by_device: dict[UUID, list[list[tuple[float, float]]]] = {}
    for segment in given.track.segments:
        by_device.setdefault(segment.device, []).append([(point.lat, point.lon) for point in segment.points])
    spots = [
        (entry["number"], (entry["lat"], entry["lon"])) for entry in _found(given) if entry["lat"] is not None
    ]
    return sketch(list(by_device.values()), spots, given.ground)


def _remark(entry: Entry, written: Written) -> Note:
    marks = ("退回补正",) if entry["returned"] else ()
    by = f"{entry['by_name']}（{entry['position']}）" if entry["position"] else entry["by_name"]
    return Note(written(entry["text"]), Signed(by, entry["at"]), marks=marks)


def _addendum(entry: Entry, written: Written) -> Note:
    marks = ("迟到",) if entry["late"] else ()
    signed = Signed(entry["by_name"], entry["at"])
    return Note(written(entry["text"]), signed, written(entry["reason"]), marks)
