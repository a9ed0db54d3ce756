"""Where the typefaces lie: the kit that comes with the product, and a folder an office may put before it."""

from pathlib import Path

KIT = Path(__file__).resolve().parent

# For drawing on photos (Pillow takes one file and has no fallback): the whole 《通用规范汉字表》.
WATERMARK_FACE = KIT / "NotoSansSC-Regular.otf"


def font_folders(own: Path | None) -> tuple[Path, ...]:
    """`own` holds the office's licensed files (仿宋_GB2312, 方正小标宋…); templates name those families first."""
    return (own, KIT) if own else (KIT,)
