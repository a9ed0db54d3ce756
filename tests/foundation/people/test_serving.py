"""Who serves in a township, by what they may do there."""

from backend.foundation.database import rows
from backend.foundation.now import now
from backend.foundation.people.serving import serving
from tests.rig.cast import Cast


async def test_those_of_the_township_who_carry_one_of_the_roles(cast: Cast) -> None:
    home = (await cast.person("duizhang")).township_id
    assert [each.username for each in await serving(home, {"captain"})] == ["duizhang"]
    both = {each.username for each in await serving(home, {"captain", "police_chief"})}
    assert both == {"duizhang", "suozhang"}
    assert await serving(None, {"captain"}) == []


async def test_who_has_left_serves_nowhere(cast: Cast) -> None:
    home = (await cast.person("duizhang")).township_id
    await rows("UPDATE officers SET left_at = ? WHERE username = 'duizhang'", now())
    assert await serving(home, {"captain"}) == []
