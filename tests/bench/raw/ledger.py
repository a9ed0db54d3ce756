"""The ledger by hand: the rows as the driver gives them, in the product's own template."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from litestar import get
from litestar.response import Template

from backend.desk.ledger.periods import periods
from backend.field.patrols.rules.filters import Filters
from backend.field.patrols.rules.patrol import KINDS
from backend.field.patrols.rules.review import WORDS as REVIEWS
from backend.field.patrols.rules.states import WORDS as STATES
from backend.foundation.people.identity import person_from
from backend.foundation.web.pages import Shell
from backend.tabs import TABS
from tests.bench.raw.statements import again, database

TODAY = date(2026, 11, 20)


@get("/ledger", sync_to_thread=False)
async def show_ledger() -> Template:
    """The same session look-up, the same statements, the same template."""
    statements = again("ledger")
    found = dict(zip((sql for sql, _ in statements), await database().read(statements), strict=True))
    (session,) = _answer(found, "FROM sessions")
    return Template(
        "ledger/ledger.html",
        context={
            "shell": Shell(person_from(dict(session)), "", False, True, "", TABS, "ledger"),
            "asked": Filters(),
            "suffix": "",
            "plans": [],
            "days": list(_days(_answer(found, "FROM patrols")[:50])),
            "more": "next",
            "offered": _offered(found),
            "periods": periods(TODAY),
            "kinds": KINDS,
            "states": STATES,
            "reviews": REVIEWS,
        },
    )


def _answer(found: dict[str, Sequence[Any]], words: str) -> Sequence[Any]:
    return next(rows for sql, rows in found.items() if words in sql)


def _days(rows: Sequence[Any]) -> Iterator[dict[str, Any]]:
    for day, lines in groupby(rows, key=lambda row: str(row["sort_at"])[:10]):
        held = [_line(row) for row in lines]
        yield {"date": date.fromisoformat(day), "count": len(held), "headed": True, "lines": held}


def _line(row: Any) -> dict[str, Any]:
    return {
        "id": row["id"],
        "title": row["title"],
        "time": f"{str(row['started_at'])[11:16]}—{str(row['ended_at'])[11:16]}",
        "units": row["unit_names"],
        "findings": row["finding_count"],
        "word": "已备案",
        "tag": "done",
    }


def _offered(found: dict[str, Sequence[Any]]) -> dict[str, Any]:
    officers = _answer(found, "o.username, o.name, u.name AS unit")
    return {
        "units": [(row["code"], row["name"]) for row in _answer(found, "SELECT u.code, u.name")],
        "officers": [
            (unit, [(row["username"], row["name"]) for row in members])
            for unit, members in groupby(officers, key=lambda row: row["unit"])
        ],
        "places": [row["name"] for row in _answer(found, "FROM places")],
    }
