"""The page of a patrol in words: what `templates/letters/patrol.typ` prints, line by line."""

from typing import Any

from backend.foundation.letters.dates import (
    DASH,
    clock_beside,
    duration,
    paper_clock,
    paper_date,
    paper_moment,
    span_beside,
)
from backend.foundation.letters.papers.scanning import code_svg
from backend.foundation.letters.patrol_page import (
    Conduct,
    CrewUnit,
    Fix,
    Interruption,
    Note,
    PatrolPage,
    PrintedCall,
    PrintedFinding,
    Proof,
    RecorderUse,
    Signed,
)
from backend.foundation.now import local

_KILOMETRE = 1000
_GROUP = 8
_SIGNS_IN_A_LINE = 13  # of the narrowest column with free text
_LINES_KEPT_TOGETHER = 24  # with eight photos still less than a page
_PHOTOS_KEPT_TOGETHER = 8


def patrol_words(page: PatrolPage) -> dict[str, Any]:
    """Data for the compositor: every time, length and state is a finished sentence."""
    return {
        "heading": page.heading,
        "township": page.township,
        "unit": page.unit,
        "title": page.title,
        "number": page.number or "未备案",
        "watermark": " ".join(_marks(page)),
        "facts": [{"name": name, "words": words} for name, words in _facts(page)],
        "crew": [_crew_unit(unit, page) for unit in page.crew if unit.members],
        "conduct": _conduct(page.conduct),
        "recorders": [_recorder(use, page) for use in page.recorders],
        "sketch": page.sketch,
        "calls": [_call(call) for call in page.calls],
        "findings": [_finding(finding, page) for finding in page.findings],
        "summary": page.summary or "未填写",
        "remarks": [_note(note) for note in page.remarks],
        "addenda": [_note(note) for note in page.addenda],
        "signers": list(page.signers),
        "filed": _signed(page.filed) if page.filed else "未备案",
        "printed": _signed(page.printed),
        "proof": _proof(page.proof) if page.proof else None,
        "masked": page.masked,
    }


def _marks(page: PatrolPage) -> list[str]:
    return ["演示"] * page.demo + ["草稿"] * (page.number is None)


def _facts(page: PatrolPage) -> list[tuple[str, str]]:
    rows = [
        ("巡查名称", page.title),
        ("巡查类型", page.kind),
        ("巡查时间", _when(page)),
        ("计划路线", page.planned_route or DASH),
        ("实际轨迹", _track(page)),
        (
            "途经重点场所",
            "、".join(f"{each.place} {clock_beside(each.at, page.started_at)}" for each in page.places),
        ),
        ("中途暂停", "；".join(_interruption(pause, page) for pause in page.pauses)),
        ("发现问题", f"{len(page.findings)}处" if page.findings else "未发现问题"),
    ]
    return [(name, words) for name, words in rows if words]


def _when(page: PatrolPage) -> str:
    if page.started_at is None:
        return "未开始"
    start = paper_moment(page.started_at)
    if page.ended_at is None:
        return f"{start} 起，未结束"
    same_day = local(page.started_at).date() == local(page.ended_at).date()
    end = paper_clock(page.ended_at) if same_day else paper_moment(page.ended_at)
    return f"{start}{DASH}{end}（用时{duration(page.ended_at - page.started_at)}）"


def _track(page: PatrolPage) -> str:
    whole = round(page.length_m)
    length = f"{page.length_m / _KILOMETRE:.1f}公里" if whole >= _KILOMETRE else f"{whole}米"
    gaps = "；".join(_interruption(gap, page) for gap in page.gaps)
    return f"里程{length}；无定位{len(page.gaps)}段，不计入里程：{gaps}" if gaps else f"里程{length}"


def _interruption(stretch: Interruption, page: PatrolPage) -> str:
    length = f"（{duration(stretch.until_at - stretch.from_at)}）" if stretch.until_at else "起，未恢复"
    between = span_beside(stretch.from_at, stretch.until_at, page.started_at)
    return f"{between.rstrip(DASH)}{length}{stretch.reason}"


