"""Delegating approval."""

from datetime import date

from backend.casework.handoffs.bodies.words import Name, Reason
from backend.foundation.web.bodies import Body


class DelegationBody(Body, kw_only=True):
    """PUT /approval-delegations/{uuid}: `delegate` by username, both days included."""

    delegate: Name
    from_day: date
    until_day: date
    note: Reason | None = None


class Nothing(Body, kw_only=True):
    """An act that says nothing more."""
