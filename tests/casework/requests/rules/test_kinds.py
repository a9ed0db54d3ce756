"""On which clause each kind of request rests, place by place, and whom it goes to."""

import pytest

from backend.casework.requests.rules.kinds import KINDS, basis, may_be_asked
from backend.foundation.mechanism import load_profile
from backend.foundation.refusals import Refusal

STATED = {
    "eshan": {"police", "guidance"},
    "shanxi-district": {"coordination"},
    "changjiang": {"notice", "guidance"},
    "yilikeqi": set(),
    "zhaoba": set(),
}


@pytest.mark.parametrize("place", STATED)
def test_what_the_place_says_is_its_clause_and_the_rest_a_local_agreement(place: str) -> None:
    found = {kind: basis(load_profile(place), kind) for kind in KINDS}
    assert {kind for kind, rests in found.items() if not rests.local} == STATED[place]
    assert all(rests.clause == "本地约定" for kind, rests in found.items() if rests.local)


def test_the_clause_is_quoted_in_its_own_words() -> None:
    rests = basis(load_profile("changjiang"), "notice")
    assert "应向属地乡镇（街道）出具书面通知" in rests.clause


@pytest.mark.parametrize(
    ("kind", "units"),
    [
        ("police", ["department"]),
        ("guidance", ["police"]),
        ("guidance", ["department", "department"]),
        ("notice", ["department"]),
        ("coordination", ["township"]),
    ],
)
def test_it_goes_only_to_whom_it_is_for(kind: str, units: list[str]) -> None:
    with pytest.raises(Refusal) as refused:
        may_be_asked(kind, units)
    assert refused.value.code == "request_addressee"


def test_only_a_whistle_calls_several() -> None:
    may_be_asked("coordination", ["department", "stationed", "police"])
