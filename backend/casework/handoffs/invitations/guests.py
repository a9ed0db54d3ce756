"""Who stands before a link: which case it opens, and whether the code was typed in this browser."""

from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Final
from uuid import UUID

from litestar.datastructures import Cookie

from backend.casework.handoffs.invitations import visits
from backend.casework.handoffs.invitations.queries import by_token, is_visiting
from backend.casework.handoffs.invitations.rules import Invitation, signed_by
from backend.casework.handoffs.invitations.visitor import Visitor, somebody_of, visiting
from backend.foundation.letters.official.codes import read_code
from backend.foundation.now import now
from backend.foundation.people.csrf import csrf_token, is_csrf_token
from backend.foundation.people.identity import Person
from backend.foundation.refusals import Refusal
from backend.foundation.web.forms import Fields
from backend.foundation.web.pace import Pace
from backend.foundation.web.request import AnyRequest
from backend.foundation.web.visitors import address_of
from backend.settings import settings

COOKIE: Final = "reply"
LONGEST: Final = 60
# A hundred random bits are not found at this pace, and an office behind one address is not held up by it.
LOOKS, WRONG = Pace(240), Pace(20)


@dataclass(frozen=True, slots=True)
class Guest:
    """One request by link. `cookie` is empty until the code was typed, and once the visit has run out."""

    token: str
    invitation: Invitation
    cookie: str
    at: datetime

    @property
    def path(self) -> str:
        return f"/p/{self.token}"

    @property
    def csrf(self) -> str:
        return csrf_token(self.cookie) if self.cookie else ""

    async def person(self, name: str = "", position: str = "") -> Person:
        """As commands and queries see them."""
        return await somebody_of(self.invitation, name, position)

    async def signing(self, typed: Fields) -> Visitor:
        """Whoever signs with name and position; refuses `invalid`."""
        name, position = signed_by(typed.raw("name"), typed.raw("position"))
        return visiting(await self.person(name, position), self.at, _key(typed.text("key")))

    def prove(self, shown: str) -> None:
        """Refuses `csrf` for a form that was not drawn for this visit."""
        if not is_csrf_token(self.cookie, shown):
            raise Refusal("csrf")


async def guest(request: AnyRequest, token: str) -> Guest:
    """Refuses `too_many`, `link_unknown`, `link_ended`, and `link_not_for_you` for people who have an account."""
    asking, at = address_of(request), now()
    LOOKS.spend(asking, monotonic())
    plain = read_code(token[:LONGEST])
    invitation = await by_token(plain) if plain else None
    if invitation is None or plain is None:
        WRONG.spend(asking, monotonic())
        raise Refusal("link_unknown")
    if not invitation.alive:
        raise Refusal("link_ended")
    if request.user is not None:
        raise Refusal("link_not_for_you")
    cookie = request.cookies.get(COOKIE, "")
    if not await is_visiting(cookie, invitation, at):
        return Guest(plain, invitation, "", at)
    await visits.stay(cookie, at)
    return Guest(plain, invitation, cookie, at)


def cookie_of(caller: Guest, value: str) -> Cookie:
    """Kept by this browser for this link alone, until it is closed, out of reach of scripts and of other sites; how long it
    opens anything is the visit's own affair. Without a value: taken away."""
    return Cookie(
        key=COOKIE,
        value=value,
        path=caller.path,
        max_age=None if value else 0,
        httponly=True,
        secure=settings().secure_cookies,
        samesite="strict",
    )


def _key(text: str) -> UUID | None:
    """The key of a form, made when it was drawn: sent twice it is one act."""
    try:
        return UUID(text)
    except ValueError:
        return None
