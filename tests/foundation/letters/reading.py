"""Papers read back by another program than made them (poppler)."""

import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import zxingcpp
from PIL import Image, ImageFilter

RUN = 1.0  # standard deviation in dots: a quarter of a millimetre


@dataclass(frozen=True)
class Paper:
    path: Path

    def text(self, page: int | None = None) -> str:
        pages = ("-f", str(page), "-l", str(page)) if page else ()
        return _run("pdftotext", "-layout", *pages, str(self.path), "-").decode()

    def words(self) -> str:
        """All text without space or line ends, as columns wrap it anywhere."""
        return "".join(self.text().split())

    def cells(self) -> str:
        """All text in the order it was written, cell by cell, without space, line ends and the marks where it may break."""
        return "".join(_run("pdftotext", "-raw", str(self.path), "-").decode().replace("\u200b", "").split())

    def pages(self) -> int:
        facts = _run("pdfinfo", str(self.path)).decode().splitlines()
        return next(int(line.split()[-1]) for line in facts if line.startswith("Pages:"))

    def picture(self, page: int) -> Image.Image:
        """The page in grey at 40 dots an inch."""
        return Image.open(
            BytesIO(_run("pdftoppm", "-r", "40", "-gray", "-f", str(page), "-l", str(page), str(self.path)))
        )

    def margins(self, page: int) -> tuple[int, int, int, int]:
        """Empty millimetres left, top, right, bottom."""
        sheet = self.picture(page)
        box = sheet.point([255 if grey < 200 else 0 for grey in range(256)]).getbbox()
        assert box
        left, top, right, bottom = box
        return tuple(
            round(dots * 25.4 / 40) for dots in (left, top, sheet.width - right, sheet.height - bottom)
        )  # type: ignore[return-value]


def opened(pdf: bytes, folder: Path) -> Paper:
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    return Paper(path)


def copied(paper: Paper, page: int = 1) -> Image.Image:
    """One page as a poor scanner hands it on: 100 dots an inch, the edges run."""
    made = _run("pdftoppm", "-r", "100", "-gray", "-f", str(page), "-l", str(page), str(paper.path))
    return Image.open(BytesIO(made)).filter(ImageFilter.GaussianBlur(RUN))


def scanned(paper: Paper, page: int = 1) -> list[str]:
    """What the codes on such a copy say."""
    return [code.text for code in zxingcpp.read_barcodes(copied(paper, page))]


def _run(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout
