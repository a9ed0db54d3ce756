"""What a phone says of where it is."""

import msgspec

from backend.foundation.web.api import Latitude, Longitude, Metres, Moment
from backend.foundation.web.bodies import Body


class Fix(msgspec.Struct, forbid_unknown_fields=True):
    """WGS-84."""

    lat: Latitude
    lon: Longitude
    accuracy_m: Metres | None = None


class Shared(Body, kw_only=True):
    """PUT /me/position: the last word counts. `at`: when the phone was there."""

    position: Fix
    at: Moment | None = None
