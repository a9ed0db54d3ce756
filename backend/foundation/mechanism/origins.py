"""On what a limit or a recurring duty in force rests, in words."""

from typing import Literal

from backend.foundation.mechanism.instrument import Provision
from backend.foundation.mechanism.limits import Cadence, Limit
from backend.foundation.mechanism.profile import Profile
from backend.foundation.mechanism.sentences import cadence_sentence, limit_sentence

Origin = Literal["text", "law", "local", "per_case"]


def origin(provision: Provision, profile: Profile) -> Origin:
    """Whether the place's text, the law, a local agreement or the case itself sets it."""
    if provision.local:
        return "local"
    if provision.basis == "per_case":
        return "per_case"
    return "text" if not provision.clause or provision.clause in profile.clauses else "law"


def limit_basis(limit: Limit, profile: Profile) -> str:
    """协调联动机制 二（四）：“应在3个工作日内移送…”; for what no text says: 本地约定."""
    return _basis(limit, profile.cite_limit(limit) if limit.clause else "") or limit_sentence(limit)


def cadence_basis(cadence: Cadence, profile: Profile) -> str:
    """The same of a recurring duty."""
    return _basis(cadence, profile.cite(cadence.clause) if cadence.clause else "") or cadence_sentence(
        cadence
    )


def _basis(provision: Provision, cited: str) -> str:
    agreed = {"local": "本地约定", "per_case": "本案约定"}.get(provision.basis, "")
    quoted = f"{cited}：“{provision.quote}”" if cited else ""
    return "；".join(part for part in (agreed, quoted, provision.note) if part)
