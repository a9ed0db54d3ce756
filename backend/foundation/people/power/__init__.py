"""Exercise of power on a party takes two certified officers of the same enforcing body: the rule, and who counted when."""

from backend.foundation.people.power.rules import (
    OFFICERS_NEEDED,
    Body,
    Holder,
    Power,
    power,
    two_officers_clause,
)

__all__ = ["OFFICERS_NEEDED", "Body", "Holder", "Power", "power", "two_officers_clause"]
