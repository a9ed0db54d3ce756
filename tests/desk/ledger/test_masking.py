import pytest

from backend.desk.ledger.masking import Party, hides, needs_names, party_words
from backend.foundation.people.permissions import ROLES

NAMED = {
    "officer", "captain", "clerk", "police", "police_chief", "traffic_police", "station", "legal", "leader", "mayor",
}  # fmt: skip


@pytest.mark.parametrize(
    ("party", "named", "masked"),
    [
        (Party("孙某娥", "person", "adult"), "孙某娥", "孙某某"),
        (Party("孙某娥", "person", ""), "孙某娥", "孙某某"),
        (Party("阿依古丽·买买提", "person", "adult"), "阿依古丽·买买提", "阿某某"),
        (Party("孙某娥", "unknown", ""), "孙某娥", "孙某某"),
        (Party("顺心百货店", "firm", ""), "顺心百货店", "顺心百货店"),
        (Party("钱小小", "person", "under14"), "未成年人（不满14周岁）", "未成年人（不满14周岁）"),
        (Party("钱小小", "firm", "14to18"), "未成年人（14至18周岁）", "未成年人（14至18周岁）"),
        (Party("", "unknown", ""), "不清楚", "不清楚"),
        (Party("", "", ""), "", ""),
    ],
)
def test_a_party_is_named_to_those_who_need_the_name(party: Party, named: str, masked: str) -> None:
    assert (party_words(party, named=True), party_words(party, named=False)) == (named, masked)
    assert hides(party, named=True) == (party.minor and bool(party.name))


@pytest.mark.parametrize("role", ROLES)
def test_who_needs_names_is_written_out(role: str) -> None:
    assert needs_names(frozenset({role})) == (role in NAMED)
