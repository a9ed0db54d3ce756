"""Matters as the API answers them."""

from datetime import date
from typing import Any

from backend.foundation.web.api import iso
from backend.office.matters.queries.history import Version
from backend.office.matters.queries.matter import Sheet
from backend.office.matters.rules.directory import Directory
from backend.office.matters.rules.matter import STANDINGS, Body, Content, Matter, Named, Paper


def matter_json(found: Matter) -> dict[str, Any]:
    """A matter with the version in force; `punishing` and `supervising` are the competent bodies."""
    return {
        "id": str(found.id),
        "code": found.code,
        **_content_json(found.content),
        "supervising": _body_json(found.supervising),
        "punishing": _body_json(found.punishing),
        "sayings": list(found.sayings),
        "number": found.number,
        "effective_on": found.effective_on.isoformat(),
        "in_force_since": iso(found.starts_at),
        "paper": _paper_json(found.paper),
        "version": found.version,
    }


def sheet_json(found: Sheet, directory: Directory) -> dict[str, Any]:
    """A matter with all its versions, the newest first."""
    return {
        "id": str(found.id),
        "code": found.code,
        "township": found.whose.code,
        "sayings": list(found.sayings),
        "in_force": found.in_force.number if found.in_force else None,
        "versions": [_version_json(version, directory) for version in found.versions],
        "version": found.version,
    }


def _version_json(version: Version, directory: Directory) -> dict[str, Any]:
    return {
        "number": version.number,
        **_content_json(version.content),
        "supervising": _named_json(version.content.supervising, directory),
        "punishing": _named_json(version.content.punishing, directory),
        "effective_on": version.effective_on.isoformat(),
        "starts_at": iso(version.starts_at),
        "ends_at": iso(version.ends_at),
        "paper": _paper_json(version.paper),
        "reason": version.reason or None,
        "proposed_by": version.proposed_by or None,
        "recorded_at": iso(version.recorded_at),
        "recorded_by": version.recorded_by,
        "withdrawn_at": iso(version.withdrawn_at),
        "withdrawn_why": version.withdrawn_why or None,
    }


def _content_json(content: Content) -> dict[str, Any]:
    return {
        "name": content.name,
        "field": content.field,
        "standing": content.standing,
        "standing_name": STANDINGS[content.standing],
        "basis": [{"law": basis.law, "article": basis.article or None} for basis in content.basis],
        "source_duty": content.source_duty or None,
        "follow_up_duty": content.follow_up_duty or None,
        "end_duty": content.end_duty or None,
        "standard": content.standard or None,
        "tiers": [{"name": tier.name, "when": tier.when, "penalty": tier.penalty} for tier in content.tiers],
        "prosecution": content.prosecution or None,
    }


def _body_json(body: Body) -> dict[str, Any]:
    return {"name": body.name, "code": body.code or None, "acts_in_own_name": body.acts_in_own_name}


def _named_json(body: Named, directory: Directory) -> dict[str, Any]:
    return {"name": body.name, "code": directory.code(body) or None}


def _paper_json(paper: Paper) -> dict[str, Any] | None:
    issued: date | None = paper.on
    told = {
        "title": paper.title,
        "number": paper.number or None,
        "on": issued.isoformat() if issued else None,
    }
    return told if paper.title else None
