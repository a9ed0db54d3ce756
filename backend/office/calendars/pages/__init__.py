"""/calendar: the county's calendars by year, and changing them."""

from backend.office.calendars.pages import days, showing, years

ROUTES = [*showing.ROUTES, *years.ROUTES, *days.ROUTES]
