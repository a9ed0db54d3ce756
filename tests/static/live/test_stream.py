"""The line to the server: what was heard, from where it goes on, when it counts as dead."""

import json
from typing import Any

import pytest
from playwright.async_api import Page, Route

NEWS = {"kind": "patrol", "id": "7", "event": "patrol.filed", "version": 2, "township": "sfz", "seq": 8}
HELLO = "retry: 2000\nid: sfz:7\n: here\n\n"
MESSAGE = f"id: sfz:8\ndata: {json.dumps(NEWS)}\n\n"

LISTEN = """async ({heard, until}) => {
  const { Stream } = await import("/js/live/stream.js");
  Math.random = () => 0;
  const said = [];
  const tell = (what) => (value) => said.push(value === undefined ? [what] : [what, value]);
  const stream = new Stream("/live", heard,
    { news: tell("news"), first: tell("first"), anew: tell("anew"), at: tell("at"), up: tell("up"), down: tell("down") });
  stream.run();
  while (!said.some(([what]) => what === until)) await new Promise((done) => setTimeout(done, 5));
  stream.end();
  return said;
}"""


class Answers:
    """What `/live` answers, one after another, and with which position it was asked."""

    def __init__(self, *bodies: str | int) -> None:
        self.bodies = list(bodies)
        self.asked: list[str | None] = []

    async def __call__(self, route: Route) -> None:
        self.asked.append(route.request.headers.get("last-event-id"))
        body = self.bodies.pop(0) if self.bodies else HELLO
        if isinstance(body, int):
            await route.fulfill(status=body)
        else:
            await route.fulfill(body=body, content_type="text/event-stream")


async def heard(
    page: Page, answers: Answers, *, position: str = "sfz:7", until: str = "down"
) -> list[list[Any]]:
    await page.route("**/live", answers)
    return list(await page.evaluate(LISTEN, {"heard": position, "until": until}))


async def test_a_message_is_told_with_how_far_we_are(workbench: Page) -> None:
    said = await heard(workbench, Answers(HELLO + MESSAGE))
    assert said == [["up"], ["at", "sfz:7"], ["news", NEWS], ["at", "sfz:8"], ["down"]]


async def test_it_goes_on_from_where_it_had_heard(workbench: Page) -> None:
    answers = Answers(HELLO + MESSAGE, "event: reset\ndata: {}\n\n")
    said = await heard(workbench, answers, until="anew")
    assert answers.asked == ["sfz:7", "sfz:8"]
    assert ["anew"] in said


async def test_the_very_first_time_is_told_once(workbench: Page) -> None:
    answers = Answers(HELLO)
    assert (await heard(workbench, answers, position="")).count(["first"]) == 1
    assert answers.asked == [None]


async def test_a_sign_of_life_moves_the_position_and_says_nothing(workbench: Page) -> None:
    said = await heard(workbench, Answers("id: sfz:9\n: alive\n\n"))
    assert said == [["up"], ["at", "sfz:9"], ["down"]]


@pytest.mark.parametrize("status", [401, 503])
async def test_a_refusal_is_tried_again_later(workbench: Page, status: int) -> None:
    answers = Answers(status, HELLO)
    said = await heard(workbench, answers, until="up")
    assert said[:2] == [["down"], ["up"]]
    assert len(answers.asked) == 2


async def test_a_line_that_is_silent_is_given_up(workbench: Page) -> None:
    await workbench.clock.install()
    said = await workbench.evaluate(
        """async () => {
          const { Stream } = await import("/js/live/stream.js");
          const said = [];
          let asked = 0;
          window.fetch = async (url, { signal }) => {
            asked += 1;
            return { ok: true, body: new ReadableStream({ start: (line) =>
              signal.addEventListener("abort", () => line.error(new Error("aborted"))) }) };
          };
          const none = () => undefined;
          const stream = new Stream("/live", "sfz:7",
            { news: none, anew: none, at: none, up: none, down: () => said.push("down") });
          stream.run();
          window.silent = { said, asked: () => asked };
        }"""
    )
    assert said is None
    await workbench.clock.run_for(24_000)
    assert await workbench.evaluate("window.silent.said") == []
    await workbench.clock.run_for(1_500)
    assert await workbench.evaluate("window.silent.said") == ["down"]
    await workbench.clock.run_for(1_000)
    assert await workbench.evaluate("window.silent.asked()") == 2


async def test_blocks_are_put_together_however_they_are_cut(workbench: Page) -> None:
    found = await workbench.evaluate(
        """async (text) => {
          const { eventsOf } = await import("/js/live/events.js");
          const bytes = new TextEncoder().encode(text);
          const body = new ReadableStream({ start(line) {
            for (let at = 0; at < bytes.length; at += 3) line.enqueue(bytes.slice(at, at + 3));
            line.close();
          } });
          const found = [];
          for await (const event of eventsOf(body)) found.push(event);
          return found;
        }""",
        "id: sfz:1\ndata: 备案\n\nevent: reset\ndata: {}\n\n",
    )
    assert found == [
        {"id": "sfz:1", "name": "message", "data": "备案"},
        {"id": "", "name": "reset", "data": "{}"},
    ]
