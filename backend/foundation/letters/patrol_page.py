"""What the paper page of a patrol (联合巡查台账) is filled with.

The room that owns patrols fills it: words are ready to print (kinds, dispositions, roles in Chinese), and for a copy
that leaves the township names of parties and minors are masked before they get here. Moments are aware datetimes.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Signed:
    """Who stood for something, and when."""

    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """One stay of one person on the patrol; `certificate` is the 执法证号, empty for auxiliaries."""

    name: str
    role: str
    certificate: str
    joined_at: datetime | None
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class CrewUnit:
    """A unit's people and its own word that they were there (None: not confirmed)."""

    unit: str
    members: tuple[Member, ...]
    confirmed: Signed | None


@dataclass(frozen=True, slots=True)
class ConductPoint:
    words: str
    held: bool


@dataclass(frozen=True, slots=True)
class Conduct:
    """着装与行为检查; None on the page means that nobody checked."""

    points: tuple[ConductPoint, ...]
    checked: Signed


@dataclass(frozen=True, slots=True)
class RecorderUse:
    """One line of the 音像记录 register."""

    recorder: str
    from_at: datetime
    until_at: datetime
    file_name: str
    sha256: str
    kept_at: str


@dataclass(frozen=True, slots=True)
class Interruption:
    """A pause, or a stretch of the track without position, with its reason."""

    from_at: datetime
    until_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Passed:
    place: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Fix:
    """WGS-84; `source` in words (卫星定位, 地图选点)."""

    lat: float
    lon: float
    accuracy_m: float | None
    source: str


@dataclass(frozen=True, slots=True)
class PrintedPhoto:
    """`picture` names the bytes handed to the compositor beside the page."""

    picture: str
    caption: str


@dataclass(frozen=True, slots=True)
class PrintedFinding:
    """One row of 发现与处置; `marks` are short warnings (补报, 正在发生), `party` is already masked where it must be."""

    number: int
    found_at: datetime
    category: str
    address: str
    position: Fix | None
    facts: str
    disposition: str
    party: str = ""
    recheck_on: date | None = None
    marks: tuple[str, ...] = ()
    photos: tuple[PrintedPhoto, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A 批示 or a 补记; `reason` and `marks` (退回, 迟到) stand before its text."""

    text: str
    signed: Signed
    reason: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedCall:
    """支援时间链: one call for help; `links`: each moment in order, its clock, what happened, who. `mark`: 演练 of a drill."""

    title: str
    mark: str
    closing: str
    links: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Where the filed record stands in the journal. `address` is what the code leads to; empty: it says `seq` and `digest`."""

    seq: int
    head: str
    digest: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class PatrolPage:
    """`number` and `filed` are None before filing: the page is then marked 草稿."""

    township: str
    unit: str
    title: str
    kind: str
    number: str | None
    filed: Signed | None
    started_at: datetime | None
    ended_at: datetime | None
    planned_route: str
    length_m: float
    crew: tuple[CrewUnit, ...]
    printed: Signed
    heading: str = "联合巡查台账"
    gaps: tuple[Interruption, ...] = ()
    pauses: tuple[Interruption, ...] = ()
    places: tuple[Passed, ...] = ()
    conduct: Conduct | None = None
    recorders: tuple[RecorderUse, ...] = ()
    calls: tuple[PrintedCall, ...] = ()
    findings: tuple[PrintedFinding, ...] = ()
    sketch: str | None = None
    summary: str = ""
    remarks: tuple[Note, ...] = ()
    addenda: tuple[Note, ...] = ()
    signers: tuple[str, ...] = ("记录人", "带队负责人", "审核人")
    proof: Proof | None = None
    demo: bool = False
    masked: bool = False
