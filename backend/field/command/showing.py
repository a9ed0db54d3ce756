"""The situation of a township as the wire shows it, and as points on a map."""

from datetime import datetime
from typing import Any

from backend.field.assists.queries.listed import Line
from backend.field.command.queries.situation import Situation
from backend.field.command.rules.people import Place, Somebody
from backend.field.command.stocks import Stock
from backend.field.emergencies.showing import line_json as emergency_line
from backend.foundation.positions import point
from backend.foundation.web.api import iso
from backend.office.equipment.showing import thing_json
from backend.office.superior.rules import Superior

Json = dict[str, Any]


def situation_json(found: Situation) -> Json:
    """Everything on the page, each list in its order."""
    return {
        "at": iso(found.at),
        "people": [_person(each) for each in found.people],
        "assists": [_call(line) for line in found.assists],
        "patrols": [{"id": str(each.id), "title": each.title, "state": each.state} for each in found.patrols],
        "violations": [
            {
                "id": str(each.id),
                "category": each.category,
                "address": each.address,
                "found_at": iso(each.found_at),
            }
            for each in found.violations
        ],
        "overdue": [
            {"id": str(each.clock.id), "title": each.clock.title, "due": iso(each.clock.due_at)}
            for each in found.late
        ],
        "tasks": [{"id": str(each.id), "title": each.title, "state_name": each.word} for each in found.tasks],
        "emergencies": [emergency_line(line) for line in found.emergencies],
        "superior": _superior(found.superior) if found.superior else None,
        "equipment": [_stock(each, found.at) for each in found.stocks],
    }


def features(found: Situation) -> Json:
    """GeoJSON (RFC 7946, WGS-84): people where they were last, calls and emergencies, violations by their number in the list.
    For whoever calls the sign of their call stands, which follows them."""
    callers = {line.assist.raised_by for line in found.assists if line.assist.spot}
    people = [
        point(
            (each.place.lat, each.place.lon),
            {"kind": "person", "id": str(each.id), "name": each.name, "stale": each.stale(found.at)},
        )
        for each in found.people
        if each.place and each.id not in callers
    ]
    calls = [
        point(spot, {"kind": "call", "name": line.name, "exercise": line.assist.exercise})
        for line in found.assists
        if (spot := line.assist.spot)
    ]
    violations = [
        point((each.lat, each.lon), {"kind": "finding", "number": number})
        for number, each in enumerate(found.violations, 1)
        if each.lat is not None and each.lon is not None
    ]
    emergencies = [
        point(spot, {"kind": "call", "name": emergency.category, "exercise": emergency.exercise})
        for line in found.emergencies
        if (spot := (emergency := line.named.emergency).spot)
    ]
    return {"type": "FeatureCollection", "features": [*violations, *people, *calls, *emergencies]}


def _person(each: Somebody) -> Json:
    return {
        "id": str(each.id),
        "name": each.name,
        "unit": each.unit_code,
        "unit_name": each.unit_name,
        "phone": each.phone,
        "how": each.how,
        "patrol": str(each.patrol) if each.patrol else None,
        "position": _place(each.place) if each.place else None,
    }


def _place(place: Place) -> Json:
    return {
        "lat": place.lat,
        "lon": place.lon,
        "accuracy_m": place.accuracy_m,
        "at": iso(place.at),
        "source": place.source,
    }


def _call(line: Line) -> Json:
    assist = line.assist
    return {
        "id": str(assist.id),
        "name": line.name,
        "reason": assist.reason,
        "state": assist.state,
        "raised_at": iso(assist.raised_at),
        "taker": line.taker,
        "exercise": assist.exercise,
    }


def _superior(superior: Superior) -> Json:
    return {"name": superior.name, "phone": superior.phone or None, "url": superior.url or None}


def _stock(stock: Stock, at: datetime) -> Json:
    sides = {"free": stock.free, "out": stock.out, "broken": stock.broken}
    return {"kind": stock.kind, "kind_name": stock.name} | {
        name: [thing_json(each, at) for each in side] for name, side in sides.items()
    }
