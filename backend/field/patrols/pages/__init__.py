"""The patrol on the phone: list, plan, start, walk, end, file. What is written goes through the API."""

from backend.field.patrols.pages import lists, planning, record

ROUTES = [*lists.ROUTES, *planning.ROUTES, *record.ROUTES]