def _crew_unit(unit: CrewUnit, page: PatrolPage) -> dict[str, Any]:
    return {
        "unit": unit.unit,
        "confirmed": _confirmed(unit.confirmed, page),
        "members": [
            {
                "name": member.name,
                "role": member.role,
                "certificate": member.certificate or DASH,
                "stay": span_beside(member.joined_at, member.left_at, page.started_at),
            }
            for member in unit.members
        ],
    }


def _confirmed(signed: Signed | None, page: PatrolPage) -> str:
    if signed is None:
        return "未确认"
    words = f"{signed.by} {clock_beside(signed.at, page.started_at)}"
    return f"{words}（{signed.note}）" if signed.note else words


def _conduct(conduct: Conduct | None) -> dict[str, Any] | None:
    if conduct is None:
        return None
    return {
        "points": [{"words": point.words, "held": point.held} for point in conduct.points],
        "checked": _signed(conduct.checked),
    }


def _recorder(use: RecorderUse, page: PatrolPage) -> dict[str, str]:
    return {
        "recorder": use.recorder,
        "span": span_beside(use.from_at, use.until_at, page.started_at),
        "file": use.file_name or DASH,
        "digest": _grouped(use.sha256),
        "kept": use.kept_at,
    }


def _call(call: PrintedCall) -> dict[str, Any]:
    return {
        "title": call.title,
        "mark": call.mark,
        "closing": call.closing,
        "links": [{"clock": clock, "words": words, "who": who} for clock, words, who in call.links],
    }


def _finding(finding: PrintedFinding, page: PatrolPage) -> dict[str, Any]:
    return {
        "number": str(finding.number),
        "time": clock_beside(finding.found_at, page.started_at),
        "marks": list(finding.marks),
        "address": finding.address,
        "position": _position(finding.position),
        "category": finding.category,
        "facts": finding.facts,
        "party": finding.party,
        "disposition": finding.disposition,
        "recheck": paper_date(finding.recheck_on) if finding.recheck_on else "",
        "long": _is_long(finding),
        "photos": [{"picture": photo.picture, "caption": photo.caption} for photo in finding.photos],
    }


def _is_long(finding: PrintedFinding) -> bool:
    """Whether it must be allowed to run over the foot of a page."""
    columns = (finding.address, f"{finding.facts}\n{finding.party}", finding.disposition)
    lines = max(sum(1 + len(line) // _SIGNS_IN_A_LINE for line in column.splitlines()) for column in columns)
    return lines > _LINES_KEPT_TOGETHER or len(finding.photos) > _PHOTOS_KEPT_TOGETHER


def _position(fix: Fix | None) -> list[str]:
    if fix is None:
        return ["无坐标"]
    accuracy = "" if fix.accuracy_m is None else f" ±{-int(-fix.accuracy_m // 1)}米"
    return [f"{fix.lat:.6f}, {fix.lon:.6f}", f"{fix.source}{accuracy}"]


def _note(note: Note) -> dict[str, Any]:
    return {
        "text": note.text,
        "reason": note.reason,
        "marks": list(note.marks),
        "by": note.signed.by,
        "at": paper_moment(note.signed.at),
    }


def _signed(signed: Signed) -> str:
    words = f"{signed.by} {paper_moment(signed.at)}"
    return f"{words}（{signed.note}）" if signed.note else words


def _proof(proof: Proof) -> dict[str, str]:
    # Capitals take half the dots: all that is printed beside it would make them too small for a poor copy.
    said = proof.address or f"{proof.seq} {proof.digest}".upper()
    return {
        "drawing": code_svg(said),
        "seq": str(proof.seq),
        "head": _grouped(proof.head),
        "digest": _grouped(proof.digest),
        "short": proof.digest[:_GROUP],
    }


def _grouped(digest: str) -> str:
    """In eights, as one reads it out to another."""
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))
