"""The page of one photo: picture, facts, what contradicts them, receipts, the boxes over what must not leave."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import get
from litestar.params import FromPath
from litestar.response import Template

from backend.foundation.evidence import queries
from backend.foundation.evidence.queries import Sight
from backend.foundation.evidence.sentences import told
from backend.foundation.evidence.showing import facts
from backend.foundation.journal import timeline, told_lines
from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.web.guards import requires
from backend.foundation.web.pages import page
from backend.foundation.web.request import SignedRequest


@get("/photos/{photo_id:uuid}", guards=[requires("photo.read")])
async def show_photo(request: SignedRequest, photo_id: FromPath[UUID]) -> Template:
    """One photo with everything that is known of it."""
    sight = await queries.visible(request.user, photo_id)
    return page(
        request,
        "evidence/photo.html",
        current="patrols",
        photo=sight.photo,
        subject=sight.subject,
        facts=facts(sight.photo),
        verdict=sight.photo.verdict() if sight.photo.renditions == "ready" else None,
        boxes=msgspec.to_builtins(sight.photo.boxes),
        lines=told_lines(await timeline("photo", photo_id), told),
        **_acts(request.user, sight),
    )


def _acts(person: Person, sight: Sight) -> dict[str, Any]:
    own, subject = sight.photo.created_by == person.id, sight.subject
    return {
        "may_redact": may(person, "photo.redact") and sight.photo.renditions != "failed",
        "may_remove": own and may(person, "photo.write") and (subject is None or subject.open),
    }


ROUTES = [show_photo]
