"""PDF (ISO 32000): from its first line to the last end-of-file mark."""

from backend.foundation.evidence.anatomy.findings import Anatomy, Truncated, View

END = b"%%EOF"


def walk(view: View) -> Anatomy:
    """To the last end mark; line ends after it do not count."""
    found = view.rfind(END)
    if found < 0:
        raise Truncated
    return Anatomy("application/pdf", trailing=len(view[found + len(END) :].lstrip()))
