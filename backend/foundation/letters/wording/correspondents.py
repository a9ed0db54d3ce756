"""Who writes to whom, under which mechanism. Pure."""

from dataclasses import dataclass

from backend.foundation.letters.wording.offices import Office
from backend.foundation.letters.wording.parts import Texts
from backend.foundation.mechanism import Profile

_TOWNSHIPS = frozenset({"township", "street"})


@dataclass(frozen=True, slots=True)
class Correspondents:
    """`accompanied` is the number of the letter a list or slip goes with; `texts` are the issuing township's own."""

    issuer: Office
    addressee: Office
    profile: Profile | None
    texts: Texts
    accompanied: str = ""

    @property
    def addressee_called(self) -> str:
        """The addressee's class in the place's own words: 县级职能部门, 区级业务主管部门, 乡镇…"""
        if self.profile is None:
            return self.addressee.name
        wording = self.profile.wording
        return wording.township if self.addressee.kind in _TOWNSHIPS else wording.department

    @property
    def team(self) -> str:
        """The township's enforcement team as the place calls it; a department acts by itself."""
        if self.profile is None or self.issuer.kind not in _TOWNSHIPS:
            return ""
        return self.profile.wording.team
