"""Cut the font kit out of Debian's packages, on Debian, with `pyftsubset` (fontTools) on PATH.

    python -m backend.foundation.letters.fonts.build_fonts

apt-get download → dpkg-deb -x → pyftsubset, one file per face, then fonts.json with every digest.
The result is committed, so nobody needs this to run the product. This script and the packages it names are the
corresponding source of the Fandol subsets (GPL-3 with the font exception, which these subsets keep).
Outlines of the two licences are never merged into one file.
"""

import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from backend.foundation.letters.fonts.characters import character_sets

KIT = Path(__file__).resolve().parent
PACKAGES = ("fonts-noto-cjk", "texlive-lang-chinese", "unicode-data")
UNIHAN = "usr/share/unicode/Unihan_OtherMappings.txt.bz2"
FANDOL = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
FANDOL_LICENCE = "usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz"
NOTO = "usr/share/fonts/opentype/noto"
NOTO_LICENCE = "usr/share/doc/fonts-noto-cjk/copyright"
SIMPLIFIED = 2  # index of the SC face inside Noto's .ttc


@dataclass(frozen=True)
class Face:
    file: str
    family: str
    weight: int
    use: str
    licence: str
    package: str
    source: str
    characters: str
    index: int = 0


def _fandol(name: str, family: str, characters: str, use: str) -> Face:
    file = f"Fandol{name}-Regular.otf"
    return Face(
        file, family, 400, use, "GPL-3.0 WITH Font-exception-2.0", PACKAGES[1], f"{FANDOL}/{file}", characters
    )


def _noto(style: str, weight: int, characters: str, use: str) -> Face:
    kind, cut = style.split("-")
    return Face(
        file=f"Noto{kind}SC-{cut}.otf",
        family=f"Noto {kind} CJK SC",
        weight=weight,
        use=use,
        licence="OFL-1.1",
        package=PACKAGES[0],
        source=f"{NOTO}/Noto{kind}CJK-{cut}.ttc",
        characters=characters,
        index=SIMPLIFIED,
    )


FACES = (
    _fandol("Fang", "FandolFang", "gb2312", "仿宋: body of papers"),
    _fandol("Hei", "FandolHei", "gb2312-level-1", "黑体: first-level heads"),
    _fandol("Kai", "FandolKai", "gb2312-level-1", "楷体: second-level heads, remarks"),
    _noto("Serif-Bold", 700, "general-standard", "小标宋 look-alike: titles, red heads"),
    _noto("Serif-Regular", 400, "unified-repertoire", "宋体: page numbers; fallback for rare characters"),
    _noto("Sans-Regular", 400, "general-standard", "watermarks on photos"),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        versions = {package: unpack(package, work) for package in PACKAGES}
        sets = character_sets(work / PACKAGES[2] / UNIHAN)
        entries = [cut(face, work, sets[face.characters], versions[face.package]) for face in FACES]
        write_licences(work)
    (KIT / "fonts.json").write_text(
        json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def unpack(package: str, work: Path) -> str:
    """Fetch and open one Debian package under `work/<package>`; answers its version."""
    _run("apt-get", "download", package, cwd=work)
    deb = next(work.glob(f"{package}_*.deb"))
    _run("dpkg-deb", "-x", str(deb), str(work / package), cwd=work)
    return _run("dpkg-deb", "-f", str(deb), "Version", cwd=work).strip()


def cut(face: Face, work: Path, characters: frozenset[str], version: str) -> dict[str, object]:
    """Subset one face and describe the result for fonts.json."""
    source = work / face.package / face.source
    wanted = work / "unicodes.txt"
    wanted.write_text("\n".join(f"U+{ord(each):04X}" for each in sorted(characters)), encoding="ascii")
    target = KIT / face.file
    _run(
        "pyftsubset",
        str(source),
        f"--font-number={face.index}",
        f"--unicodes-file={wanted}",
        f"--output-file={target}",
        "--layout-features=",  # upright simplified Chinese needs none; dropping them halves the file
        "--no-hinting",
        "--name-IDs=*",
        "--no-recalc-timestamp",
        cwd=work,
    )
    sys.stderr.write(f"{face.file}: {target.stat().st_size:,} bytes\n")
    return {
        **asdict(face),
        "package_version": version,
        "source_sha256": _sha256(source),
        "bytes": target.stat().st_size,
        "sha256": _sha256(target),
    }


def write_licences(work: Path) -> None:
    """Both licence texts as Debian ships them, the second cut out of the package's machine-readable copyright."""
    fandol = gzip.decompress((work / PACKAGES[1] / FANDOL_LICENCE).read_bytes())
    (KIT / "COPYING.fandol").write_bytes(fandol)
    copyright_file = (work / PACKAGES[0] / NOTO_LICENCE).read_text(encoding="utf-8")
    paragraph = copyright_file.split("\nLicense: SIL-1.1\n")[-1].split("\n\n")[0]
    lines = (line.removeprefix(" ").removeprefix(".") for line in paragraph.splitlines())
    notice = "© 2014-2022 Adobe (http://www.adobe.com/). Noto is a trademark of Google Inc.\n\n"
    (KIT / "OFL.noto").write_text(notice + "\n".join(lines) + "\n", encoding="utf-8")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _run(*command: str, cwd: Path) -> str:
    # The commands are the constants above.
    done = subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout


if __name__ == "__main__":
    main()
