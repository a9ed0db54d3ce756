"""Moments that must follow one another. Pure."""

from datetime import datetime

from backend.foundation.refusals import Refusal


def not_before(at: datetime, earliest: datetime, words: str) -> None:
    """Refuse `times_crossed`. By the minute: a form knows no seconds."""
    if at.replace(second=0, microsecond=0) < earliest.replace(second=0, microsecond=0):
        raise Refusal("times_crossed", fields={"at": words})
