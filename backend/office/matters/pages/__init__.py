"""/matters: the list, one matter, 归谁管, and what its keepers do."""

from backend.office.matters.pages import asking, imports, listing, matter, proposals, upkeep, writing

ROUTES = [
    *listing.ROUTES,
    *asking.ROUTES,
    *matter.ROUTES,
    *writing.ROUTES,
    *upkeep.ROUTES,
    *proposals.ROUTES,
    *imports.ROUTES,
]
