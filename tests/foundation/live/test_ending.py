"""A stream ends with what it came by: told at once by the act that ends it, found by the net where nobody told."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest

from backend.demo.organisation import officer_id, unit_id
from backend.foundation.database import rows
from backend.foundation.live import Listener, close_live, hub, open_live
from backend.foundation.live.standing import no_longer_entitled
from backend.foundation.now import now
from backend.foundation.people.sessions import digest_of, open_session, person_of_session
from backend.foundation.people.tokens import issue_token, person_of_token
from tests.rig.cast import A_DAY, Cast

DUIYUAN = officer_id("duiyuan")


async def by_token() -> Listener:
    token = await issue_token(DUIYUAN, "screen", now())
    person = await person_of_token(token)
    assert person is not None
    return Listener(person, digest_of(token))


async def by_session() -> Listener:
    cookie, _ = await open_session(DUIYUAN, device="rig", address="127.0.0.1", at=now(), lasting=A_DAY)
    person = await person_of_session(cookie, now())
    assert person is not None
    assert person.session_id
    return Listener(person, person.session_id)


@pytest.fixture
async def listening(own_cast: Cast) -> AsyncIterator[list[Listener]]:
    """A token's stream, a session's, and a colleague's, as a worker holds them: what it keeps doing has connections of its own."""
    colleague = Listener(await own_cast.person("duiyuan2"), "colleague")
    made = [await by_token(), await by_session(), colleague]
    await open_live()
    try:
        for each in made:
            await hub().join(each, "")
        yield made
    finally:
        await close_live()


async def version() -> str:
    [found] = await rows("SELECT version FROM officers WHERE id = ?", DUIYUAN)
    return str(found["version"])


async def own(cast: Cast, path: str) -> None:
    assert (await (await cast.browser("duiyuan")).post(path)).status_code == 303


async def manage(cast: Cast, path: str, **typed: str) -> None:
    administrator = await cast.browser("guanli")
    answer = await administrator.post(
        f"/officers/{DUIYUAN}{path}", data={"version": await version(), **typed}
    )
    assert answer.status_code < 400, answer.status_code


@pytest.mark.parametrize(
    ("act", "over"),
    [
        (lambda cast, token, _: own(cast, f"/me/tokens/{token}/withdrawal"), [True, False, False]),
        (lambda cast, _, session: own(cast, f"/me/devices/{session}/ending"), [False, True, False]),
        (lambda cast, *_: manage(cast, "/departure"), [True, True, False]),
        (lambda cast, *_: manage(cast, "/first-password"), [True, True, False]),
        (
            lambda cast, *_: manage(
                cast, "", name="沈禾", unit=str(unit_id("sfz-zfd")), roles="clerk", username="duiyuan"
            ),
            [True, True, False],
        ),
    ],
    ids=["token taken back", "device ended", "departure", "password reset", "another role"],
)
async def test_it_ends_with_the_act(
    own_cast: Cast,
    listening: list[Listener],
    act: Callable[[Cast, str, str], Awaitable[None]],
    over: list[bool],
) -> None:
    token, session, _ = listening
    await act(own_cast, token.credential, session.credential)
    assert [each._ended for each in listening] == over


@pytest.mark.parametrize(
    ("behind", "over"),
    [
        ("UPDATE tokens SET ended_at = ? WHERE officer = ?", [True, False]),
        ("UPDATE sessions SET ended_at = ? WHERE officer = ?", [False, True]),
        ("UPDATE sessions SET expires_at = ? WHERE officer = ?", [False, True]),
        ("UPDATE officers SET left_at = ? WHERE id = ?", [True, True]),
        ("UPDATE officers SET roles = '[]' WHERE id = ?", [True, True]),
    ],
)
async def test_the_net_finds_whom_nobody_told_of(cast: Cast, behind: str, over: list[bool]) -> None:
    made: list[Listener] = [await by_token(), await by_session()]
    assert await no_longer_entitled(made, now()) == []
    await rows(behind, *[now(), DUIYUAN][-behind.count("?") :])
    found = await no_longer_entitled(made, now() + timedelta(seconds=1))
    assert [each in found for each in made] == over


async def test_a_person_moved_to_the_neighbours_hears_of_neither_by_the_old_stream(cast: Cast) -> None:
    made: list[Listener] = [await by_token(), await by_session()]
    await rows("UPDATE officers SET unit = ? WHERE id = ?", unit_id("lz"), DUIYUAN)
    assert await no_longer_entitled(made, now()) == made
