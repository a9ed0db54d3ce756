"""From any picture to an upright RGB picture of a bounded size that says nothing but what it shows."""

from PIL import Image
from PIL.Image import Transpose

from backend.foundation.evidence.darkroom.exif import orientation

WHITE = (255, 255, 255)
LARGEST_PROFILE = 64 * 1024
TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}


def plain(image: Image.Image, edge: int) -> Image.Image:
    """`image` with its longer side at most `edge`, turned the way it was held, without EXIF, GPS or comments.

    Only a colour profile stays: without it a phone's wide colours would look dull.
    """
    turn, profile = TURNS.get(orientation(image)), _profile(image)
    # A JPEG decodes at a half or a quarter for a fraction of the work; the rest is scaled here.
    image.draft(None, _within(image.size, edge))
    small = _in_rgb(image).resize(_within(image.size, edge), Image.Resampling.LANCZOS, reducing_gap=2.0)
    upright = small if turn is None else small.transpose(turn)
    upright.info = {"icc_profile": profile} if profile else {}
    return upright


def _within(size: tuple[int, int], edge: int) -> tuple[int, int]:
    scale = min(1.0, edge / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _profile(image: Image.Image) -> bytes | None:
    profile = image.info.get("icc_profile")
    return profile if image.mode == "RGB" and profile and len(profile) <= LARGEST_PROFILE else None


def _in_rgb(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):  # sixteen bits of grey
        return image.convert("I").point(lambda value: value / 256).convert("RGB")
    if image.mode in {"LA", "PA", "RGBA"} or "transparency" in image.info:
        clear = image.convert("RGBA")
        ground = Image.new("RGB", clear.size, WHITE)
        ground.paste(clear, mask=clear.getchannel("A"))
        return ground
    return image.convert("RGB")
