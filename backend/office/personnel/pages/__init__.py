"""/units, /officers and /certificates: the administrator's pages."""

from backend.office.personnel.pages import attachments, certificates, officers, standing, units

ROUTES = [*units.ROUTES, *officers.ROUTES, *standing.ROUTES, *certificates.ROUTES, *attachments.ROUTES]
