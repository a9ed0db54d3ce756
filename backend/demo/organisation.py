"""County, townships, bodies and people of organisation.toml."""

import tomllib
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from backend.demo.ids import demo_id
from backend.foundation.database import batch
from backend.foundation.now import local
from backend.foundation.people.certificates import span
from backend.foundation.people.passwords import hash_password

PASSWORD = "liandong-demo"  # noqa: S105 - public on purpose; production refuses a database that holds it
CERTIFIED_SINCE_DAYS, CERTIFIED_DAYS_LEFT = 1500, 325
SUSPENDED_SINCE = timedelta(days=12)
ATTACHED_SINCE_DAYS = 640

Table = dict[str, Any]
Statement = tuple[str, tuple[Any, ...]]


@cache
def organisation() -> Table:
    """The file as it stands; to be read only."""
    return tomllib.loads(Path(__file__).with_name("organisation.toml").read_text(encoding="utf-8"))


def signing_in() -> list[tuple[str, str]]:
    """Username and position of everybody who can sign in, in the order of the file."""
    people = organisation()["officers"].items()
    return [(username, officer["position"]) for username, officer in people if officer.get("password", True)]


def certified() -> frozenset[str]:
    """Usernames whose 执法证 counts today."""
    people = organisation()["officers"].items()
    return frozenset(name for name, told in people if "certificate" in told and "suspended" not in told)


async def shared_hash() -> str:
    """The one hash everybody's password is kept as; it takes 40 ms to make."""
    return await hash_password(PASSWORD)


async def found(profile: str, at: datetime, password_hash: str) -> None:
    """Write the organisation into the empty database."""
    told = organisation()
    await batch(
        [
            _county(told["county"]),
            *(_township(township, told["county"]["code"], profile) for township in told["townships"]),
            *(
                _unit(code, told["units"][code], told["county"]["code"])
                for code in _parents_first(told["units"])
            ),
            *(_number_rule(code, unit["word"]) for code, unit in told["units"].items() if "word" in unit),
            *(_officer(username, officer, password_hash) for username, officer in told["officers"].items()),
            *(
                entry
                for name, officer in told["officers"].items()
                for entry in _certificate(name, officer, at)
            ),
            *(
                _attachment(name, officer["attached"], told["units"], at)
                for name, officer in told["officers"].items()
                if "attached" in officer
            ),
        ]
    )


def township_id(code: str) -> UUID:
    return demo_id("township", code)


def unit_id(code: str) -> UUID:
    return demo_id("unit", code)


def officer_id(username: str) -> UUID:
    return demo_id("officer", username)


def _county(county: Table) -> Statement:
    sql = "INSERT INTO counties (id, code, name, demo) VALUES (?, ?, ?, ?)"
    return sql, (demo_id("county", county["code"]), county["code"], county["name"], True)


def _township(township: Table, county: str, profile: str) -> Statement:
    sql = "INSERT INTO townships (id, county, code, name, profile, number_word, demo) VALUES (?, ?, ?, ?, ?, ?, ?)"
    code = township["code"]
    names = (township["name"], profile, township["number_word"])
    return sql, (township_id(code), demo_id("county", county), code, *names, True)


def _parents_first(units: Table) -> list[str]:
    return sorted(units, key=lambda code: "parent" in units[code])


def _unit(code: str, unit: Table, county: str) -> Statement:
    sql = (
        "INSERT INTO units (id, county, township, parent, code, name, kind, acts_in_own_name, liaison, phone) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    township, parent, liaison = (unit.get(field) for field in ("township", "parent", "liaison"))
    return sql, (
        unit_id(code),
        demo_id("county", county),
        township_id(township) if township else None,
        unit_id(parent) if parent else None,
        code,
        unit["name"],
        unit["kind"],
        unit.get("acts", False),
        officer_id(liaison) if liaison else None,
        _phone(code),
    )


def _number_rule(code: str, word: str) -> Statement:
    """How the body numbers its letters: 示政 makes 示政执移〔2026〕7号."""
    sql = "INSERT INTO number_rules (id, body, kind, word) VALUES (?, ?, '', ?)"
    return sql, (demo_id("number rule", code), unit_id(code), word)


def _officer(username: str, officer: Table, password_hash: str) -> Statement:
    sql = (
        "INSERT INTO officers (id, unit, username, name, position, phone, roles, password_hash, must_change_password, "
        "demo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    return sql, (
        officer_id(username),
        unit_id(officer["unit"]),
        username,
        officer["name"],
        officer["position"],
        _phone(username),
        msgspec.json.encode(officer["roles"]).decode(),
        password_hash if officer.get("password", True) else "",
        False,
        True,
    )


_CERTIFICATE = "INSERT INTO certificates (id, officer, number, issuer, valid_from, valid_until) VALUES (?, ?, ?, ?, ?, ?)"
_SUSPENSION = (
    "INSERT INTO suspensions (id, certificate, started_at, reason, imposed_by) VALUES (?, ?, ?, ?, ?)"
)


def _certificate(username: str, officer: Table, at: datetime) -> list[Statement]:
    """The certificate, and its suspension where the file gives a reason for one."""
    if "certificate" not in officer:
        return []
    certificate = demo_id("certificate", username)
    today = local(at).date()
    left = timedelta(days=officer.get("days_left", CERTIFIED_DAYS_LEFT))
    valid = span(today - timedelta(days=CERTIFIED_SINCE_DAYS), today + left)
    values = (certificate, officer_id(username), officer["certificate"], "省司法厅", *valid)
    given: list[Statement] = [(_CERTIFICATE, values)]
    if "suspended" in officer:
        since, why = at - SUSPENDED_SINCE, officer["suspended"]
        suspension = demo_id("suspension", username)
        given.append((_SUSPENSION, (suspension, certificate, since, why, officer_id("jiandu"))))
    return given


_ATTACHMENT = (
    "INSERT INTO attachments (id, officer, department, department_name, first_day, paper, noted_by, noted_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


def _attachment(username: str, department: str, units: Table, at: datetime) -> Statement:
    """派驻 from a body of the file, or from one that is only known by name."""
    known = unit_id(department) if department in units else None
    first = local(at).date() - timedelta(days=ATTACHED_SINCE_DAYS)
    named = "" if known else department
    values = (demo_id("attachment", username), officer_id(username), known, named, first, "示编办〔2024〕3号")
    return _ATTACHMENT, (*values, officer_id("guanli"), at)


def _phone(name: str) -> str:
    """A number that cannot ring anywhere."""
    return f"0000-{demo_id('phone', name).int % 10_000_000:07d}"
