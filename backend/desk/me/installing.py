"""How the product gets onto the home screen, told for the browser that asks. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """Where to tap: `sign` is drawn at `at` (of a screen of 100 by 160), then `row` stands marked in what opens."""

    sign: str
    at: tuple[int, int]
    row: str


@dataclass(frozen=True)
class Hint:
    """Steps for one browser; `marks` tell it by its User-Agent (all of them must be there)."""

    browser: str
    marks: tuple[str, ...]
    steps: tuple[str, ...]
    picture: Picture


HINTS = (
    Hint(
        "微信里打开的页面",
        ("MicroMessenger",),
        (
            "微信里装不了，也拍不了现场照片。点右上角“···”，选“在浏览器打开”。",
            "到浏览器里登录，再按浏览器的步骤加到桌面。",
        ),
        Picture("···", (88, 12), "在浏览器打开"),
    ),
    Hint(
        "iPhone、iPad（Safari）",
        ("iPhone", "Safari"),
        ("点下方的“分享”（方框带向上箭头）。", "向上滑，选“添加到主屏幕”，再点“添加”。"),
        Picture("↑", (50, 148), "添加到主屏幕"),
    ),
    Hint(
        "华为浏览器",
        ("HuaweiBrowser",),
        ("点下方的“四个点”或右上角菜单。", "选“添加到”，再选“桌面”。"),
        Picture("⁘", (82, 148), "添加到桌面"),
    ),
    Hint(
        "小米浏览器",
        ("MiuiBrowser",),
        ("点下方的“三条线”菜单。", "选“添加到桌面”。没有这一项时，换 Chrome 或 Edge 打开。"),
        Picture("≡", (82, 148), "添加到桌面"),
    ),
    Hint(
        "安卓手机（Chrome、Edge）",
        ("Android", "Chrome"),
        ("点右上角菜单“⋮”（Edge 在下方中间）。", "选“安装应用”或“添加到主屏幕”，再点“安装”。"),
        Picture("⋮", (88, 12), "安装应用"),
    ),
    Hint(
        "电脑（Chrome、Edge）",
        ("Chrome",),
        ("点地址栏右端的安装图标。", "选“安装”，以后从桌面或任务栏打开。"),
        Picture("⊕", (88, 12), "安装"),
    ),
)


def hints_for(user_agent: str) -> tuple[Hint | None, tuple[Hint, ...]]:
    """The hint for this browser if there is one, and all the others."""
    own = next((hint for hint in HINTS if all(mark in user_agent for mark in hint.marks)), None)
    return own, tuple(hint for hint in HINTS if hint is not own)
