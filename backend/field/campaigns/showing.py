"""A campaign as the wire shows it: the whole to the side that leads it, to others the plan and their own part."""

from datetime import datetime
from typing import Any

from backend.field.campaigns.queries.sheet import Sheet
from backend.field.campaigns.queries.visible import Named
from backend.field.campaigns.rules.tally import Outing, Tally
from backend.foundation.clocks import clock_json
from backend.foundation.clocks.windows import Standing
from backend.foundation.web.api import iso


def campaign_json(found: Sheet, at: datetime) -> dict[str, Any]:
    """The record, as far as it is this side's to see."""
    campaign = found.named.campaign
    body = named_json(found.named, at) | {
        "side": found.side,
        "cause": campaign.cause,
        "checks": campaign.checks,
        "arrangement": campaign.arrangement,
        "units": [
            {"code": each.code, "name": each.name, "township": each.town} for each in found.course.units
        ],
        "people": [
            {"username": each.username, "name": each.name, "unit": each.unit} for each in found.course.people
        ],
        "places": [{"id": str(each["id"]), "name": each["name"]} for each in found.course.places],
        "results": tally_json(found.sums),
        "days": [{"day": day.isoformat(), **tally_json(sums)} for day, sums in found.days],
    }
    if found.figures_only:
        body["townships"] = [{"name": town, **tally_json(sums)} for town, sums in found.towns]
    else:
        body["patrols"] = [_outing(each) for each in found.results.outings]
        body["notes"] = [{"day": each.on_day.isoformat(), "text": each.text} for each in found.course.notes]
    if found.side == "own":
        body |= _decided(found)
    return body


def _decided(found: Sheet) -> dict[str, Any]:
    campaign = found.named.campaign
    return {
        "return_reason": campaign.return_reason,
        "report": {
            "summary": campaign.summary,
            "problems": campaign.problems,
            "coming": campaign.coming,
            "written_by": found.named.reported_by_name,
            "written_at": iso(campaign.reported_at),
            "waits": campaign.report_waits,
            "return_reason": campaign.report_return,
            "number": found.letter.number if found.letter else "",
        }
        if campaign.reported_at
        else None,
    }


def named_json(named: Named, at: datetime) -> dict[str, Any]:
    """What a line and the whole record have in common."""
    campaign = named.campaign
    return {
        "id": str(campaign.id),
        "title": campaign.title,
        "field": campaign.field,
        "area": campaign.area,
        "first_day": campaign.first_day.isoformat(),
        "last_day": campaign.last_day.isoformat(),
        "led_by": named.body_name,
        "several_townships": campaign.township is None,
        "created_by": named.username,
        "created_by_name": named.name,
        "received_at": iso(campaign.received_at),
        "state": campaign.state,
        "state_name": campaign.stands(at),
        "approved_at": iso(campaign.approved_at),
        "approved_by_name": named.approved_by_name,
        "cancel_reason": campaign.cancel_reason,
        "ended_at": iso(campaign.ended_at),
        "version": campaign.version,
    }


def tally_json(sums: Tally) -> dict[str, Any]:
    """Figures as the sheet of a day has them."""
    return {
        "patrols": sums.patrols,
        "people": sums.people,
        "findings": sums.findings,
        "ongoing": sums.ongoing,
        "by_category": dict(sums.categories),
        "by_disposition": dict(sums.dispositions),
        "by_unit": [
            {"unit": each.name, "patrols": each.patrols, "people": each.people, "findings": each.findings}
            for each in sums.units
        ],
    }


def window_json(standing: Standing, at: datetime) -> dict[str, Any]:
    """One window of a recurring duty with its clock."""
    return {
        "id": str(standing.window.id),
        "name": standing.window.name,
        "words": standing.words,
        "first_day": standing.window.first_day.isoformat(),
        "last_day": standing.window.last_day.isoformat(),
        "done": {"kind": standing.done[0], "id": str(standing.done[1]), "at": iso(standing.done_at)}
        if standing.done
        else None,
        "explanation": standing.explanation,
        "clock": clock_json(standing.clock.clock, at),
    }


def _outing(each: Outing) -> dict[str, Any]:
    return {
        "id": str(each.patrol),
        "title": each.title,
        "day": each.day.isoformat(),
        "ended": each.ended,
        "filed": each.filed,
        "decided": each.decided,
        "people": each.heads,
    }
