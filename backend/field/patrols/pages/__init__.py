"""The patrol on the phone: list, plan, start, walk, end, file. What is written goes through the API."""

from backend.field.patrols.pages import here, lists, planning, record

ROUTES = [*here.ROUTES, *lists.ROUTES, *planning.ROUTES, *record.ROUTES]
