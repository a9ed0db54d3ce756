"""Where nothing can be kept a photo goes straight to the server, again and again until that has it or will not have it."""

from typing import Any

import pytest
from playwright.async_api import Page

from tests.static.answers import problem
from tests.static.station import Station

SENT = """async (dropped) => {
  const { Upload } = await import("/js/evidence/upload.js");
  const picture = { blob: new Blob(["abc"]), source: "camera", takenAt: new Date(), sha256: "0", type: "image/jpeg", fix: null };
  const upload = new Upload(picture, { kind: "finding", id: "f" }, "/api/v1/photos/{id}");
  const states = [];
  upload.addEventListener("change", () => {
    states.push(upload.state);
    if (upload.state === "wait") setTimeout(() => (dropped ? upload.takeBack() : upload.again()));
  });
  await upload.run();
  return [upload.state, upload.problem?.title ?? null, states.filter((state) => state === "wait").length];
}"""


@pytest.mark.parametrize(
    ("trouble", "outcome"),
    [
        ([], ["sent", None, 0]),
        ([None, problem(503, "restarting"), problem(401, "not_signed_in")], ["sent", None, 3]),
        ([problem(422, "invalid", title="照片最大30 MB")], ["refused", "照片最大30 MB", 0]),
    ],
)
async def test_it_is_tried_until_it_is_there_or_refused(
    workbench: Page, station: Station, trouble: list[Any], outcome: list[Any]
) -> None:
    station.trouble = trouble
    assert await workbench.evaluate(SENT, False) == outcome
    assert [bytes(whole) for whole in station.pieces.values()] == ([b"abc"] if outcome[0] == "sent" else [])


async def test_what_is_taken_back_while_it_waits_is_not_sent(workbench: Page, station: Station) -> None:
    station.trouble = [None]
    assert await workbench.evaluate(SENT, True) == ["dropped", None, 1]
    assert station.held == {}
