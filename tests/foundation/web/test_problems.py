"""The `type` of every problem leads to words that explain it, for whoever reads the answer later."""

from backend.foundation.refusals import CATALOGUE
from tests.rig.cast import Cast


async def test_the_type_of_a_refusal_leads_to_what_it_means(cast: Cast) -> None:
    stranger = await cast.nobody()
    refusal = (await stranger.get("/api/v1/patrols")).json()
    explained = await stranger.get(refusal["type"])
    assert (explained.status_code, explained.json()) == (
        200,
        {
            "type": "/api/v1/problems/not_signed_in",
            "code": "not_signed_in",
            "status": 401,
            "title": CATALOGUE["not_signed_in"].title,
            "do": CATALOGUE["not_signed_in"].do,
        },
    )


async def test_every_code_is_explained_under_its_own_address(cast: Cast) -> None:
    stranger = await cast.nobody()
    listed = (await stranger.get("/api/v1/problems")).json()["items"]
    assert {each["code"] for each in listed} == set(CATALOGUE)
    for each in listed:
        assert (await stranger.get(each["type"])).json() == each


async def test_a_code_nobody_refuses_with_is_not_found(cast: Cast) -> None:
    answer = await (await cast.nobody()).get("/api/v1/problems/weather")
    assert (answer.status_code, answer.json()["type"]) == (404, "/api/v1/problems/not_found")
