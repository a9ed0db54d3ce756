"""How a letter cites a clause: the document in 书名号, the place in it, and its own words. Pure."""

import re
from typing import Final

from backend.foundation.mechanism import Limit, Profile
from backend.foundation.mechanism.instrument import Provision

_FULL_WIDTH: Final = str.maketrans("(),;:０１２３４５６７８９", "（），；：0123456789")
_PLACE: Final = re.compile(
    r"(?P<part>[一二三四五六七八九十]+)(?:\((?P<item>[一二三四五六七八九十]+)\))?(?P<point>\d+)?"
)
SILENT: Final = "有关规定"


def cited(profile: Profile | None, provision: Provision | None, *, quoted: bool = False) -> str:
    """《…综合行政执法协调联动机制》第二部分第（四）项, with its words where `quoted`; 有关规定 where nothing is said."""
    if (
        profile is None
        or provision is None
        or not provision.stated
        or provision.clause not in profile.clauses
    ):
        return SILENT
    document = profile.document_of(provision.clause)
    place = clause_place(provision.clause.removeprefix(document.id))
    words = f"《{document.title.translate(_FULL_WIDTH)}》{place}"
    return (
        f"{words}关于“{provision.quote.translate(_FULL_WIDTH)}”的规定"
        if quoted and provision.quote
        else words
    )


def clause_place(place: str) -> str:
    """二(四)1 as 第二部分第（四）项第1点; what is written otherwise stays as it is."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return place.translate(_FULL_WIDTH)
    return "".join(
        (
            f"第{found['part']}部分",
            f"第（{found['item']}）项" if found["item"] else "",
            f"第{found['point']}点" if found["point"] else "",
        )
    )


def stated(profile: Profile | None, rule: str) -> Limit | None:
    """The place's own limit, None where its text has none."""
    limit = profile.limits.get(rule) if profile else None
    return limit if limit is not None and limit.stated else None
