"""The present version of an envelope and the two before it are taken."""

import pytest

from backend.foundation.outbox.envelope import CURRENT, check_envelope, understood
from backend.foundation.refusals import Refusal


@pytest.mark.parametrize(("current", "taken"), [(1, [1]), (2, [1, 2]), (3, [1, 2, 3]), (7, [5, 6, 7])])
def test_three_versions_are_understood(current: int, taken: list[int]) -> None:
    assert list(understood(current)) == taken
    for version in taken:
        check_envelope(str(version), current)


@pytest.mark.parametrize(
    ("said", "code"), [("4", "envelope_older"), ("8", "envelope_newer"), ("9999", "envelope_newer")]
)
def test_older_ones_are_refused_for_good_and_newer_ones_for_now(said: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_envelope(said, 7)
    assert (refused.value.code, refused.value.status) == (code, 422 if code == "envelope_older" else 503)


@pytest.mark.parametrize("said", ["", "0", "-1", "1.5", "１", "12345", "one", "1\n"])
def test_what_is_no_version_is_not_understood(said: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_envelope(said, CURRENT)
    assert refused.value.code == "envelope_older"


def test_what_is_not_from_an_outbox_says_nothing() -> None:
    check_envelope(None)
