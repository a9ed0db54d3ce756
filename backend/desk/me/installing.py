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
    """Steps for one browser; `marks` tell it by its User-Agent (all of them must be there). `cannot`: it installs nothing."""

    browser: str
    marks: tuple[str, ...]
    steps: tuple[str, ...]
    picture: Picture
    cannot: bool = False


_APART = "从桌面打开，再登录一次：桌面上的和浏览器里的各存各的，浏览器里没送出的先送完。"

# The first that fits is taken: pages inside an app and makers' own browsers also call themselves Chrome or Safari.
HINTS = (
    Hint(
        "微信里打开的页面",
        ("MicroMessenger",),
        (
            "微信里装不了，断网打不开，也拍不了现场照片。点右上角“···”，选“在浏览器打开”。",
            "到浏览器里登录，再按浏览器的步骤加到桌面。",
        ),
        Picture("···", (88, 12), "在浏览器打开"),
        cannot=True,
    ),
    Hint(
        "钉钉里打开的页面",
        ("DingTalk",),
        (
            "钉钉里装不了，断网打不开。点右上角“···”，选“在浏览器打开”。",
            "到浏览器里登录，再按浏览器的步骤加到桌面。",
        ),
        Picture("···", (88, 12), "在浏览器打开"),
        cannot=True,
    ),
    Hint(
        "iPhone、iPad（Chrome）",
        ("CriOS",),
        ("点地址栏右端的“分享”（方框带向上箭头）。", "向下找到“添加到主屏幕”，再点“添加”。", _APART),
        Picture("↑", (88, 12), "添加到主屏幕"),
    ),
    Hint(
        "iPhone（Safari）",
        ("iPhone", "Safari"),
        ("点下方的“分享”（方框带向上箭头）。", "向上滑，选“添加到主屏幕”，再点“添加”。", _APART),
        Picture("↑", (50, 148), "添加到主屏幕"),
    ),
    Hint(
        "iPad、Mac（Safari）",
        ("Macintosh", "Version/", "Safari"),
        (
            "点右上角的“分享”（方框带向上箭头）。",
            "选“添加到主屏幕”，再点“添加”。Mac上选“添加到程序坞”。",
            _APART,
        ),
        Picture("↑", (88, 12), "添加到主屏幕"),
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
        ("点下方的“三条线”菜单。", "选“添加到桌面”。没有这一项时，换Chrome或Edge打开。"),
        Picture("≡", (82, 148), "添加到桌面"),
    ),
    Hint(
        "OPPO、一加自带的浏览器",
        ("HeyTapBrowser",),
        ("点下方的“三条线”菜单。", "选“添加到桌面”。没有这一项时，换Chrome或Edge打开。"),
        Picture("≡", (50, 148), "添加到桌面"),
    ),
    Hint(
        "vivo自带的浏览器",
        ("VivoBrowser",),
        ("点下方的“三条线”菜单。", "选“添加到桌面”。没有这一项时，换Chrome或Edge打开。"),
        Picture("≡", (50, 148), "添加到桌面"),
    ),
    Hint(
        "QQ浏览器",
        ("QQBrowser",),
        ("QQ浏览器大多加不成完整的应用，断网打不开。", "复制网址，换手机自带的浏览器、Chrome或Edge打开。"),
        Picture("≡", (50, 148), "复制网址"),
        cannot=True,
    ),
    Hint(
        "UC浏览器",
        ("UCBrowser",),
        ("UC浏览器大多加不成完整的应用，断网打不开。", "复制网址，换手机自带的浏览器、Chrome或Edge打开。"),
        Picture("≡", (50, 148), "复制网址"),
        cannot=True,
    ),
    Hint(
        "安卓手机（Firefox）",
        ("Android", "Firefox"),
        ("点右上角或右下角菜单“⋮”。", "选“安装”或“添加到主屏幕”，再点“添加”。"),
        Picture("⋮", (88, 12), "安装"),
    ),
    Hint(
        "安卓手机（Chrome、Edge）",
        ("Android", "Chrome"),
        ("点右上角菜单“⋮”（Edge在下方中间）。", "选“安装应用”或“添加到主屏幕”，再点“安装”。"),
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
