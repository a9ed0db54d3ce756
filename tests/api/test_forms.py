"""Forms and pages asked for wrongly: an answer a person can read, never a fault, never a changed row."""

from uuid import uuid4

import httpx
import pytest
from _pytest.subtests import Subtests

from backend.demo.organisation import officer_id, unit_id
from tests.api.footprint import footprint
from tests.api.refusing import CHINESE
from tests.api.targets import set_up
from tests.field.street import Street

OFFICER, UNIT = officer_id("duiyuan2"), unit_id("sfz-zfd")
FORMS = {
    "/units": "name=河道站&code=hdz&kind=internal",
    f"/units/{UNIT}": "name=执法队&code=sfz-zfd&kind=internal&version=1",
    "/officers": f"name=欧阳&username=ouyang&unit={UNIT}&roles=officer",
    f"/officers/{OFFICER}": f"name=欧阳&username=duiyuan2&unit={UNIT}&roles=officer&version=1",
    f"/officers/{OFFICER}/certificates": "number=X1&issuer=省司法厅&first_day=2026-01-01&last_day=2027-01-01",
    "/settings": "track.gap_seconds=120",
    "/password": "current=liandong-demo&password=老街口的石榴&again=老街口的石榴",
}
WRONG_FORMS = {
    "nothing": b"",
    "no form": b"\x00\x01\x02",
    "broken UTF-8": b"name=%ff%fe&code=%e9%9b",
    "NUL": b"name=a%00b&code=x%00&version=1&number=%00",
    "everything twice": b"name=a&name=b&code=&code=&version=1&version=x",
    "a thousand fields": b"&".join(b"x%d=1" % n for n in range(1000)),
    "numbers that are none": b"version=99999999999999999999&track.gap_seconds=1e9&unit=7",
    "a name of a million": b"name=" + b"x" * 1_000_000,
    "signs": b"name=<script>alert(1)</script>&code=';--&kind=../../etc/passwd&roles=god",
    "years that are none": b"number=1&issuer=x&first_day=0000-00-00&last_day=9999-99-99",
    "five megabytes": b"x" * 5_000_000,
}
KINDS = ("application/json", "multipart/form-data; boundary=x", "text/plain", "image/png")

# Pages with what somebody may have typed into the address.
PAGES = (
    "/patrols/7",
    "/patrols/%00",
    f"/patrols/{uuid4()}",
    f"/patrols/{uuid4()}/findings/{uuid4()}",
    f"/photos/{uuid4()}",
    "/patrols/new?plan=maybe",
    "/patrols/new?plan=%00",
    "/patrols/{running}/findings?before=x",
    "/patrols/{running}/findings?before=-1",
    "/patrols/{running}/findings?before=99999999999999999999",
    "/patrols/{running}/timeline?before=-99999999999",
    "/patrols/{running}/timeline?before=99999999999999999999",
    "/ledger?cursor=broken",
    "/ledger?from=2026-02-30",
    "/ledger?q=%00",
    "/ledger?q=%ff%fe",
    "/ledger?kind=walk&state=lost",
    "/profile?of=../../etc/passwd",
    "/profile?of=%00",
    "/login?next=//evil.example/",
    "/login?next=javascript:alert(1)",
    "/nothing/here",
    "/static/x/../../../etc/passwd",
    "/static/%00/x",
    "/patrols/{theirs}",
    "/patrols/{running}/findings/{finding}?x=" + "y" * 8000,
)


def readable(answer: httpx.Response) -> None:
    """No fault; a refusal says in Chinese what happened."""
    assert answer.status_code < 500, f"{answer.status_code}: {answer.text[:300]}"
    if answer.status_code >= 400:
        assert answer.headers["content-type"].startswith("text/html"), answer.headers
        assert CHINESE.search(answer.text)
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("path", FORMS)
async def test_a_form_that_is_none(street: Street, path: str, subtests: Subtests) -> None:
    await set_up(street)
    client = await street.cast.browser("guanli")
    before = await footprint()
    for name, content in WRONG_FORMS.items():
        with subtests.test(name):
            headers = {"Content-Type": "application/x-www-form-urlencoded"}
            answer = await client.post(path, content=content, headers=headers)
            readable(answer)
            assert answer.status_code >= 400
    for kind in KINDS:
        with subtests.test(kind):
            answer = await client.post(path, content=FORMS[path].encode(), headers={"Content-Type": kind})
            readable(answer)
            assert answer.status_code >= 400
    assert await footprint() == before


@pytest.mark.parametrize("path", FORMS)
async def test_a_form_from_another_place(street: Street, path: str, subtests: Subtests) -> None:
    """Without the session's token, with another's, or sent by a page that is not ours."""
    await set_up(street)
    client = await street.cast.browser("guanli")
    token = client.headers.pop("X-CSRFToken")
    before = await footprint()
    strangers: tuple[dict[str, str], ...] = (
        {},
        {"X-CSRFToken": "x" * len(token)},
        {"X-CSRFToken": token[:-1]},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    )
    for headers in strangers:
        with subtests.test(str(headers)):
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            answer = await client.post(path, content=FORMS[path].encode(), headers=form | headers)
            assert answer.status_code == 403
            readable(answer)
    assert await footprint() == before


@pytest.mark.parametrize("who", ["duiyuan", "lingdao", "guanli"])
async def test_a_page_asked_for_wrongly(street: Street, who: str, subtests: Subtests) -> None:
    targets = await set_up(street)
    client = await street.cast.browser(who)
    before = await footprint()
    for page in PAGES:
        with subtests.test(page[:60]):
            readable(await client.get(page.format(**targets)))
    assert await footprint() == before


@pytest.mark.parametrize(
    "typed", [("", ""), ("x" * 100_000, "y"), ("duiyuan", "z" * 1_000_000), ("\x00", "\x00")]
)
async def test_a_sign_in_that_is_none(street: Street, typed: tuple[str, str]) -> None:
    client = await street.cast.nobody()
    answer = await client.post("/login", data={"username": typed[0], "password": typed[1]})
    readable(answer)
    assert "session" not in answer.cookies
