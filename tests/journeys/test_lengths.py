"""What the description of the API says of a form's field, on which every page is judged (lengths.py)."""

import pytest

from tests.journeys.lengths import longest

FINDING = "/api/v1/patrols/a/findings/{new}"


@pytest.mark.parametrize(
    ("method", "url", "name", "most"),
    [
        ("POST", "/api/v1/patrols/a/filing", "summary", 5000),
        ("PUT", "/api/v1/patrols/{new}?on=a", "summary", 5000),
        ("PUT", FINDING, "party.name", 60),
        ("PUT", FINDING, "ongoing", None),
        ("PUT", FINDING, "nowhere", None),
        ("DELETE", FINDING, "facts", None),
        ("POST", "/somewhere", "text", None),
    ],
)
def test_a_field_may_be_as_long_as_the_api_says(method: str, url: str, name: str, most: int | None) -> None:
    assert longest(method, url, name) == most
