"""Answering with a page or a part of one; what every page is given is made here and nowhere else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from litestar.response import Template

from backend.foundation.people.identity import Person
from backend.foundation.people.permissions import may
from backend.foundation.web.assets import asset_url
from backend.foundation.web.frame import Badge, Frame
from backend.foundation.web.request import AnyRequest, asks_for_part
from backend.settings import settings


@dataclass(frozen=True)
class Tab:
    """One entry of the tab bar (phone) and rail (tablet, desk). `action` says whose it is; `seldom`: a tablet, whose rail
    is short, keeps it behind 更多."""

    name: str
    label: str
    icon: str
    url: str
    action: str
    wide_only: bool = False
    seldom: bool = False
    count: int = 0
    urgent: bool = False
    assist: bool = False
    hold_s: int = 2


@dataclass(frozen=True)
class Shell:
    """What the frame of a page needs: who, how it looks, where one is."""

    person: Person | None
    theme: str
    care: bool
    demo: bool
    csrf: str
    tabs: list[Tab] = field(default_factory=list)
    current: str = ""
    lock_minutes: int = 0
    asset: Callable[[str], str] = asset_url

    @property
    def map_attributes(self) -> dict[str, str]:
        """What behaviours/map.js needs to know of this deployment, as attributes of a map's canvas."""
        given, vendor = settings(), asset_url("vendor/vendor.json").rpartition("/")[0]
        return {
            "data-behaviour": "map",
            "data-leaflet": f"{vendor}/leaflet@1.9.4",
            "data-style": asset_url("css/map.css"),
            "data-gcoord": f"{vendor}/gcoord@1.0.7",
            "data-sketch": "/api/v1/sketch.geojson",
            "data-tiles": given.tile_url,
            "data-tiles-subdomains": given.tile_subdomains,
            "data-tiles-system": given.tile_system,
            "data-attribution": given.tile_attribution,
        }

    @property
    def assist(self) -> Tab | None:
        """紧急支援, which a page without tabs carries in its dock."""
        return next((tab for tab in self.tabs if tab.assist), None)

    def may(self, action: str) -> bool:
        return self.person is not None and may(self.person, action)


_tabs: list[Tab] = []


def place_tabs(tabs: list[Tab]) -> None:
    """Set the tabs of the product; app.py does it once."""
    _tabs[:] = tabs


def page(
    request: AnyRequest,
    template: str,
    *,
    current: str = "",
    status: int = 200,
    kept: bool = True,
    **context: Any,
) -> Template:
    """The page or part of one that `template` draws. `kept`: a phone may keep it, if its address is one of those that
    the service worker keeps (static/js/sw/rules.js)."""
    shell = shell_of(request, current)
    return Template(
        template_name=template,
        context={"shell": shell, **context},
        status_code=status,
        headers={"Cache-Control": "no-store", "Vary": "HX-Request, Cookie"}
        | _told_worker(shell.person, kept=kept),
    )


def _told_worker(person: Person | None, *, kept: bool) -> dict[str, str]:
    """The service worker keeps pages per person and wipes everyone else's."""
    drawn_for = {"Liandong-Person": str(person.id)} if person else {}
    return drawn_for if kept else drawn_for | {"Liandong-Keep": "no"}


def shell_of(request: AnyRequest, current: str) -> Shell:
    person: Person | None = request.scope.get("user")
    auth = request.scope.get("auth")
    frame = request.scope["state"].get("frame", Frame())
    return Shell(
        person=person,
        theme=request.cookies.get("ld-theme", ""),
        care=request.cookies.get("ld-care") == "1",
        demo=person.demo if person else settings().demo,
        csrf=auth.csrf if auth else "",
        tabs=in_the_middle(
            [_counted(tab, frame.badges) for tab in _tabs if person and may(person, tab.action)]
        ),
        current=current,
        lock_minutes=frame.lock_minutes,
    )


def in_the_middle(tabs: list[Tab]) -> list[Tab]:
    """The assist in the middle of those a telephone shows, whoever's they are; the rail has it at its foot."""
    rest = [tab for tab in tabs if not tab.assist]
    shown = [tab for tab in rest if not tab.wide_only]
    place = rest.index(shown[len(shown) // 2]) if shown else 0
    return [*rest[:place], *(tab for tab in tabs if tab.assist), *rest[place:]]


def _counted(tab: Tab, badges: Mapping[str, Badge]) -> Tab:
    badge = badges.get(tab.name)
    if badge is None:
        return tab
    return replace(tab, count=badge.count, urgent=badge.urgent, hold_s=badge.hold_s or tab.hold_s)


def is_fragment(request: AnyRequest) -> bool:
    """Whether htmx asks for a part of the page (a history restore asks for all of it)."""
    return asks_for_part(request)
