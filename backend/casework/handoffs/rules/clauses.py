"""The clause behind a rule, as a refusal quotes it. Pure."""

from backend.foundation.mechanism import Limit, Profile
from backend.foundation.mechanism.instrument import Provision

LOCAL = "本地约定"


def quoted(profile: Profile, provision: Provision | None) -> str:
    """协调联动机制 二（四）：“…”; what the place agreed for itself says 本地约定; empty where nothing stands behind it."""
    if provision is None:
        return ""
    if provision.local:
        return f"{LOCAL}：{provision.note}" if provision.note else LOCAL
    place = _place(profile, provision)
    return f"{place}：{provision.quote}" if place and provision.quote else place


def _place(profile: Profile, provision: Provision) -> str:
    if isinstance(provision, Limit):
        return profile.cite_limit(provision)
    return profile.cite(provision.clause)
