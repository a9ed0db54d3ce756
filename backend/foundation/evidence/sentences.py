"""A photo's events as people read them. Pure."""

from backend.foundation.journal import Moment

_TOLD = {
    "photo.registered": "登记了这张照片",
    "photo.content": "原件传到，SHA-256核对一致",
    "photo.developed": "做好展示图，读出文件里的拍摄信息",
    "photo.redacted": "改了遮挡框",
    "photo.removed": "撤下了这张照片",
}


def told(moment: Moment) -> str:
    """What happened, in one sentence."""
    if moment.kind == "photo.developed" and (moment.payload or {}).get("renditions") == "failed":
        return "图片打不开，原件已保存"
    return _TOLD[moment.kind]
