"""What the sign-in page may show before anybody is known."""

from dataclasses import dataclass

from backend.foundation.database import batch, rows
from backend.foundation.database.access import Statement
from backend.foundation.web.frame import LOCK


@dataclass(frozen=True)
class DemoSignIn:
    """A demo person anybody may sign in as; their one password is public."""

    username: str
    position: str
    unit: str


@dataclass(frozen=True)
class Threshold:
    """Whose product this is, and whom one can sign in as in a demo."""

    county: str
    demo: bool
    locks: bool  # whether some township locks the phones of its people
    sign_ins: tuple[DemoSignIn, ...] = ()


async def threshold() -> Threshold:
    """The county's name if there is one county, and the demo's sign-ins if it is a demo."""
    counties, locking = await batch([("SELECT name, demo FROM counties LIMIT 2", []), _LOCKING])
    demo = any(county["demo"] for county in counties)
    found = await rows(_SIGN_INS) if demo else []
    return Threshold(
        counties[0]["name"] if len(counties) == 1 else "",
        demo,
        any(int(entry["value"]) > 0 for entry in locking),
        tuple(DemoSignIn(**officer) for officer in found),
    )


_LOCKING: Statement = ("SELECT value FROM preferences WHERE name = ?", [LOCK])

_SIGN_INS = (
    "SELECT o.username, o.position, u.name AS unit FROM officers o JOIN units u ON u.id = o.unit "
    "WHERE o.demo AND o.left_at IS NULL AND o.password_hash <> '' "
    "ORDER BY CASE WHEN u.township IS NULL THEN 2 WHEN u.kind = 'affiliated' THEN 0 ELSE 1 END, u.code, o.username"
)
