"""/calendar: the county's calendars by year, and changing them."""

from backend.office.calendars.pages import days, hours, showing, years

ROUTES = [*showing.ROUTES, *years.ROUTES, *days.ROUTES, *hours.ROUTES]
