"""On what a limit in force rests, in words."""

from typing import Literal

from backend.foundation.mechanism.limits import Limit
from backend.foundation.mechanism.profile import Profile
from backend.foundation.mechanism.sentences import limit_sentence

Origin = Literal["text", "law", "local", "per_case"]


def limit_origin(limit: Limit, profile: Profile) -> Origin:
    """Whether the place's text, the law, a local agreement or the case itself sets it."""
    if limit.local:
        return "local"
    if limit.basis == "per_case":
        return "per_case"
    return "text" if not limit.clause or limit.clause in profile.clauses else "law"


def limit_basis(limit: Limit, profile: Profile) -> str:
    """协调联动机制 二（四）：“应在3个工作日内移送…”; for what no text says: 本地约定."""
    cited = f"{profile.cite_limit(limit)}：“{limit.quote}”" if limit.clause else ""
    agreed = {"local": "本地约定", "per_case": "本案约定"}.get(limit.basis, "")
    return "；".join(part for part in (agreed, cited, limit.note) if part) or limit_sentence(limit)
