"""Only what was changed is sent as a change."""

from typing import Any

from playwright.async_api import Page

CHANGES = """async ([cases, before]) => {
  const { changesOf } = await import("/js/sending/changes.js");
  return cases.map((values) => changesOf(values, before));
}"""
BEFORE = {
    "title": "早市",
    "planned_until": None,
    "crew": ["duiyuan", "minjing"],
    "position": {"lat": 24.1, "lon": 102.4, "accuracy_m": None, "source": "map"},
    "party": None,
    "ongoing": False,
}


CASES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"title": "早市"}, {}),
    ({"title": "夜市"}, {"title": "夜市"}),
    ({"title": ""}, {"title": ""}),
    ({"planned_until": ""}, {}),
    ({"crew": ["minjing", "duiyuan"]}, {}),
    ({"crew": ["minjing"]}, {"crew": ["minjing"]}),
    ({"position": {"source": "map", "lon": 102.4, "lat": 24.1}}, {}),
    ({"position": {"source": "none"}}, {"position": {"source": "none"}}),
    ({"party": {"name": ""}}, {}),
    ({"party": {"name": "某店"}}, {"party": {"name": "某店"}}),
    ({"ongoing": True, "base": 3}, {"ongoing": True, "base": 3}),
]


async def test_what_stayed_as_it_was_is_not_sent(workbench: Page) -> None:
    found = await workbench.evaluate(CHANGES, [[values for values, _ in CASES], BEFORE])
    assert found == [expected for _, expected in CASES]
