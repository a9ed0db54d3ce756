"""The words a place uses for the same things."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """Nouns for pages and letters, as the place's own text has them."""

    county: str  # 县 or 区
    county_level: str  # 县级 or 区级
    county_government: str
    township: str  # 乡, 乡镇, 镇（街道）…
    township_government: str
    department: str  # 县级职能部门, 区级业务主管部门
    team: str
    police: str
    justice_office: str
    justice_department: str
    complaint: str
    complainant: str
    meeting: str
    opinion_letter: str  # 执法协助函 or 执法协作函
    stop: str  # 劝阻 or 责令停止
