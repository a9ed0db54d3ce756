"""What goes first: facts before photos, what makes a record before what hangs on it, and nobody waits for a stranger."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.async_api import Page

ORDER = """async cases => {
  const { needs, nextReady, ripensAt } = await import("/js/outbox/order.js");
  return cases.map(([what, ...given]) => ({ needs, nextReady, ripensAt })[what](...given));
}"""
PATROL = {"kind": "patrol", "id": "p"}
START = {"id": "p", "kind": "patrol", "method": "PUT", "subject": PATROL}


def act(name: str, kind: str) -> dict[str, Any]:
    return {"id": name, "kind": kind, "method": "POST", "subject": PATROL}


def finding(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "kind": "finding",
        "method": "PUT",
        "subject": {"kind": "finding", "id": name},
        "about": PATROL,
    }


def photo(name: str, of: str) -> dict[str, Any]:
    return {"id": name, "kind": "photo", "method": "PUT", "subject": {"kind": "finding", "id": of}}


async def order(page: Page, *cases: Any) -> list[Any]:
    return list(await page.evaluate(ORDER, cases))


async def test_what_an_envelope_needs(workbench: Page) -> None:
    earlier = [START, act("s", "patrol.start"), act("z", "patrol.pause"), finding("f"), photo("i", "f")]
    change = {
        "id": "c",
        "kind": "finding.change",
        "method": "PATCH",
        "subject": {"kind": "finding", "id": "f"},
    }
    other = act("e", "patrol.end") | {"subject": {"kind": "patrol", "id": "another"}}
    handoff = finding("h") | {"kind": "handoff", "about": {"kind": "finding", "id": "f"}}
    found = await order(
        workbench,
        ("needs", handoff, earlier),
        ("needs", finding("g"), earlier),
        ("needs", act("e", "patrol.end"), earlier),
        ("needs", change, earlier),
        ("needs", photo("j", "f"), earlier),
        ("needs", other, earlier),
        ("needs", START, earlier),
    )
    assert found == [["f"], ["p", "s"], ["p", "s", "z"], ["f"], [], [], ["s", "z"]]


def row(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "kind": "finding", "after": [], "state": "waiting", "at": "2026", "next_at": 0} | more


async def test_which_one_goes_next(workbench: Page) -> None:
    picture = row("a", kind="photo", at="2020")
    found = await order(
        workbench,
        ("nextReady", [picture, row("b"), row("c", at="2025")], 0),
        ("nextReady", [picture, row("b", state="refused"), row("c", after=["b"])], 0),
        ("nextReady", [row("b", next_at=5000), row("c", after=["b"])], 4999),
        ("nextReady", [row("b", next_at=5000), row("c", after=["b"])], 5000),
        ("nextReady", [row("b", next_at=3_600_000)], -1),
        ("nextReady", [row("b", next_at=3_600_000)], 0),
        ("ripensAt", [row("b", next_at=5000), row("c", after=["b"]), row("d", next_at=9000)]),
        ("ripensAt", [row("b", state="refused"), row("c", after=["b"])]),
    )
    names = [one["id"] if isinstance(one, dict) else one for one in found]
    assert names == ["c", "a", None, "b", "b", None, 5000, None]


async def test_what_needs_another_comes_after_it_whatever_the_clock_was_put_to(workbench: Page) -> None:
    made = [
        row("start", made_at="12"),
        row("pause", made_at="09", after=["start"]),
        row("before", made_at="11"),
    ]
    script = "async rows => (await import('/js/outbox/order.js')).inOrder(rows).map(({ id }) => id)"
    assert await workbench.evaluate(script, made) == ["before", "start", "pause"]


QUEUES = st.lists(
    st.tuples(st.sampled_from(["fact", "photo"]), st.sampled_from(["waiting", "refused"]), st.sets(st.integers(0, 11))),
    min_size=1,
    max_size=12,
)  # fmt: skip
DRAINED = """async queues => {
  const { nextReady } = await import("/js/outbox/order.js");
  return queues.map((rows) => {
    const went = [];
    for (let next = nextReady(rows, 0); next; next = nextReady(rows, 0)) {
      went.push(next.id);
      rows = rows.filter((row) => row !== next);
    }
    return went;
  });
}"""


def queue_of(drawn: list[tuple[str, str, set[int]]]) -> list[dict[str, Any]]:
    """An envelope needs earlier ones only."""
    return [
        row(str(at), kind=kind, state=state, at=f"{at:02}", after=[str(each) for each in needed if each < at])
        for at, (kind, state, needed) in enumerate(drawn)
    ]


async def test_everything_goes_once_after_what_it_needs_and_only_the_refused_hold_back(
    workbench: Page,
) -> None:
    drawn: list[list[tuple[str, str, set[int]]]] = []

    @settings(max_examples=200, database=None)
    @given(QUEUES)
    def draw(queue: list[tuple[str, str, set[int]]]) -> None:
        drawn.append(queue)

    draw()
    queues = [queue_of(queue) for queue in drawn]
    for rows, went in zip(queues, await workbench.evaluate(DRAINED, queues), strict=True):
        named = {each["id"]: each for each in rows}
        stuck = {name for name, each in named.items() if each["state"] == "refused"}
        for name, each in named.items():
            if stuck & set(each["after"]):
                stuck.add(name)
        assert sorted(went) == sorted(named.keys() - stuck)
        assert all(went.index(need) < went.index(name) for name in went for need in named[name]["after"])
