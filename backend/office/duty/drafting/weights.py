"""What makes one roster better than another, once the hard rules hold. Squares, so that what lies far out is evened first."""

from typing import Final

from backend.office.duty.drafting.given import Member, Shift, Tally

NIGHT: Final = 6
FREE_DAY: Final = 6
# A block of hours: two twelve-hour shifts more weigh like one night more.
BLOCK_HOURS: Final = 6
WISH_OFF: Final = 12
WISH_ON: Final = 6
# A shift that begins within so long after the last one has ended is one too soon: rest is kept, and hardly more.
SOON_HOURS: Final = 30
SOON: Final = 4
# 备勤 is kept up after what has people out on the street.
SHORT: Final = {"reserve": 1}
SHORT_ELSE: Final = 2


def burden(total: Tally) -> float:
    """The cost of what one member bears."""
    return NIGHT * total.nights**2 + FREE_DAY * total.free_days**2 + (total.hours / BLOCK_HOURS) ** 2


def wish(member: Member, shift: Shift) -> int:
    """The cost of this shift for what the member wished: a wish for the day off weighs against, one for duty speaks for."""
    wants = {each.wants for each in member.wishes if each.day == shift.day}
    return WISH_OFF * ("off" in wants) - WISH_ON * ("on" in wants)


def short(shift: Shift) -> int:
    """The cost of one person missing on a shift."""
    return SHORT.get(shift.kind, SHORT_ELSE)
