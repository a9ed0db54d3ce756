"""Leading phones to the https address: a page over plain http with the CA to install, and a QR of it for the terminal."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from pathlib import Path
from typing import ClassVar

from cryptography.hazmat.primitives.serialization import Encoding

from backend.console.addresses import in_url
from backend.console.certificates import Authority
from backend.console.command import Refused, in_one_line
from backend.console.lifeline import end_with_parent
from backend.settings import ROOT, Settings

File = tuple[str, bytes]  # media type, body


def address_of_page(given: Settings, address: object) -> str:
    """One port further than the server itself."""
    return f"http://{in_url(str(address))}:{given.port + 1}/"


def announcement(given: Settings, authority: Authority, address: object) -> str:
    """What the terminal shows: the QR to scan, and what to compare."""
    import segno

    page, picture = address_of_page(given, address), io.StringIO()
    segno.make(page, error="m").terminal(out=picture, border=2, compact=True)
    return "\n".join(
        (
            "",
            f"  手机扫码安装证书，再打开 https://{in_url(str(address))}:{given.port}",
            f"  {page}",
            picture.getvalue(),
            f"  证书指纹（SHA-256）{authority.fingerprint}",
        )
    )


@contextmanager
def guide(given: Settings, authority: Authority, address: object) -> Iterator[None]:
    """Serve the page for as long as the block runs, from a process of its own."""
    files = _files(authority, f"https://{in_url(str(address))}:{given.port}/")
    try:
        server = _Server((given.host, given.port + 1), type("Handler", (_Handler,), {"files": files}))
    except (OSError, OverflowError) as error:
        raise Refused(f"{given.host}:{given.port + 1} (the page for phones): {in_one_line(error)}") from None
    serving = get_context("fork").Process(target=_serve, args=(server,), daemon=True)
    serving.start()
    server.server_close()
    try:
        yield
    finally:
        serving.terminate()


class _Server(ThreadingHTTPServer):
    """Binds the family of its address."""

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        import socket

        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, handler)


class _Handler(BaseHTTPRequestHandler):
    """Three files and nothing else."""

    files: ClassVar[dict[str, File]] = {}
    timeout = 10

    def do_GET(self) -> None:
        found = self.files.get(self.path.partition("?")[0])
        if found is None:
            self.send_error(404)
            return
        media_type, body = found
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        if media_type == "application/x-x509-ca-cert":
            self.send_header("Content-Disposition", 'attachment; filename="liandong-ca.crt"')
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """The terminal belongs to the server itself."""


def _serve(server: ThreadingHTTPServer) -> None:
    end_with_parent()
    server.serve_forever()


def _files(authority: Authority, address: str) -> dict[str, File]:
    from jinja2 import Environment, FileSystemLoader

    from backend.foundation.web.assets.tree import read_tree

    page = Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True).get_template(
        "console/phones.html"
    )
    name = authority.certificate.subject.rfc4514_string().removeprefix("CN=")
    words = page.render(fingerprint=authority.fingerprint, address=address, name=name)
    return {
        "/": ("text/html; charset=utf-8", words.encode()),
        "/ca.crt": ("application/x-x509-ca-cert", authority.certificate.public_bytes(Encoding.PEM)),
        "/look.css": ("text/css; charset=utf-8", read_tree(Path(ROOT, "static")).assets["css/app.css"].body),
    }
