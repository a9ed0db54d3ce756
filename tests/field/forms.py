"""What a page offers: its forms, as the browser's scripts would send them. What lies in a <template> is offered later or never."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass
class Form:
    """One form of the API: where it goes, how, the names of its fields, and the record as it was drawn (a change sends what differs)."""

    url: str
    method: str
    id: str
    before: Any = None
    names: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.opened: set[str] = set()
        self.dialogs: set[str] = set()
        self.submitted: set[str] = set()
        self.templates = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.templates += tag == "template"
        if self.templates:
            return
        if tag == "form" and "data-url" in told:
            self.forms.append(_form(told))
        elif tag in ("input", "select", "textarea") and told.get("name") and self.forms:
            self.forms[-1].names.add(told["name"])
        elif tag == "a":
            self.links.append(told.get("href", ""))
        elif tag == "dialog":
            self.dialogs.add(told.get("id", ""))
        elif tag == "button":
            self.opened |= {told["data-dialog"]} if "data-dialog" in told else set()
            self.submitted |= {told["form"]} if "form" in told else set()

    def handle_endtag(self, tag: str) -> None:
        self.templates -= tag == "template"


def _form(told: dict[str, str]) -> Form:
    before = json.loads(told["data-before"]) if told.get("data-before") else None
    return Form(told["data-url"], told.get("data-method", "POST"), told.get("id", ""), before)


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    return reader


def forms(html: str) -> list[Form]:
    """Those that write through the API; signing in again is no act of the page."""
    return [form for form in read(html).forms if form.url != "/api/v1/session"]


def links(html: str) -> list[str]:
    return read(html).links


def dead_buttons(html: str) -> set[str]:
    """Buttons that open a dialog or send a form that is not on the page."""
    page = read(html)
    return (page.opened - page.dialogs) | (page.submitted - {form.id for form in page.forms})
