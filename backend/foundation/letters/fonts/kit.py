"""Where the typefaces lie: the kit that comes with the product, and a folder an office may put before it."""

from pathlib import Path

from backend.settings import settings

KIT = Path(__file__).resolve().parent

# For drawing on photos (Pillow takes one file and has no fallback): the whole 《通用规范汉字表》.
WATERMARK_FACE = KIT / "NotoSansSC-Regular.otf"


def own_faces() -> str | None:
    """The folder with the office's own files, as an order to the press carries it."""
    folder = settings().font_dir
    return str(folder) if folder else None


def font_folders(own: Path | None) -> tuple[Path, ...]:
    """`own` holds the office's licensed files (仿宋_GB2312, 方正小标宋…); templates name those families first."""
    return (own, KIT) if own else (KIT,)
