"""What a case may come of, and whom one that comes of a call goes to."""

from uuid import UUID, uuid4

import pytest

from backend.casework.handoffs.rules.origin import no_drill, police, sources
from backend.foundation.refusals import Refusal

ONE, OTHER = uuid4(), uuid4()
SECURITY, STATION, CITY = (
    ("out", "gaj", "县公安局"),
    ("stationed", "sfz-pcs", "派出所"),
    ("out", "cgj", "县城市管理局"),
)


@pytest.mark.parametrize(
    ("origin", "finding", "kept"),
    [
        (None, None, {"finding": None, "complaint": None, "assist": None}),
        (("assist", ONE), OTHER, {"finding": OTHER, "complaint": None, "assist": ONE}),
        (("finding", ONE), None, {"finding": ONE, "complaint": None, "assist": None}),
        (("finding", ONE), ONE, {"finding": ONE, "complaint": None, "assist": None}),
    ],
)
def test_each_record_is_kept_under_its_kind(
    origin: tuple[str, UUID] | None, finding: UUID | None, kept: dict[str, UUID | None]
) -> None:
    assert sources(origin, finding=finding, complaint=None) == kept


@pytest.mark.parametrize("origin", [("finding", OTHER), ("campaign", ONE)])
def test_two_findings_or_another_kind_are_no_origin(origin: tuple[str, UUID]) -> None:
    with pytest.raises(Refusal, match="invalid"):
        sources(origin, finding=ONE, complaint=None)


def test_nobody_is_accused_for_a_drill() -> None:
    no_drill(exercise=False)
    with pytest.raises(Refusal, match="invalid"):
        no_drill(exercise=True)


@pytest.mark.parametrize(
    ("choices", "listed", "chosen"),
    [
        ([CITY, SECURITY, STATION], "县公安局", ("out", "gaj")),
        ([CITY, SECURITY, STATION], "派出所", ("stationed", "sfz-pcs")),
        ([CITY, STATION, SECURITY], "", ("out", "gaj")),
        ([CITY, ("stationed", "lz-pcs", "县公安局邻镇派出所")], "", ("stationed", "lz-pcs")),
        ([CITY], "县公安局", None),
        ([], "", None),
    ],
)
def test_it_goes_to_whom_the_list_names_else_to_public_security_else_to_the_station(
    choices: list[tuple[str, str, str]], listed: str, chosen: tuple[str, str] | None
) -> None:
    assert police(choices, listed) == chosen
