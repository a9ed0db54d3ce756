"""A photo's facts as its page lists them."""

from dataclasses import dataclass

from backend.foundation.evidence.inscription import SOURCES, coordinates, moment_in_full
from backend.foundation.evidence.photo import Photo
from backend.foundation.outbox import is_trusted
from backend.foundation.web.words import zh_size

TAKEN_WITH = {"camera": "应用内拍摄", "gallery": "相册选取"}
Rows = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Facts:
    """`recorded` by the officer's phone, `written` by the camera into the file, `flags` where something is off."""

    recorded: Rows
    written: Rows
    flags: list[str]


def facts(photo: Photo) -> Facts:
    """Everything known of the photo, in words."""
    return Facts(_recorded(photo), _written(photo), _flags(photo))


def _recorded(photo: Photo) -> Rows:
    """Of a picture from the album the phone knows neither who took it nor when, but when its file was written."""
    when, who = ("文件时间", "上传人") if photo.source == "gallery" else ("拍摄时间", "拍摄人")
    accuracy = f"±{photo.accuracy_m:.0f}米" if photo.accuracy_m is not None else ""
    return [
        (when, moment_in_full(photo.taken_at)),
        ("位置", coordinates(photo) or "没有定位"),
        ("定位方式", " ".join(filter(None, (SOURCES[photo.position_source], accuracy)))),
        ("来源", TAKEN_WITH[photo.source]),
        (who, f"{photo.maker_name} · {photo.maker_unit}"),
        ("登记时间", moment_in_full(photo.received_at)),
        ("原件", _original(photo)),
    ]


def _original(photo: Photo) -> str:
    size = f"{photo.media_type.removeprefix('image/').upper()} {zh_size(photo.size)}"
    return f"{size} · {photo.width}×{photo.height}" if photo.width else size


def _written(photo: Photo) -> Rows:
    exif = photo.camera_says
    zone = "" if exif.zone_written else "（文件里没写时区，按北京时间）"
    return [
        ("拍摄时间", f"{moment_in_full(exif.taken_at)}{zone}" if exif.taken_at else ""),
        ("位置", f"{exif.lat:.5f}, {exif.lon:.5f}（WGS-84）" if exif.place else ""),
        ("相机", exif.camera),
    ]


def _flags(photo: Photo) -> list[str]:
    flags = []
    if photo.late:
        flags.append("备案以后才传到，作为迟到补入保存")
    if photo.clock_offset_s is not None and not is_trusted(photo.clock_offset_s):
        ahead = "快" if photo.clock_offset_s > 0 else "慢"
        flags.append(f"发送时手机时钟{ahead}{abs(photo.clock_offset_s) / 60:.0f}分钟")
    if photo.trailing:
        flags.append(f"文件末尾之后另有{zh_size(photo.trailing)}内容（手机附带的景深、动态照片也是这样）")
    if photo.renditions == "failed":
        flags.append(f"做不出展示图：{photo.rendition_failure}。原件照样保存")
    return flags
